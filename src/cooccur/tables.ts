import { number, whole } from '../model/columns.ts';
import type { TableSchema } from '../model/table.ts';

export const cooccurrenceSchema: TableSchema = {
  name: 'cooccurrence',
  en: 'One row per pair and kind of unit. Pairs are unordered and need disjoint places: a term inside another is no pair with it. The measures are of the table O11 = joint, row R1 = count_a, column C1 = count_b, N = units (count_a + count_b − joint where that is more, as it can be where one term is mostly inside the other), with E11 = expected. Numbers with a fraction have ten significant digits; a measure that is not defined is empty.',
  zh: '每对词语在每种共现单位下一行。词对不分先后，且两处位置须不相交：位于另一术语之内者不与其构成词对。各指标按四格表计算：O11 = joint，行和 R1 = count_a，列和 C1 = count_b，N = units（若 count_a + count_b − joint 更大则取之，仅见于一术语多位于另一术语之内时），E11 = expected。小数保留十位有效数字；无定义的指标为空。',
  columns: [
    {
      name: 'a',
      type: 'string',
      en: 'The term or word that is first by code unit; a term under several categories is one.',
      zh: '词对中按码元排序在前者；同一术语属于多个类别时合为一项。',
    },
    { name: 'b', type: 'string', en: 'The other one.', zh: '词对中的另一项。' },
    {
      name: 'unit',
      type: 'string',
      en: 'sentence; paragraph (a block of any counted kind); document; window (a number of words, given in the settings: one window begins at each word, is cut off at the end of the block, and holds what lies in it whole).',
      zh: '共现单位：sentence 句子；paragraph 段落（计入统计的任一文本块）；document 文档；window 窗口（词数见设置：自每个词起各有一个窗口，至文本块末截止，整体位于窗口内者方算在内）。',
    },
    whole(
      'joint',
      'Units that hold both. With count: all, pairs of occurrences in the same unit (each once, also where several windows hold it).',
      '两者同在的单位数。设为 count: all 时，为同一单位内的出现对数（同一对即使在多个窗口内也只计一次）。',
    ),
    whole(
      'count_a',
      'Units in which a is present, also inside a longer term. With count: all, the sum of joint over all pairs of a.',
      'a 出现的单位数，含位于更长术语之内者。设为 count: all 时，为 a 的所有词对 joint 之和。',
    ),
    whole('count_b', 'The same for b.', 'b 的相应数目。'),
    whole(
      'units',
      'Units of this kind that are counted: sentences, blocks or documents of the counted kinds; for windows the number of words. With count: all, twice the sum of joint over all pairs.',
      '该种单位的总数：计入统计的句子、文本块或文档数；窗口为词数。设为 count: all 时，为所有词对 joint 之和的两倍。',
    ),
    number(
      'expected',
      'Joint count if the two were independent: count_a × count_b / N.',
      '两者独立时的期望共现数：count_a × count_b / N。',
    ),
    number(
      'pmi',
      'Pointwise mutual information, log2(joint / expected) (Church & Hanks 1990).',
      '点互信息 log2(joint / expected)（Church & Hanks 1990）。',
    ),
    number(
      'npmi',
      'PMI / −log2(joint / N), −1 to 1 (Bouma 2009); empty where both are in every unit.',
      '归一化点互信息 PMI / −log2(joint / N)，−1 至 1（Bouma 2009）；两者遍布所有单位时为空。',
    ),
    number(
      'g2',
      'Log-likelihood ratio over the four cells (Dunning 1993), negative where they meet less often than expected.',
      '对数似然比 G²，四格（Dunning 1993）；共现少于期望时取负号。',
    ),
    number(
      'log_dice',
      '14 + log2(2 × joint / (count_a + count_b)), at most 14 (Rychlý 2008).',
      'logDice：14 + log2(2 × joint / (count_a + count_b))，最大 14（Rychlý 2008）。',
    ),
    number(
      'jaccard',
      'joint / (count_a + count_b − joint), 0 to 1.',
      'Jaccard 系数：joint / (count_a + count_b − joint)，0 至 1。',
    ),
    number('ochiai', 'joint / √(count_a × count_b), 0 to 1.', 'Ochiai 系数：joint / √(count_a × count_b)，0 至 1。'),
    number(
      'p_value',
      'Upper tail of χ² with one degree of freedom at |g2|: two-sided, for units that are independent. Windows overlap, and pairs of occurrences share units: read it there as a ranking only.',
      '|g2| 在自由度为 1 的 χ² 分布上的上尾概率（双侧），以各单位相互独立为前提；窗口相互重叠，出现对共用单位，此时仅宜作排序之用。',
    ),
    number(
      'q_value',
      'p_value corrected for the number of tests (Benjamini & Hochberg 1995) over the rows of the same kind of unit.',
      '按检验次数校正的 p 值（Benjamini & Hochberg 1995），以同一种单位的所有行为范围。',
    ),
  ],
};
