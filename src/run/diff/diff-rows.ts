import { significant } from '../../measure/significant.ts';
import { number, text, whole } from '../../model/columns.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import { Places } from '../result/places.ts';
import { type ComparedDocuments, type ComparedRow, keptShare, type Version } from './compare-documents.ts';
import { markedText } from './marked-text.ts';

export const diffSchema: TableSchema = {
  name: 'diff',
  en: 'Two versions of a document, a row an article, heading or paragraph',
  zh: '同一文件两个版本的比较，每条、每个标题或段落一行',
  columns: [
    text(
      'status',
      'unchanged, changed, split, merged, added or deleted',
      '结果：unchanged 未改、changed 修改、split 拆分、merged 合并、added 新增、deleted 删除',
    ),
    text(
      'move',
      'moved (it stands at another place), renumbered (only its number is another one), or empty',
      'moved 移动位置、renumbered 仅序号变动，或空',
    ),
    text(
      'change',
      'what was changed, the gravest: words, references (only numbers of articles that shifted), marks, paragraphs (only where they begin); empty where nothing was',
      '修改的内容（取最重者）：words 字词、references 仅随条文序号变动的引用、marks 标点、paragraphs 仅分段；未改为空',
    ),
    text('kind', 'article, heading or paragraph', '类别：article 条、heading 标题、paragraph 段落'),
    ...sides('number', text, 'number of the unit', '序号'),
    ...sides('path', text, 'place in the document, as in blocks.csv', '在文件中的位置，同 blocks.csv'),
    ...sides('page', whole, 'page where it begins', '起始页'),
    ...sides('line', whole, 'line of the source where it begins', '原文件中的起始行'),
    ...sides(
      'start',
      whole,
      'first character in the repaired text, in code points from 0',
      '修复后文本中的起点（码位，从 0 起）',
    ),
    ...sides('end', whole, 'end in the repaired text, in code points', '修复后文本中的终点（码位）'),
    ...sides('words', whole, 'words, without its number', '词数（不含序号）'),
    whole('words_deleted', 'words of the older version that the newer one has not', '删去的词数'),
    whole('words_added', 'words of the newer version that the older one has not', '增加的词数'),
    number(
      'similarity',
      '1 − (words_deleted + words_added) / (words_a + words_b)',
      '1 −（删去词数＋增加词数）/（两版词数之和）',
    ),
    text('marked', 'both versions in one text: [-deleted-] {+added+}', '两个版本合为一文：[-删去-]{+增加+}'),
    ...sides('text', text, 'text, with its number', '文本（含序号）'),
  ],
};

function sides(name: string, column: typeof text, en: string, zh: string) {
  return [
    column(`${name}_a`, `${en}, in the older version`, `旧版：${zh}`),
    column(`${name}_b`, `${en}, in the newer version`, `新版：${zh}`),
  ];
}

/** Between numbers and paths of several units. */
const separator = '; ';

export function diffRows({ a, b, rows }: ComparedDocuments): Cell[][] {
  const [placesA, placesB] = [new Places(a.document), new Places(b.document)];
  return rows.map((row) => {
    const [sideA, sideB] = [side(a, row.a, placesA), side(b, row.b, placesB)];
    const { kind } = (row.b.length > 0 ? b.units[row.b[0]!] : a.units[row.a[0]!])!;
    const both = (name: keyof Side) => [sideA[name], sideB[name]];
    return [
      row.status,
      row.move,
      row.change,
      kind,
      ...both('number'),
      ...both('path'),
      ...both('page'),
      ...both('line'),
      ...both('start'),
      ...both('end'),
      row.a.length === 0 ? null : row.wordsA,
      row.b.length === 0 ? null : row.wordsB,
      row.wordsDeleted,
      row.wordsAdded,
      similarity(row),
      markedText(row),
      ...both('text'),
    ];
  });
}

/** Of a unit that only one version has it says nothing. */
function similarity(row: ComparedRow): Cell {
  return row.a.length === 0 || row.b.length === 0 ? null : significant(keptShare(row));
}

type Side = Readonly<Record<'number' | 'path' | 'page' | 'line' | 'start' | 'end' | 'text', Cell>>;

function side({ document, units }: Version, indices: readonly number[], places: Places): Side {
  const own = indices.map((i) => units[i]!);
  const blocks = own.flatMap((unit) => unit.blocks);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) {
    return { number: null, path: null, page: null, line: null, start: null, end: null, text: null };
  }
  return {
    number: own
      .map((unit) => unit.number)
      .filter(Boolean)
      .join(separator),
    path: own
      .map((unit) => unit.path)
      .filter(Boolean)
      .join(separator),
    page: places.page(first.rawStart),
    line: first.line,
    start: places.text.toCodePoints(first.start),
    end: places.text.toCodePoints(last.end),
    text: blocks.map(({ start, end }) => document.text.slice(start, end).trim()).join('\n'),
  };
}
