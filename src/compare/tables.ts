import { number, text, whole } from '../model/columns.ts';
import type { TableSchema } from '../model/table.ts';

const unit = text('unit', 'term (of the lists) or word.', 'term（术语表）或 word（词）。');
const item = text('item', 'The term or word.', '术语或词。');
const label = text('label', 'Category of the term, part of speech of the word.', '术语的类别，或词的词性。');
const group = text('group', 'The group.', '组。');

export const comparisonSchema: TableSchema = {
  name: 'comparison',
  en: 'One row per term or word and group: how much more it belongs to the group than to the reference. The strongest differences of each group first.',
  zh: '每个术语或词在每组中一行：与参照相比在多大程度上属于该组；各组按差异强弱排列。',
  columns: [
    text('target', 'The group.', '目标组。'),
    text('reference', 'What it is compared with; * is all other groups.', '参照；* 为其余各组。'),
    unit,
    item,
    label,
    whole('frequency_target', 'Occurrences in the target.', '在目标组中的出现次数。'),
    whole('frequency_reference', 'Occurrences in the reference.', '在参照中的出现次数。'),
    whole('tokens_target', 'Counted words of the target.', '目标组的总词数。'),
    whole('tokens_reference', 'Counted words of the reference.', '参照的总词数。'),
    number('per_million_target', 'Frequency per million words in the target.', '目标组中每百万词的次数。'),
    number('per_million_reference', 'Frequency per million words in the reference.', '参照中每百万词的次数。'),
    whole('documents_target', 'Documents of the target with it.', '目标组中出现该项的文档数。'),
    whole(
      'documents_reference',
      'Documents of the reference with it; empty for a list.',
      '参照中出现该项的文档数；词表为空。',
    ),
    number(
      'dp_norm_target',
      'Dispersion over the documents of the target, 0 even, 1 all in the smallest: near 1 it is a word of one document, not of the group.',
      '在目标组各文档间的离散度，0 为均匀，1 为集中于最小的文档；接近 1 说明只是个别文档的词。',
    ),
    number('dp_norm_reference', 'The same for the reference.', '参照中的离散度。'),
    number(
      'largest_share_target',
      'The greatest share of its occurrences in the target that stands in one document: 1 is a word of one document. Empty where the target lacks it.',
      '目标组中出现次数最多的一篇所占份额：1 即只见于一篇；目标组没有时为空。',
    ),
    number(
      'rank_sum_p',
      'p of the rank sum test of its relative frequencies in the documents of both sides (Wilcoxon 1945; Kilgarriff 2001), not corrected: not fooled by one document. Empty where a side has fewer than two documents, and for a list.',
      '两边各文档相对频率的秩和检验 p 值（Wilcoxon 1945；Kilgarriff 2001），未校正：不受个别文档左右。任一边不足两篇或参照为词表时为空。',
    ),
    number(
      'expected_min',
      'The smaller of the two counts that are expected if both were alike.',
      '若两者相同，两个期望次数中较小者。',
    ),
    number(
      'g2',
      'Log-likelihood ratio over four cells (Dunning 1993); negative where it is rarer in the target.',
      '四格对数似然比 G²（Dunning 1993）；目标组中较少时为负。',
    ),
    number('p_value', 'p of G².', 'G² 的 p 值。'),
    number(
      'q_value',
      'p corrected for all items of the target (Benjamini & Hochberg 1995).',
      '对该组全部比较项校正后的 q 值（Benjamini & Hochberg 1995）。',
    ),
    number(
      'g2_two_cell',
      'Log-likelihood of UCREL, two cells (Rayson & Garside 2000).',
      '两格对数似然比（Rayson & Garside 2000，UCREL）。',
    ),
    number('chi2', 'Pearson χ², signed.', '皮尔逊 χ²（带符号）。'),
    number(
      'log_ratio',
      'log2 of the ratio of the relative frequencies (Hardie 2014): 1 is twice as frequent; 0 occurrences count as ½.',
      '相对频率之比的以 2 为底的对数（Hardie 2014）：1 即两倍；0 次按 ½ 计。',
    ),
    number(
      'log_ratio_low',
      'Lower bound of log_ratio at 95 % over all items together; empty where it is not finite.',
      'log_ratio 的下界（全部项合计 95 % 置信）；非有限时为空。',
    ),
    number('log_ratio_high', 'Upper bound of log_ratio.', 'log_ratio 的上界。'),
    number(
      'lrc',
      'The bound nearer to 0, or 0: how strong the difference is at least (Evert 2022).',
      '较接近 0 的界，含 0 时为 0：差异至少有多强（Evert 2022）。',
    ),
    number(
      'percent_diff',
      '%DIFF (Gabrielatos & Marchi 2011); empty where the reference lacks it.',
      '%DIFF（Gabrielatos & Marchi 2011）；参照中没有时为空。',
    ),
    number('odds_ratio', 'Odds ratio; empty where it is not finite.', '优势比；非有限时为空。'),
    number('difference_coefficient', '(r1 − r2)/(r1 + r2), −1 to 1.', '差异系数 (r1 − r2)/(r1 + r2)，−1 至 1。'),
    number('simple_maths', '(fpm1 + 1)/(fpm2 + 1) (Kilgarriff 2009).', '(fpm1 + 1)/(fpm2 + 1)（Kilgarriff 2009）。'),
    number(
      'bic',
      'Two-cell G² less ln N: above 10 is very strong evidence (Wilson 2013).',
      '两格 G² 减 ln N：大于 10 为极强证据（Wilson 2013）。',
    ),
    whole('cochran', '1 where all expected counts are 5 or more; else 0.', '期望次数均不小于 5 时为 1，否则为 0。'),
    whole(
      'cochran_extended',
      '1 where they are 1 or more and |G²| is 15.13 or more (Rayson et al. 2004); else 0.',
      '期望次数均不小于 1 且 |G²| ≥ 15.13 时为 1（Rayson 等 2004），否则为 0。',
    ),
  ],
};

