import { text, whole } from '../model/columns.ts';
import type { TableSchema } from '../model/table.ts';

export const citationsSchema: TableSchema = {
  name: 'citations',
  en: 'One row per place at which a document names another by its 《title》 or its document number, in the order of the documents.',
  zh: '文档以《标题》或文号提及其他文件，每处一行，按文档顺序排列。',
  columns: [
    text('document', 'The document that cites.', '引用方文档。'),
    text(
      'kind',
      'title (《…》) or number (国发〔2015〕12号).',
      'title（标题，《…》）或 number（文号，如国发〔2015〕12号）。',
    ),
    text('form', 'What stands there, without citation marks.', '原文写法，不含引文标记。'),
    text(
      'key',
      'The same for all ways to write one title or number: without 《》, 中华人民共和国 and version; a short name that the document gave (以下简称) is the full title. Count it to see what is cited most, also outside the corpus.',
      '同一标题或文号的统一写法：去掉《》、中华人民共和国与版本；文中“以下简称”的简称还原为全称。按此列计数可知何者被引最多，包括语料之外的文件。',
    ),
    text('number', 'Document number in brackets right after the title.', '标题后括号内的文号。'),
    text(
      'target',
      'corpus (the cited document is in the corpus), self (the document itself) or outside.',
      'corpus（被引文件在语料内）、self（文档自身）或 outside（语料之外）。',
    ),
    text(
      'cited',
      'The cited documents, parted by ; where there are several of that name, such as versions of a law. Empty outside.',
      '被引文档；同名者（如法律的不同版本）有多篇时以 ; 分隔；语料之外为空。',
    ),
    whole('block', 'Number of its block, as in blocks.csv.', '所在文本块的编号，同 blocks.csv。'),
    whole('sentence', 'Number of its sentence in the document, from 1.', '所在句子在文档中的编号，从 1 起。'),
    whole('start', 'Start in the repaired text, in code points from 0.', '在修复文本中的起点，以码位计，从 0 起。'),
    whole('end', 'End in the repaired text (exclusive).', '在修复文本中的终点（不含）。'),
    whole('raw_start', 'Start in the source, in code points.', '在原文中的起点，以码位计。'),
    whole('raw_end', 'End in the source (exclusive).', '在原文中的终点（不含）。'),
    whole('page', 'Page of the source, from 1; empty where it has none.', '原文页码，从 1 起；无页则为空。'),
    whole('line', 'Line of the source, from 1.', '原文行号，从 1 起。'),
    text('left', 'What stands before it in its block.', '同一文本块中的上文。'),
    text('match', 'The text as it stands.', '原样文字。'),
    text('right', 'What stands after it in its block.', '同一文本块中的下文。'),
  ],
};
