import type { Block, DescribedDocument } from '../model/document.ts';
import type { TableSchema } from '../model/table.ts';
import { toTarget } from '../text/offset-map.ts';
import { csvText } from './csv.ts';

/** Between the cells of a row as it stands in a source: a tab, a stroke of Markdown, or a wide space. */
const tabs = /\t/g;
const strokes = /(?<!\\)\|/g;
const wideSpaces = /[ \u3000]{2,}|\u3000/g;

/**
 * The tables of a document in one CSV file, a row a row, with the number of its table, page and line and its cells in `c1`,
 * `c2` …; empty where it has no table. Rows with nothing but page furniture between them are one table.
 */
export function documentTables(document: DescribedDocument, excel: boolean): string {
  const rows: { readonly place: readonly (number | null)[]; readonly cells: readonly string[] }[] = [];
  let table = 0;
  let isInside = false;
  for (const block of document.blocks) {
    if (block.kind === 'furniture') continue;
    if (block.kind === 'table') {
      if (!isInside) table++;
      rows.push({ place: [table, block.page ?? null, block.line], cells: cellsOf(document, block) });
    }
    isInside = block.kind === 'table';
  }
  if (rows.length === 0) return '';
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cells = (row: readonly string[]) => Array.from({ length: width }, (_, i) => row[i] || null);
  return csvText(
    schemaOf(width),
    rows.map((row) => [...row.place, ...cells(row.cells)]),
    excel,
  );
}

function schemaOf(width: number): TableSchema {
  const number = (name: string, en: string, zh: string) => ({ name, type: 'integer', en, zh }) as const;
  return {
    name: 'tables',
    en: 'tables of a document',
    zh: '文档中的表格',
    columns: [
      number('table', 'number of the table in the document, from 1', '文档中表格的序号，从 1 起'),
      number('page', 'page of the row', '行所在页'),
      number('line', 'line of the source', '原文行号'),
      ...Array.from(
        { length: width },
        (_, i) => ({ name: `c${i + 1}`, type: 'string', en: `cell ${i + 1}`, zh: `第 ${i + 1} 格` }) as const,
      ),
    ],
  };
}

/** Cells as the text has them; what parts them is looked for in the source, because the text has single spaces only. */
function cellsOf({ raw, text, map, format }: DescribedDocument, { start, end, rawStart, rawEnd }: Block): string[] {
  const row = raw.slice(rawStart, rawEnd);
  const isMarkdown = format === 'markdown' && row.includes('|');
  const parting = row.includes('\t') ? tabs : isMarkdown ? strokes : wideSpaces;
  const cells: string[] = [];
  let at = 0;
  const take = (until: number) => {
    const span = toTarget(map, { start: rawStart + at, end: rawStart + until });
    const cell = text.slice(Math.max(start, span.start), Math.min(end, span.end));
    cells.push(cell.trim());
  };
  for (const { index, 0: found } of row.matchAll(parting)) {
    // The strokes at both ends of a row of Markdown, and an indent, part nothing.
    if (parting === tabs || row.slice(0, index).trim() !== '') take(index);
    at = index + found.length;
  }
  if (parting === tabs || row.slice(at).trim() !== '') take(row.length);
  return cells;
}