export const byGroupSchema: TableSchema = {
  name: 'by_group',
  en: 'One row per term or word and group, groups in their order.',
  zh: '每个术语或词在每组中一行，组按顺序排列。',
  columns: [
    unit,
    item,
    label,
    group,
    whole('frequency', 'Occurrences in the group.', '在该组中的出现次数。'),
    whole('documents', 'Documents of the group with it.', '该组中出现该项的文档数。'),
    whole('tokens', 'Counted words of the group.', '该组的总词数。'),
    number('per_million', 'Frequency per million words.', '每百万词的次数。'),
    number(
      'per_million_low',
      'Its lower bound at 95 % (Clopper & Pearson 1934).',
      '95 % 下界（Clopper & Pearson 1934）。',
    ),
    number('per_million_high', 'Its upper bound at 95 %.', '95 % 上界。'),
  ],
};

export const trendsSchema: TableSchema = {
  name: 'trends',
  en: 'One row per term or word: its rise or fall along groups that are numbers or dates, such as years; the clearest first. Groups without words are left out, not taken for 0.',
  zh: '每个术语或词一行：沿数值或日期分组（如年份）的升降趋势，最明显者在前。',
  columns: [
    unit,
    item,
    label,
    whole('frequency', 'Occurrences in all groups.', '各组合计出现次数。'),
    whole('groups', 'Groups with it.', '出现该项的组数。'),
    text('first', 'The first group with it.', '首次出现的组。'),
    text('last', 'The last group with it.', '最后出现的组。'),
    number(
      'slope',
      'Median change of the frequency per million by unit of the groups, a year for dates (Theil 1950, Sen 1968).',
      '每百万词次数随分组单位（日期按年）的中位变化（Theil 1950；Sen 1968）。',
    ),
    number('tau', 'Kendall’s τ with the groups, −1 to 1.', '与分组顺序的 Kendall τ，−1 至 1。'),
    whole('s', 'Pairs of groups that rise less those that fall (Mann 1945).', '上升组对数减下降组对数（Mann 1945）。'),
    number(
      'p_value',
      'p of the trend (Mann–Kendall), exact up to 60 groups without ties.',
      '趋势的 p 值（Mann–Kendall；60 组以内且无并列时为精确值）。',
    ),
    number('q_value', 'p corrected for all items (Benjamini & Hochberg 1995).', '对全部项校正后的 q 值。'),
    text(
      'change',
      'The group from which on the level is another, by Pettitt 1979.',
      '水平发生变化的起始组（Pettitt 1979）。',
    ),
    number('change_p', 'p of the change (approximate).', '变化点的 p 值（近似）。'),
    number(
      'per_million_before',
      'Frequency per million words in all groups before the change.',
      '变化之前各组合计每百万词的次数。',
    ),
    number('per_million_after', 'The same from the change on.', '变化之后（含该组）每百万词的次数。'),
  ],
};

export const turnoverSchema: TableSchema = {
  name: 'turnover',
  en: 'One row per period and unit where groups are numbers or dates: what is seen for the first time and what is seen no more. Items of comparison.min_frequency or more in all groups; a longer period has more new ones.',
  zh: '分组为数值或日期时，每个时期的术语与词各一行：首次出现与不再出现者。只计各组合计达到 comparison.min_frequency 者；篇幅越长，新项越多。',
  columns: [
    unit,
    text('period', 'The group.', '时期（组）。'),
    whole('documents', 'Documents of the period.', '该时期的文档数。'),
    whole('tokens', 'Counted words of the period.', '该时期的总词数。'),
    whole('items', 'Different terms or words in the period.', '该时期出现的不同术语或词数。'),
    whole('new', 'Those that no earlier period has; empty in the first.', '其中此前各时期均未出现者；首个时期为空。'),
    whole(
      'returned',
      'Those that the period before lacks and an earlier one has; empty in the first.',
      '上一时期没有而更早时期出现过者；首个时期为空。',
    ),
    whole(
      'vanished',
      'Those of the period before that neither this nor any later one has; empty in the first.',
      '上一时期出现而本时期及以后均不再出现者；首个时期为空。',
    ),
    text(
      'new_items',
      'The new ones, the most frequent of the period first; 30 at most.',
      '新项，按该时期频数降序；至多 30 个。',
    ),
    text(
      'vanished_items',
      'The vanished ones, the most frequent of all periods before first; 30 at most.',
      '消失项，按此前各时期频数降序；至多 30 个。',
    ),
  ],
};
