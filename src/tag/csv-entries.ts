import { parse } from 'csv-parse/browser/esm/sync';
import { candidateColumns } from '../model/candidate-columns.ts';
import type { Message } from '../model/message.ts';
import { type Entry, fault, formsIn } from './term-entry.ts';

type Column = 'term' | 'category' | 'variants' | 'not_in' | 'note';

const columnsByName: Readonly<Record<Column, readonly string[]>> = {
  term: ['term', 'terms', 'word', '术语', '術語', '词', '詞', '词语', '词条', '关键词'],
  category: ['category', 'categories', '类别', '類別', '分类', '类目'],
  variants: ['variants', 'variant', '变体', '變體', '异形', '同义词', '别名'],
  not_in: ['not_in', 'not in', 'notin', '排除', '不计入'],
  note: ['note', 'notes', '备注', '備註', '说明'],
};
const columnOf = new Map(
  Object.entries(columnsByName).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);
/** What `cewen discover` tells of candidates, in the list that it writes: no surprise to anyone. */
const passedOver = new Set(candidateColumns.map(({ name }) => name));
/** Columns of a list that does not name them. */
const usualOrder: readonly Column[] = ['term', 'category', 'variants', 'not_in', 'note'];
const delimiters = ['\t', ',', '，', ';'] as const;
const lineBreak = /\r\n|\n|\r/;
/** Lines that a note in quotes may go on for; a quote that is open for longer was never closed. */
const longestNote = 30;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Entries of a list in comma or tab separated values. The first line may name the columns, in any order and in English or
 * Chinese; without names a single column holds the terms, and several are term, category, variants, not_in, note.
 */
export function csvEntries(content: string, list: string): { entries: Entry[]; messages: Message[] } {
  const messages: Message[] = [];
  const firstLine = content.split(lineBreak).find((line) => line.trim() !== '') ?? '';
  const delimiter = delimiterOf(firstLine);
  const rows = rowsOf(content, delimiter, list, messages);
  let columns: readonly (Column | undefined)[] = usualOrder;
  const first = rows[0];
  if (first?.cells.some((cell) => nameToColumn(cell) !== undefined)) {
    rows.shift();
    columns = first.cells.map(nameToColumn);
    if (!columns.includes('term')) {
      messages.push(fault('tag/no-term-column', list, first.line, { found: first.cells.join(', ') }));
      return { entries: [], messages };
    }
    for (const [c, name] of first.cells.entries()) {
      if (columns[c] !== undefined || name.trim() === '' || passedOver.has(name.trim())) continue;
      messages.push({ ...fault('tag/unknown-column', list, first.line, { found: name }), severity: 'warning' });
    }
  } else if (rows.some(({ cells }) => cells.length > 1)) {
    messages.push({ ...fault('tag/no-header', list, first?.line ?? 1), severity: 'warning' });
  }
  const entries: Entry[] = [];
  for (const { line, cells } of rows) {
    const extra = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (extra > columns.length) {
      messages.push(fault('tag/too-many-cells', list, line, { expected: columns.length, found: extra }));
      continue;
    }
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    entries.push({
      line,
      term: cell('term'),
      category: cell('category'),
      variants: formsIn(cell('variants')),
      notIn: formsIn(cell('not_in')),
      note: cell('note'),
    });
  }
  return { entries, messages };
}

function nameToColumn(cell: string): Column | undefined {
  return columnOf.get(cell.trim().toLowerCase());
}

/** The delimiter that makes names of columns of the first line, else a tab where there is one. */
function delimiterOf(firstLine: string): string {
  const named = (delimiter: string) => firstLine.split(delimiter).filter((cell) => nameToColumn(cell) !== undefined);
  return delimiters.find((delimiter) => named(delimiter).length > 1) ?? (firstLine.includes('\t') ? '\t' : ',');
}

function rowsOf(content: string, delimiter: string, list: string, messages: Message[]): Row[] {
  const whole = parseRows(content, delimiter, 1, false);
  if (whole !== undefined) return whole;
  // A quote that is not closed takes the rest of the list with it: each line by itself then, or with those after it where a
  // note in quotes goes on. In a line by itself a quote may stand inside a cell: 5"屏幕.
  const lines = content.split(lineBreak);
  const rows: Row[] = [];
  for (let l = 0; l < lines.length; l++) {
    let end = l + 1;
    let here = parseRows(lines[l]!, delimiter, l + 1, true);
    if (here === undefined) {
      const last = Math.min(lines.length, l + longestNote);
      while (end < last && !isOpen(lines[end++]!));
      here = parseRows(lines.slice(l, end).join('\n'), delimiter, l + 1, false);
    }
    if (here === undefined) {
      messages.push(fault('tag/bad-quotes', list, l + 1, { found: lines[l]! }));
    } else {
      rows.push(...here);
      l = end - 1;
    }
  }
  return rows;
}

/** Rows that hold anything; undefined where the quotes do not match or another cell than a note goes over several lines. */
function parseRows(content: string, delimiter: string, firstLine: number, strayQuotes: boolean): Row[] | undefined {
  if (!content.includes('"')) return plainRows(content, delimiter, firstLine);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(content, {
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: strayQuotes,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch {
    return undefined;
  }
  const rows: Row[] = [];
  for (const { record: cells, info } of records) {
    const breaks = cells.reduce((count, cell) => count + cell.split(lineBreak).length - 1, 0);
    if (breaks > 0 && (cells.length === 1 || cells.slice(0, -1).some((cell) => lineBreak.test(cell)))) return undefined;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: firstLine + info.lines - 1 - breaks, cells });
  }
  return rows;
}

/** Rows of a list without quotes: a tenth of the time that the parser takes. */
function plainRows(content: string, delimiter: string, firstLine: number): Row[] {
  const rows: Row[] = [];
  for (const [l, line] of content.split(lineBreak).entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(delimiter);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: firstLine + l, cells });
  }
  return rows;
}

function isOpen(line: string): boolean {
  return (line.split('"').length - 1) % 2 === 1;
}
