import { text, whole } from '../../model/columns.ts';
import type { TaggedDocument } from '../../model/document.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import { findNames } from '../../tag/names/find-names.ts';
import type { DocumentIndex } from './document-index.ts';
import type { Places } from './places.ts';

export const namesSchema: TableSchema = {
  name: 'names',
  en: 'One row per name of a person, place or organisation; one may lie inside another.',
  zh: '每个人名、地名或机构名一行；名称可嵌套。',
  columns: [
    text('document', 'Path of the document under the input folder.', '文档在输入文件夹下的路径。'),
    text('label', 'person, place or organisation.', '类别：person 人名、place 地名、organisation 机构名。'),
    text('name', 'The name as it stands.', '原样名称。'),
    text(
      'rule',
      'How it was found: dictionary, title (beside a title), suffix (省, 委员会 …), list (of state bodies) or context.',
      '识别依据：dictionary 词典、title 相邻职务、suffix 后缀（省、委员会等）、list 常见机构表、context 上下文。',
    ),
    whole('nested', '1 where it lies inside another name, else 0.', '位于另一名称之内为 1，否则为 0。'),
    whole('block', 'Number of its block (1-based), as in blocks.csv.', '所在文本块的序号（从 1 起），同 blocks.csv。'),
    whole('sentence', 'Number of its sentence (1-based).', '所在句子的序号（从 1 起）。'),
    whole('start', 'Start in the repaired text, in Unicode code points.', '在修复后文本中的起点（Unicode 码点）。'),
    whole('end', 'End in the repaired text, exclusive.', '在修复后文本中的终点（不含）。'),
  ],
};

/** Rows of names.csv, in the order of the text. */
export function nameRows(
  document: TaggedDocument,
  places: Places,
  index: DocumentIndex,
  emit: (cells: readonly Cell[]) => void,
): void {
  let reach = 0;
  for (const { start, end, label, rule } of findNames(document)) {
    emit([
      document.id,
      label,
      document.text.slice(start, end),
      rule,
      end <= reach ? 1 : 0,
      index.block(start),
      index.sentence(start),
      places.text.toCodePoints(start),
      places.text.toCodePoints(end),
    ]);
    reach = Math.max(reach, end);
  }
}
