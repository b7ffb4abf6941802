import { number, text, whole } from '../model/columns.ts';
import type { Column, TableSchema } from '../model/table.ts';

const document = text(
  'document',
  'Path of the document under the input folder, with / on every system.',
  '文档在输入文件夹下的路径，各系统一律用 / 分隔。',
);
const form = text('form', 'The matched text without citation marks.', '命中的文字，不含引文标记。');

/** Where a match stands, and what is around it; the same columns in every table of matches. */
export const placeColumns: readonly Column[] = [
  whole('block', 'Number of its block, as in blocks.csv.', '所在文本块的编号，同 blocks.csv。'),
  whole('sentence', 'Number of its sentence in the document, from 1.', '所在句子在文档中的编号，从 1 起。'),
  whole('start', 'Start in the repaired text, in code points from 0.', '在修复文本中的起点，以码位计，从 0 起。'),
  whole('end', 'End in the repaired text (exclusive).', '在修复文本中的终点（不含）。'),
  whole('raw_start', 'Start in the source, in code points.', '在原文中的起点，以码位计。'),
  whole('raw_end', 'End in the source (exclusive).', '在原文中的终点（不含）。'),
  whole('page', 'Page of the source, from 1; empty where it has none.', '原文页码，从 1 起；无页则为空。'),
  whole('line', 'Line of the source, from 1.', '原文行号，从 1 起。'),
  text('left', 'What stands before it in its block.', '同一文本块中的上文。'),
  text('match', 'The text as it stands.', '命中的原样文字。'),
  text('right', 'What stands after it in its block.', '同一文本块中的下文。'),
];

export const kwicSchema: TableSchema = {
  name: 'kwic',
  en: 'One row per match of a pattern, with its context and its place.',
  zh: '检索式的每处命中一行，附上下文与出处。',
  columns: [
    document,
    text('title', 'Title of the document; empty where it is not known.', '文档标题；不明则为空。'),
    text(
      'group',
      'Group of the document by the column that was asked for; else empty.',
      '按所给元数据列划分的组；未给出时为空。',
    ),
    form,
    ...placeColumns,
  ],
};

/** Counts of matches by form, document or group: `by` is the name of the first column. */
export function kwicCountSchema(by: string): TableSchema {
  return {
    name: 'kwic_counts',
    en: `Matches of a pattern by ${by}, the most frequent first.`,
    zh: '检索式命中次数的分类汇总，按次数降序。',
    columns: [
      text(by, 'What is counted by: a form, a document or a group.', '计数的类别：词形、文档或组。'),
      whole('frequency', 'Number of matches.', '命中次数。'),
      whole('documents', 'Documents with a match.', '有命中的文档数。'),
      whole(
        'tokens',
        'Counted words of these texts: of all documents, of the document, of the group.',
        '计入统计的词数：全部文档、该文档或该组。',
      ),
      number('per_million', 'Matches per million of these words.', '每百万词的命中次数。'),
    ],
  };
}

const codeColumns = [
  text('code', 'Name of the code.', '编码名称。'),
  text(
    'category',
    'Category path of the code; empty where it stands under none.',
    '编码所属类别（路径）；不属任何类别时为空。',
  ),
];

export const codesSchema: TableSchema = {
  name: 'codes',
  en: 'One row per coding rule, the most frequent first; rules that nothing meets are the last, with 0.',
  zh: '每条编码规则一行，按次数降序；无命中的规则列于末尾，次数为 0。',
  columns: [
    ...codeColumns,
    whole(
      'frequency',
      'Places in the counted blocks that meet the rule; of overlapping places the first, and of those the longest.',
      '计入统计的文本块中符合规则的处数；相互重叠时取最先者，起点相同取最长者。',
    ),
    whole('documents', 'Documents in which it occurs.', '出现该编码的文档数。'),
    number(
      'per_million',
      'Frequency per million words of the counted blocks of all documents.',
      '全部文档中每百万词的次数。',
    ),
    number(
      'dp_norm',
      'Dispersion over the documents: normalised deviation of proportions (Gries 2008; Lijffijt & Gries 2012), 0 even to 1 uneven; empty where it is not defined.',
      '在各文档间的离散度：归一化比例偏差 DPnorm（Gries 2008；Lijffijt & Gries 2012），0 为均匀，1 为集中；无定义时为空。',
    ),
  ],
};

export const codesByDocumentSchema: TableSchema = {
  name: 'codes_by_document',
  en: 'One row per document and code that occurs in it.',
  zh: '每篇文档中出现的每个编码一行。',
  columns: [
    document,
    ...codeColumns,
    whole('frequency', 'Places in the document that meet the rule.', '文档中符合规则的处数。'),
    number(
      'per_million',
      'Frequency per million words of the counted blocks of the document.',
      '该文档中每百万词的次数。',
    ),
  ],
};

export const codeOccurrencesSchema: TableSchema = {
  name: 'code_occurrences',
  en: 'One row per place that meets a coding rule, in the order of the text.',
  zh: '符合编码规则的每一处一行，按文本顺序。',
  columns: [document, ...codeColumns, form, ...placeColumns],
};

const dimension = text('dimension', 'What is graded, as the graded lexicon names it.', '评分维度，依分级词表所定。');

export const scoresSchema: TableSchema = {
  name: 'scores',
  en: 'One row per document and dimension of the graded lexicons, also where no word of it occurs.',
  zh: '每篇文档的每个分级维度一行；没有命中的也列出。',
  columns: [
    document,
    dimension,
    whole('hits', 'Graded words in the counted blocks.', '计入统计的文本块中分级词的次数。'),
    number('sum', 'Sum of their scores: grade times the modifiers before it.', '得分之和：等级乘以其前修饰词的系数。'),
    number('mean', 'Sum by hits; empty without hits.', '平均得分：得分之和除以次数；无命中时为空。'),
    number('per_thousand', 'Sum per thousand words of the counted blocks.', '每千词得分之和。'),
    whole('modified', 'Hits with a negation or a degree word before them.', '其前有否定词或程度词的次数。'),
    whole('tokens', 'Counted words of the document.', '文档计入统计的词数。'),
  ],
};

export const scoreOccurrencesSchema: TableSchema = {
  name: 'score_occurrences',
  en: 'One row per graded word that was scored: the sums of scores.csv can be made from it.',
  zh: '计分的每个分级词一行：scores.csv 的得分之和即由此相加而得。',
  columns: [
    document,
    dimension,
    text('word', 'The entry of the graded lexicon.', '分级词表中的词条。'),
    number('grade', 'Its grade.', '等级（分值）。'),
    text('modifiers', 'Negations and degree words before it, parted by |.', '其前的否定词与程度词，以 | 分隔。'),
    number('factor', 'Product of their factors; 1 without any.', '修饰词系数之积；没有则为 1。'),
    number('score', 'Grade times factor.', '得分：等级乘以系数。'),
    ...placeColumns,
  ],
};
