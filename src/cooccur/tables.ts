import { text, whole } from '../model/columns.ts';
import type { TableSchema } from '../model/table.ts';
import { measureColumn } from './measure-columns.ts';
import { defaultMeasures, type PairMeasure } from './pair-measures.ts';

/** The schema of cooccurrence.csv with these measures. */
export function cooccurrenceSchema(measures: readonly PairMeasure[] = defaultMeasures): TableSchema {
  return {
    name: 'cooccurrence',
    en: 'One row per pair and kind of unit. Pairs need disjoint places: a term inside another is no pair with it. They are unordered, but for the unit span, where a is the node and b what is in its spans. The measures are of the table O11 = joint, row R1 = count_a, column C1 = count_b, N = units, with R2 = N − R1, C2 = N − C1, O12 = R1 − O11, O21 = C1 − O11, and E11 = R1 × C1 / N = expected. Numbers with a fraction have ten significant digits; a measure that is not defined is empty.',
    zh: '每对词语在每种共现单位下一行。两处位置须不相交：位于另一术语之内者不与其构成词对。词对不分先后；唯 span 单位中 a 为节点词，b 为其跨距之内的词。各指标按四格表计算：O11 = joint，行和 R1 = count_a，列和 C1 = count_b，N = units，R2 = N − R1，C2 = N − C1，O12 = R1 − O11，O21 = C1 − O11，E11 = R1 × C1 / N = expected。小数保留十位有效数字；无定义的指标为空。',
    columns: [
      text(
        'a',
        'The term or word that is first by code unit; with the unit span, the node. A term under several categories is one.',
        '词对中按码元排序在前者；span 单位中为节点词。同一术语属于多个类别时合为一项。',
      ),
      text(
        'b',
        'The other one; with the unit span, what is in the spans of a.',
        '词对中的另一项；span 单位中为 a 跨距之内的词。',
      ),
      text(
        'unit',
        'sentence; paragraph (a block of any counted kind); document; window (a number of words, given in the settings: one window begins at each word, is cut off at the end of the paragraph, or of the sentence where the settings say so, and holds what lies in it whole); span (the words before and after each a, their numbers given in the settings as left and right, cut off in the same way: b is in it where it begins there and touches no word of any a).',
        '共现单位：sentence 句子；paragraph 段落（计入统计的任一文本块）；document 文档；window 窗口（词数见设置：自每个词起各有一个窗口，至段末截止，设置为按句时至句末截止，整体位于窗口内者方算在内）；span 跨距（每个 a 之前与之后若干词，词数见设置 left 与 right，截止处同上；b 始于其中且不与任何 a 共用词者方算在内）。',
      ),
      whole(
        'joint',
        'Units that hold both; with the unit span, words in the spans of a in which b begins, each once however many spans it is in. With count: all, pairs of occurrences in the same unit or span (each once, also where several windows hold it).',
        '两者同在的单位数；span 单位中为 a 的跨距之内 b 起始的词数，同在几个跨距之内者只计一次。设为 count: all 时，为同一单位或跨距内的出现对数（同一对即使在多个窗口内也只计一次）。',
      ),
      whole(
        'count_a',
        'Units in which a is present, also inside longer terms, but without those in which it is only inside b. With the unit span, the words of all spans of a, each once and without the words of a. With count: all, the sum of joint over all pairs of a.',
        'a 出现的单位数，含位于更长术语之内者，但不含仅位于 b 之内的单位。span 单位中为 a 所有跨距的词数，每词计一次，不含 a 自身的词。设为 count: all 时，为 a 的所有词对 joint 之和。',
      ),
      whole(
        'count_b',
        'The same for b. With the unit span, the words in which b begins without touching a.',
        'b 的相应数目。span 单位中为 b 起始且不与 a 共用的词数。',
      ),
      whole(
        'units',
        'N. Units of this kind that are counted: sentences, blocks or documents of the counted kinds; for windows the number of words; with the unit span the number of words less those of a. With count: all, twice the sum of joint over all pairs, with the unit span once.',
        'N，即该种单位的总数：计入统计的句子、文本块或文档数；窗口为词数；span 单位为总词数减 a 自身的词数。设为 count: all 时，为所有词对 joint 之和的两倍（span 单位为一倍）。',
      ),
      ...measures.map(measureColumn),
    ],
  };
}
