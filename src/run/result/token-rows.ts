import { text, whole } from '../../model/columns.ts';
import type { TaggedDocument } from '../../model/document.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import { universalOf } from '../../model/universal-tags.ts';
import type { Settings } from '../settings.ts';
import type { DocumentIndex } from './document-index.ts';
import type { Places } from './places.ts';

export const tokensSchema: TableSchema = {
  name: 'tokens',
  en: 'One row per word of the text, in reading order; punctuation and citation marks are no words.',
  zh: '文本中每个词一行，按阅读顺序；标点与文献标注不是词。',
  columns: [
    text('document', 'Path of the document under the input folder.', '文档在输入文件夹下的路径。'),
    whole('token', 'Number of the word within the document (1-based).', '文档内的词序号（从 1 起）。'),
    whole('sentence', 'Number of its sentence (1-based).', '所在句子的序号（从 1 起）。'),
    whole('block', 'Number of its block (1-based), as in blocks.csv.', '所在文本块的序号（从 1 起），同 blocks.csv。'),
    whole('counted', '1 where its block is of a kind that is counted, else 0.', '所在文本块计入统计为 1，否则为 0。'),
    whole('start', 'Start in the repaired text, in Unicode code points.', '在修复后文本中的起点（Unicode 码点）。'),
    whole('end', 'End in the repaired text, exclusive.', '在修复后文本中的终点（不含）。'),
    text('form', 'The word, citation marks inside it left out.', '词形，不含词中的文献标注。'),
    text('tag', 'Part of speech, in jieba’s tag set.', '词性（jieba 标记集）。'),
    text('upos', 'Universal part of speech.', '通用词性（UPOS）。'),
    text('term', 'The listed term, the longest one, that the word is a part of.', '该词所属的术语（取最长者）。'),
    text('category', 'Category of that term.', '该术语的类别。'),
    text(
      'term_place',
      'B: the first word of the term; I: a further one. Empty where it is in none.',
      'B：术语的首词；I：术语的其余词；不属术语时为空。',
    ),
  ],
};

/** Rows of tokens.csv. */
export function tokenRows(
  document: TaggedDocument,
  terms: readonly Term[],
  places: Places,
  index: DocumentIndex,
  { count_kinds }: Pick<Settings, 'count_kinds'>,
  emit: (cells: readonly Cell[]) => void,
): void {
  const { id, blocks, tokens, nested } = document;
  const { start, end, type, types, tag, tags } = tokens;
  const kinds = new Set<string>(count_kinds);
  const found = document.terms;
  let next = 0;
  for (let i = 0; i < start.length; i++) {
    const from = start[i]!;
    const to = end[i]!;
    // Outer occurrences do not overlap but where two lists cross; the first that reaches into the word is taken.
    while (next < found.start.length && (nested[next] === 1 || found.end[next]! <= from)) next++;
    const isIn = next < found.start.length && found.start[next]! < to;
    const term = isIn ? terms[found.label[next]!] : undefined;
    const block = index.block(from);
    emit([
      id,
      i + 1,
      index.sentence(from),
      block,
      kinds.has(blocks[block - 1]?.kind ?? '') ? 1 : 0,
      places.text.toCodePoints(from),
      places.text.toCodePoints(to),
      types[type[i]!]!,
      tags[tag[type[i]!]!] ?? null,
      universalOf(tokens, type[i]!),
      term?.term ?? null,
      term?.category ?? null,
      term === undefined ? null : i > 0 && end[i - 1]! > found.start[next]! ? 'I' : 'B',
    ]);
  }
}
