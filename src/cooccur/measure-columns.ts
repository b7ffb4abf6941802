import { number, whole } from '../model/columns.ts';
import type { Column } from '../model/table.ts';
import type { PairMeasure } from './pair-measures.ts';

/** What the column of each measure holds. Cells as in the description of the table. */
const descriptions: Readonly<Record<PairMeasure, readonly [en: string, zh: string]>> = {
  expected: [
    'Joint count if the two were independent: count_a × count_b / N.',
    '两者独立时的期望共现数：count_a × count_b / N。',
  ],
  expected_min: [
    'The smallest of the four expected counts: min(R1, N − R1) × min(C1, N − C1) / N.',
    '四格期望数之最小者：min(R1, N − R1) × min(C1, N − C1) / N。',
  ],
  cochran: [
    '1 where expected_min is 5 or more, else 0: below it p-values by χ² or the normal distribution are not to be trusted (Cochran 1954); those of Fisher are.',
    'expected_min 不小于 5 时为 1，否则为 0：小于 5 时，依 χ² 或正态分布所得的 p 值不可信（Cochran 1954），Fisher 检验的 p 值仍可信。',
  ],
  pmi: [
    'Pointwise mutual information, log2(joint / expected) (Church & Hanks 1990).',
    '点互信息 log2(joint / expected)（Church & Hanks 1990）。',
  ],
  mi2: ['log2(joint² / expected) (Daille 1994).', 'MI2：log2(joint² / expected)（Daille 1994）。'],
  mi3: ['log2(joint³ / expected) (Daille 1994).', 'MI3：log2(joint³ / expected)（Daille 1994）。'],
  local_mi: ['joint × PMI.', '局部互信息：joint × PMI。'],
  ppmi: [
    'Positive PMI, the greater of PMI and 0 (Levy, Goldberg & Dagan 2015).',
    '正点互信息：PMI 与 0 之大者（Levy, Goldberg & Dagan 2015）。',
  ],
  npmi: [
    'PMI / −log2(joint / N), −1 to 1 (Bouma 2009); empty where both are in every unit.',
    '归一化点互信息 PMI / −log2(joint / N)，−1 至 1（Bouma 2009）；两者遍布所有单位时为空。',
  ],
  t_score: [
    '(joint − expected) / √joint (Church et al. 1991).',
    't 值：(joint − expected) / √joint（Church et al. 1991）。',
  ],
  z_score: ['(joint − expected) / √expected (Dennis 1964).', 'z 值：(joint − expected) / √expected（Dennis 1964）。'],
  z_score_yates: ['z_score with joint moved ½ towards expected.', 'z 值，joint 向 expected 校正 ½。'],
  g2: [
    'Log-likelihood ratio over the four cells (Dunning 1993), negative where they meet less often than expected.',
    '对数似然比 G²，四格（Dunning 1993）；共现少于期望时取负号。',
  ],
  g2_williams: [
    'g2 divided by 1 + (N/R1 + N/R2 − 1)(N/C1 + N/C2 − 1)/6N (Williams 1976).',
    'g2 除以 1 + (N/R1 + N/R2 − 1)(N/C1 + N/C2 − 1)/6N（Williams 1976）。',
  ],
  simple_ll: [
    '2 × (joint × ln(joint / expected) − (joint − expected)), signed as g2 (Evert 2004).',
    '简单对数似然：2 × (joint × ln(joint / expected) − (joint − expected))，符号同 g2（Evert 2004）。',
  ],
  chi2: [
    'N(O11·O22 − O12·O21)² / (R1·R2·C1·C2), signed as g2 (Pearson 1900).',
    '卡方：N(O11·O22 − O12·O21)² / (R1·R2·C1·C2)，符号同 g2（Pearson 1900）。',
  ],
  chi2_yates: [
    'chi2 with |O11·O22 − O12·O21| less N/2 (Yates 1934).',
    '连续性校正卡方：|O11·O22 − O12·O21| 减 N/2（Yates 1934）。',
  ],
  chi2_williams: ['chi2 divided as g2_williams is.', 'chi2 除以与 g2_williams 相同之数。'],
  phi2: ['|chi2| / N, 0 to 1 (Gale & Church 1991).', 'φ²：|chi2| / N，0 至 1（Gale & Church 1991）。'],
  dice: [
    '2 × joint / (count_a + count_b), 0 to 1 (Smadja et al. 1996).',
    'Dice 系数：2 × joint / (count_a + count_b)，0 至 1（Smadja et al. 1996）。',
  ],
  log_dice: [
    '14 + log2(2 × joint / (count_a + count_b)), at most 14 (Rychlý 2008).',
    'logDice：14 + log2(2 × joint / (count_a + count_b))，最大 14（Rychlý 2008）。',
  ],
  jaccard: [
    'joint / (count_a + count_b − joint), 0 to 1.',
    'Jaccard 系数：joint / (count_a + count_b − joint)，0 至 1。',
  ],
  ochiai: ['joint / √(count_a × count_b), 0 to 1.', 'Ochiai 系数：joint / √(count_a × count_b)，0 至 1。'],
  equivalence: [
    'Equivalence index joint² / (count_a × count_b), 0 to 1 (Callon et al. 1991).',
    '等价指数：joint² / (count_a × count_b)，0 至 1（Callon et al. 1991）。',
  ],
  association_strength: [
    'joint / (count_a × count_b) (van Eck & Waltman 2009).',
    '关联强度：joint / (count_a × count_b)（van Eck & Waltman 2009）。',
  ],
  delta_p_b_given_a: [
    'ΔP: share of b among what has a, less its share among what has not, O11/R1 − O21/R2, −1 to 1 (Gries 2013).',
    'ΔP：有 a 者中 b 的比例减无 a 者中 b 的比例，O11/R1 − O21/R2，−1 至 1（Gries 2013）。',
  ],
  delta_p_a_given_b: ['ΔP the other way round, O11/C1 − O12/C2.', '反向 ΔP：O11/C1 − O12/C2。'],
  min_sensitivity: [
    'joint / the greater of count_a and count_b, 0 to 1 (Pedersen & Bruce 1996).',
    '最小敏感度：joint 除以 count_a 与 count_b 之大者，0 至 1（Pedersen & Bruce 1996）。',
  ],
  odds_ratio: [
    'O11·O22 / (O12·O21); empty where one of the divisors is 0.',
    '优势比：O11·O22 / (O12·O21)；除数为 0 时为空。',
  ],
  log_odds_ratio: [
    'Natural logarithm of the odds ratio with ½ added to each cell (Blaheta & Johnson 2001: λ).',
    '对数优势比：各格加 ½ 后取自然对数（Blaheta & Johnson 2001 之 λ）。',
  ],
  log_odds_ratio_z: ['log_odds_ratio by its standard error.', 'log_odds_ratio 除以其标准误。'],
  relative_risk: ['(O11/C1) / (O12/C2); empty where O12 is 0.', '相对风险：(O11/C1) / (O12/C2)；O12 为 0 时为空。'],
  log_ratio: [
    'log2 of (O11/R1) / (O21/R2), a count of 0 taken for ½ (Hardie 2014): each point doubles the share of b where a is.',
    'log2[(O11/R1) / (O21/R2)]，0 以 ½ 代之（Hardie 2014）：每增 1，有 a 处 b 的比例翻一番。',
  ],
  t_score_p: ['Two-sided probability of t_score by the normal distribution.', 't_score 依正态分布的双侧概率。'],
  z_score_p: ['Two-sided probability of z_score by the normal distribution.', 'z_score 依正态分布的双侧概率。'],
  g2_p: ['The same as p_value.', '同 p_value。'],
  simple_ll_p: [
    'Upper tail of χ² with one degree of freedom at |simple_ll|.',
    '|simple_ll| 在自由度为 1 的 χ² 分布上的上尾概率。',
  ],
  chi2_p: ['Upper tail of χ² with one degree of freedom at |chi2|.', '|chi2| 在自由度为 1 的 χ² 分布上的上尾概率。'],
  chi2_yates_p: [
    'Upper tail of χ² with one degree of freedom at |chi2_yates|.',
    '|chi2_yates| 在自由度为 1 的 χ² 分布上的上尾概率。',
  ],
  fisher_greater: [
    "Fisher's exact test for attraction: probability of this joint count or a greater one, the margins given (Fisher 1935; Pedersen 1996). Right also where expected counts are small.",
    'Fisher 精确检验（相吸）：边际固定时共现数不小于此值的概率（Fisher 1935；Pedersen 1996）；期望数小时亦适用。',
  ],
  fisher_less: [
    "Fisher's exact test for avoidance: probability of this joint count or a smaller one.",
    'Fisher 精确检验（相斥）：共现数不大于此值的概率。',
  ],
  fisher_two_sided: [
    "Fisher's exact test on both sides: probability of all tables that are not more probable than this one. Right also where expected counts are small.",
    'Fisher 精确检验（双侧）：概率不大于本表者之和；期望数小时亦适用。',
  ],
  fisher_greater_log10: [
    'Decimal logarithm of fisher_greater, which does not underflow.',
    'fisher_greater 的常用对数，不致下溢。',
  ],
  p_value: [
    'Upper tail of χ² with one degree of freedom at |g2|: two-sided, for units that are independent. Windows overlap, and pairs of occurrences share units: read it there as a ranking only. Not to be trusted where an expected count is below 5; fisher_two_sided (--measures) is exact there.',
    '|g2| 在自由度为 1 的 χ² 分布上的上尾概率（双侧），以各单位相互独立为前提；窗口相互重叠，出现对共用单位，此时仅宜作排序之用。期望数小于 5 时不可信，可改用精确的 fisher_two_sided（--measures）。',
  ],
  q_value: [
    'p_value corrected for the number of tests (Benjamini & Hochberg 1995) over the rows of the same kind of unit, also those that are not written.',
    '按检验次数校正的 p 值（Benjamini & Hochberg 1995），以同一种单位的所有词对为范围，含未写出者。',
  ],
  t_score_q: ['t_score_p, corrected as q_value.', 't_score_p 的校正值，法同 q_value。'],
  z_score_q: ['z_score_p, corrected as q_value.', 'z_score_p 的校正值，法同 q_value。'],
  g2_q: ['The same as q_value.', '同 q_value。'],
  simple_ll_q: ['simple_ll_p, corrected as q_value.', 'simple_ll_p 的校正值，法同 q_value。'],
  chi2_q: ['chi2_p, corrected as q_value.', 'chi2_p 的校正值，法同 q_value。'],
  chi2_yates_q: ['chi2_yates_p, corrected as q_value.', 'chi2_yates_p 的校正值，法同 q_value。'],
  fisher_greater_q: ['fisher_greater, corrected as q_value.', 'fisher_greater 的校正值，法同 q_value。'],
  fisher_less_q: ['fisher_less, corrected as q_value.', 'fisher_less 的校正值，法同 q_value。'],
  fisher_two_sided_q: ['fisher_two_sided, corrected as q_value.', 'fisher_two_sided 的校正值，法同 q_value。'],
};

/** The column of a measure. */
export function measureColumn(name: PairMeasure): Column {
  return (name === 'cochran' ? whole : number)(name, ...descriptions[name]);
}
