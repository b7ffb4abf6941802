import { printable } from '../command/printable.ts';
import { Places } from '../result/places.ts';
import { type Language, say } from '../wording/wording.ts';
import { type ComparedDocuments, type ComparedRow, isDifferent } from './compare-documents.ts';
import type { DiffSummary } from './diff-summary.ts';
import { comma, summaryLines } from './summary-lines.ts';

export interface DiffTextOptions {
  readonly language: Language;
  /** Colours in place of marks. */
  readonly colour: boolean;
  /** Whether to print unchanged units and unchanged text in full. */
  readonly full: boolean;
}

// Characters of unchanged text that are shown beside a change.
const context = 20;

/** What `cewen diff` prints: a summary, then each unit that differs, with its changes in place. */
export function diffText(compared: ComparedDocuments, summary: DiffSummary, options: DiffTextOptions): string {
  const { a, b, rows } = compared;
  const { language, full } = options;
  const places = { a: new Places(a.document), b: new Places(b.document) };
  const blocks: string[] = [summaryLines(compared, summary, language).join('\n')];
  let unchanged: ComparedRow[] = [];
  const close = () => {
    if (unchanged.length > 0) blocks.push(dim(elided(unchanged, compared, language), options));
    unchanged = [];
  };
  for (const row of rows) {
    if (!full && row.status === 'unchanged' && row.move !== 'moved') {
      unchanged.push(row);
      continue;
    }
    close();
    blocks.push(`${bold(headOf(row, compared, places, language), options)}\n${indented(changesOf(row, options))}`);
  }
  if (rows.some(isDifferent)) close();
  return `${blocks.join('\n\n')}\n`;
}

/** （12 unchanged: 第三条 – 第十四条） */
function elided(rows: readonly ComparedRow[], { b }: ComparedDocuments, language: Language): string {
  const numbers = rows.map((row) => b.units[row.b[0]!]!.number).filter((number) => number !== '');
  const renumbered = rows.filter((row) => row.move === 'renumbered').length;
  const values = { count: rows.length, first: numbers[0] ?? '', last: numbers.length > 1 ? numbers.at(-1)! : '' };
  return say(language, 'diff/elided', { ...values, renumbered: renumbered === 0 ? '' : renumbered });
}

/** 第三条 → 第四条  changed, renumbered  line 20 → p. 3, line 30 */
function headOf(
  row: ComparedRow,
  { a, b }: ComparedDocuments,
  places: { a: Places; b: Places },
  language: Language,
): string {
  const name = (version: typeof a, indices: readonly number[]) =>
    [...new Set(indices.map((i) => version.units[i]!.number || say(language, `diff/${version.units[i]!.kind}`)))].join(
      '＋',
    );
  const place = (version: typeof a, index: number | undefined, of: Places) => {
    if (index === undefined) return '';
    const { line, rawStart } = version.units[index]!.blocks[0]!;
    return say(language, 'diff/place', { page: of.page(rawStart) ?? '', line });
  };
  const arrow = (from: string, to: string) => (from === to ? from : [from, to].filter(Boolean).join(' → '));
  const told = [`status-${row.status}`, row.move, row.change === 'words' ? '' : row.change].filter(Boolean);
  return [
    arrow(name(a, row.a), name(b, row.b)),
    told.map((key) => say(language, `diff/${key}`)).join(comma(language)),
    arrow(place(a, row.a[0], places.a), place(b, row.b[0], places.b)),
  ].join('  ');
}

function changesOf(row: ComparedRow, { colour, full }: DiffTextOptions): string {
  const isWhole = full || row.edits.length === 1;
  const shown = (text: string) => text.split('\n').map(printable).join('\n');
  const mark = (text: string, code: string, open: string, close: string) =>
    text === '' ? '' : colour ? styled(shown(text), code) : `${open}${shown(text)}${close}`;
  return row.edits
    .map(({ same, aStart, aEnd, bStart, bEnd }, i) => {
      if (same && isWhole) return shown(row.textB.slice(bStart, bEnd));
      if (same) return shown(besideChanges(row, bStart, bEnd, i > 0, i + 1 < row.edits.length));
      const deleted = mark(row.textA.slice(aStart, aEnd), '31;9', '[-', '-]');
      return deleted + mark(row.textB.slice(bStart, bEnd), '32;4', '{+', '+}');
    })
    .join('');
}

/** Of an unchanged stretch what stands beside a change, in whole words. */
function besideChanges({ textB }: ComparedRow, start: number, end: number, after: boolean, before: boolean): string {
  let [head, tail] = [start, end];
  for (let length = 0; after && head < end && length < context; head++) length += textB.pieces[head]!.length;
  for (let length = 0; before && tail > start && length < context; tail--) length += textB.pieces[tail - 1]!.length;
  while (head > start && head < tail && textB.goesOn[head - 1] === 1) head++;
  while (tail < end && tail > head && textB.goesOn[tail - 1] === 1) tail--;
  // A few characters take no more room than the mark that stands for them.
  if (tail - head <= 2) return textB.slice(start, end);
  return `${textB.slice(start, head)}…${textB.slice(tail, end)}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function bold(text: string, { colour }: DiffTextOptions): string {
  return colour ? styled(text, '1') : text;
}

function dim(text: string, { colour }: DiffTextOptions): string {
  return colour ? styled(text, '2') : text;
}

/** Styles end with each line, so that a pager that shows one line shows it right. */
function styled(text: string, code: string): string {
  return text.replace(/[^\n]+/g, (line) => `\u001b[${code}m${line}\u001b[0m`);
}
