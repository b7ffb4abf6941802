import { headerNames, headerRow, mostRowsAbove } from './header-row.ts';
import type { Table } from './table.ts';
import { type CellSources, type SheetCells, sheetCells } from './xlsx-cells.ts';
import { openWorkbook, type XlsxSheet } from './xlsx-parts.ts';
import { sharedStrings } from './xlsx-strings.ts';
import { dateStyles } from './xlsx-styles.ts';

/** A workbook whose sheets are opened one by one. */
export interface Workbook {
  readonly sheets: readonly XlsxSheet[];
  /** Opens a sheet by its 0-based place. Throws CorpusError and Error. */
  table(sheet: number): Table;
}

/** Cells that get the value of a merged one; beyond that a file is made to fill the memory. */
const mostFilled = 1_000_000;

/** Opens a workbook. Throws CorpusError at `id`, and an Error where it is none. */
export function openXlsx(bytes: Uint8Array, id: string): Workbook {
  const book = openWorkbook(bytes, id);
  let sources: CellSources | undefined;
  return {
    sheets: book.sheets,
    table(sheet) {
      sources ??= {
        strings: book.strings === undefined ? [] : sharedStrings(book.part(book.strings)),
        dates: book.styles === undefined ? [] : dateStyles(book.part(book.styles)),
        is1904: book.is1904,
      };
      return sheetTable(sheetCells(book.part(book.sheets[sheet]!.part), sources));
    },
  };
}

function sheetTable({ rows, lastRow, merged }: SheetCells): Table {
  const above: (string | undefined)[][] = [];
  for (let row = 0; row <= lastRow && above.length < mostRowsAbove; row++) above.push(rows.get(row) ?? []);
  const header = Math.max(0, headerRow(above));
  const filled = fill({ rows, lastRow, merged }, header + 1);
  return {
    header: headerNames(above[header] ?? []),
    rowCount: Math.max(0, lastRow - header),
    encoding: '',
    isKeyed: true,
    messages: [],
    cells(row) {
      const cells = rows.get(header + 1 + row) ?? [];
      const more = filled.get(header + 1 + row);
      if (more === undefined) return cells;
      const all = cells.slice();
      for (const [column, value] of more) all[column] ??= value;
      return all;
    },
    lineOf: (row) => header + 2 + row,
    isMerged: (row, column) => filled.get(header + 1 + row)?.has(column) === true,
  };
}

/** The values of merged cells in the rows below their first: one 部门 for three rows belongs to all three. */
function fill({ rows, lastRow, merged }: SheetCells, first: number): Map<number, Map<number, string>> {
  const filled = new Map<number, Map<number, string>>();
  let count = 0;
  for (const { top, left, bottom, right } of merged) {
    const value = rows.get(top)?.[left];
    if (value === undefined || top < first) continue;
    for (let row = top; row <= Math.min(bottom, lastRow); row++) {
      for (let column = left; column <= right; column++) {
        if (row === top && column === left) continue;
        if (++count > mostFilled) return filled;
        const cells = filled.get(row) ?? new Map<number, string>();
        filled.set(row, cells.set(column, value));
      }
    }
  }
  return filled;
}
