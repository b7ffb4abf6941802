import { number, text, whole } from '../../model/columns.ts';
import type { Column, TableSchema } from '../../model/table.ts';

const side = (name: 'a' | 'b', en: string, zh: string): readonly Column[] => [
  text(`document_${name}`, `${en} document.`, `${zh}文档。`),
  whole(
    `block_${name}`,
    'Number of the block in which the passage begins there, as in blocks.csv.',
    '段落在该文档中起始文本块的编号，同 blocks.csv。',
  ),
  whole(
    `start_${name}`,
    'Start in the repaired text, in code points from 0.',
    '在修复文本中的起点，以码位计，从 0 起。',
  ),
  whole(`end_${name}`, 'End in the repaired text (exclusive).', '在修复文本中的终点（不含）。'),
  whole(`raw_start_${name}`, 'Start in the source, in code points.', '在原文中的起点，以码位计。'),
  whole(`raw_end_${name}`, 'End in the source (exclusive).', '在原文中的终点（不含）。'),
  whole(`page_${name}`, 'Page of the source, from 1; empty where it has none.', '原文页码，从 1 起；无页则为空。'),
  whole(`line_${name}`, 'Line of the source, from 1.', '原文行号，从 1 起。'),
];

export const reuseSchema: TableSchema = {
  name: 'reuse',
  en: 'One row per passage that two documents share, in the order of the first one. Han characters, letters and digits are compared, not marks; a passage may run over several blocks. Boilerplate has one row for each document, with the first one that has it, not one for each pair.',
  zh: '两篇文档共有的段落每处一行，按前一文档中的位置排列。只比较汉字、字母和数字，不计标点；段落可跨越多个文本块。套语每篇文档一行，与首篇含有它的文档配对，而非两两成行。',
  columns: [
    ...side('a', 'The first', '前一'),
    ...side('b', 'The second', '后一'),
    whole(
      'length',
      'Compared characters that both sides have in the same order.',
      '两边按相同顺序共有的字符数（汉字、字母、数字）。',
    ),
    whole('length_a', 'Compared characters of the passage in the first document.', '前一文档中该段的比较字符数。'),
    whole('length_b', 'The same in the second.', '后一文档中该段的比较字符数。'),
    number(
      'identity',
      '2·length/(length_a + length_b): 1 where all is the same.',
      '2·length/(length_a + length_b)；完全相同时为 1。',
    ),
    whole(
      'documents',
      'Documents that hold the passage: the median over sampled shingles of it.',
      '含有该段的文档数：对其抽样字串取中位数。',
    ),
    text(
      'label',
      'boilerplate (in more documents than the setting says, the history of a law under its title, or set phrases of laws), version (both documents have one title) or shared.',
      'boilerplate（套语：见于多于设定数目的文档，标题下的法律沿革，或法律文本的固定用语）、version（两文档标题相同，为不同版本）或 shared（其他共有段落）。',
    ),
    whole(
      'cluster',
      'The same number for passages that share a place: what five documents have in common has one.',
      '在同一位置的段落编号相同：五篇文档共有的段落为同一类。',
    ),
    text('text_a', 'The passage as it stands in the first document.', '前一文档中的原文。'),
    text('text_b', 'The passage as it stands in the second.', '后一文档中的原文。'),
  ],
};
