import type { Dispersion } from '../measure/dispersion.ts';
import { number, text, whole } from '../model/columns.ts';
import type { Column, TableSchema } from '../model/table.ts';

/** Text of a column in English and Chinese; whole numbers say so. */
const measures: Readonly<Record<keyof Dispersion, readonly [en: string, zh: string]>> = {
  range: ['Parts in which it occurs.', '出现该项的部分数。'],
  idf: ['log2 of parts by range.', '部分总数与出现部分数之比的以 2 为底的对数。'],
  sd: ['Standard deviation of its counts over all parts (by n).', '各部分频次的标准差（除以 n）。'],
  vc: ['The same by the mean count: coefficient of variation.', '变异系数：标准差除以平均频次。'],
  chi2: [
    'Σ (v − e)²/e against counts as the sizes of the parts have it.',
    '对按各部分大小期望频次的 χ²：Σ(v − e)²/e。',
  ],
  juilland_d: [
    'Juilland & Chang-Rodríguez 1964, by relative frequencies: 1 even, 0 in one part only.',
    'Juilland D（1964，按相对频率）：1 为均匀，0 为只见于一个部分。',
  ],
  carroll_d2: [
    'Carroll 1970, by relative frequencies: 1 even, 0 in one part only.',
    'Carroll D2（1970，按相对频率）：1 为均匀，0 为只见于一个部分。',
  ],
  rosengren_s: [
    'Rosengren 1971: 1 even; in one part only, the share of that part.',
    'Rosengren S（1971）：1 为均匀；只见于一个部分时为该部分的份额。',
  ],
  lyne_d3: ['Lyne 1985: 1 − χ²/4f, 1 even; may be below 0.', 'Lyne D3（1985）：1 − χ²/4f，1 为均匀，可为负。'],
  dp: ['Deviation of proportions (Gries 2008): 0 even.', '比例偏差 DP（Gries 2008）：0 为均匀。'],
  dp_norm: [
    'DP by its greatest value, 0 to 1 (Lijffijt & Gries 2012).',
    '归一化比例偏差，0 至 1（Lijffijt & Gries 2012）。',
  ],
  dp_norm_egbert: [
    'DP by 1 less the smallest part that has it (Egbert, Burch & Biber 2020).',
    'DP 除以 1 减去含该项的最小部分的份额（Egbert、Burch & Biber 2020）。',
  ],
  kld: [
    'Kullback–Leibler divergence in bits from the sizes of the parts (Gries 2020): 0 even.',
    '对各部分大小的 KL 散度（比特，Gries 2020）：0 为均匀。',
  ],
  kld_norm: ['1 − 2^−KLD, 0 to 1.', '1 − 2^−KLD，0 至 1。'],
  d_a: [
    'Burch, Egbert & Biber 2017, by relative frequencies: 1 even, 0 in one part only.',
    'D_A（Burch、Egbert & Biber 2017，按相对频率）：1 为均匀，0 为只见于一个部分。',
  ],
  arf: [
    'Average reduced frequency (Savický & Hlaváčová 2002), by word positions: the frequency where evenly spaced, towards 1 in one clump.',
    '平均缩减频率 ARF（Savický & Hlaváčová 2002），按词位计算：等距时等于频数，聚成一处时趋于 1。',
  ],
  awt: ['Average waiting time in words.', '平均等待时间（词）。'],
  f_awt: ['Frequency of an evenly spaced word with this waiting time.', '与该平均等待时间相当的等距词频。'],
  ald: ['Average logarithmic distance, decimal.', '平均对数距离（以 10 为底）。'],
  f_ald: ['Frequency of an evenly spaced word with this distance.', '与该平均对数距离相当的等距词频。'],
  juilland_u: ['Adjusted frequency f·D.', '调整频率 f·D。'],
  carroll_um: ['Adjusted frequency f·D2 + (1 − D2)·f/n.', '调整频率 f·D2 + (1 − D2)·f/n。'],
  rosengren_kf: ['Adjusted frequency f·S.', '调整频率 f·S。'],
  engwall_fm: ['Adjusted frequency f·range/n (Engwall 1974).', '调整频率 f·range/n（Engwall 1974）。'],
};

/** The measures in the order of their columns. */
export const dispersionMeasures = Object.keys(measures) as (keyof Dispersion)[];

export const dispersionSchema: TableSchema = {
  name: 'dispersion',
  en: 'One row per term or word: how evenly it is spread over the parts of the corpus (dispersion.parts), which may be of unequal size. A measure that is not defined is empty: all but range and those by distance over fewer than two parts. Distances are counted in words of the counted blocks, documents in their order, from the last occurrence round to the first.',
  zh: '每个术语或词一行：在语料各部分（dispersion.parts，大小可不等）间分布的均匀程度。无定义的度量为空；不足两部分时仅有 range 与按距离的度量。距离以计入统计的词为单位，文档按其顺序相接，末次出现绕回首次。',
  columns: [
    text('unit', 'term (of the lists) or word.', 'term（术语表）或 word（词）。'),
    text('item', 'The term or word.', '术语或词。'),
    text('label', 'Category of the term, part of speech of the word.', '术语的类别，或词的词性。'),
    whole('frequency', 'Occurrences in the parts.', '在各部分中的出现次数。'),
    whole('parts', 'Parts that have words.', '有词的部分数。'),
    ...dispersionMeasures.map((name): Column => {
      const column = name === 'range' ? whole : number;
      return column(name, ...measures[name]);
    }),
  ],
};
