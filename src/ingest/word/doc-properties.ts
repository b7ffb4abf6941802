import type { BlockKind } from '../../model/document.ts';

/** What a Word 97–2003 file says of a paragraph. */
export interface DocParagraph {
  /** Index of its style. */
  readonly style: number;
  readonly isInTable: boolean;
  /** It is the end of a row of a table. */
  readonly isRowEnd: boolean;
  readonly isListItem: boolean;
  /** 0 to 8, or undefined where its style decides. */
  readonly outline: number | undefined;
}

/** A stretch of the stream in bytes, and what holds for it. */
export interface DocRun<T> {
  readonly start: number;
  readonly end: number;
  readonly what: T;
}

const pageSize = 512;
/** Modifiers of properties, [MS-DOC] 2.6. */
const isDeleted = 0x0800;
const isInTable = 0x2416;
const isRowEnd = 0x2417;
const outlineLevel = 0x2640;
const listOf = 0x460b;
const tableDefinition = 0xd608;

/** Calls `tell` with each modifier of a list and the place of its operand. */
function readModifiers(view: DataView, from: number, to: number, tell: (modifier: number, at: number) => void): void {
  let at = from;
  while (at + 2 < to) {
    const modifier = view.getUint16(at, true);
    at += 2;
    tell(modifier, at);
    const size = modifier >> 13;
    if (size === 6) at += modifier === tableDefinition ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1;
    else at += [1, 1, 2, 4, 2, 2, 0, 3][size]!;
  }
}

/** The pages of 512 bytes that a table lists, each with its number of runs. */
function* pages(view: DataView, table: DataView, at: number, size: number): Generator<{ page: number; runs: number }> {
  const count = Math.floor((size - 4) / 8);
  for (let i = 0; i < count; i++) {
    const page = (table.getUint32(at + 4 * (count + 1) + 4 * i, true) & 0x3fffff) * pageSize;
    yield { page, runs: view.getUint8(page + pageSize - 1) };
  }
}

/** Paragraphs in the order of their places. */
export function docParagraphs(view: DataView, table: DataView, at: number, size: number): DocRun<DocParagraph>[] {
  const found: DocRun<DocParagraph>[] = [];
  for (const { page, runs } of pages(view, table, at, size)) {
    for (let run = 0; run < runs; run++) {
      const start = view.getUint32(page + 4 * run, true);
      const end = view.getUint32(page + 4 * run + 4, true);
      const offset = 2 * view.getUint8(page + 4 * (runs + 1) + 13 * run);
      const what = { style: 0, isInTable: false, isRowEnd: false, isListItem: false, outline: undefined };
      found.push({ start, end, what: offset === 0 ? what : paragraphAt(view, page + offset, what) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function paragraphAt(view: DataView, at: number, plain: DocParagraph): DocParagraph {
  const words = view.getUint8(at);
  const from = words === 0 ? at + 2 : at + 1;
  const to = words === 0 ? from + 2 * view.getUint8(at + 1) : from + 2 * words - 1;
  const found = { ...plain, style: view.getUint16(from, true) };
  readModifiers(view, from + 2, to, (modifier, value) => {
    if (modifier === isInTable) found.isInTable = view.getUint8(value) !== 0;
    else if (modifier === isRowEnd) found.isRowEnd = view.getUint8(value) !== 0;
    else if (modifier === outlineLevel) found.outline = view.getUint8(value);
    else if (modifier === listOf) found.isListItem = view.getInt16(value, true) !== 0;
  });
  return found;
}

/** Stretches that a tracked change has deleted. */
export function docDeletions(view: DataView, table: DataView, at: number, size: number): DocRun<true>[] {
  const found: DocRun<true>[] = [];
  for (const { page, runs } of pages(view, table, at, size)) {
    for (let run = 0; run < runs; run++) {
      const offset = 2 * view.getUint8(page + 4 * (runs + 1) + run);
      if (offset === 0) continue;
      const from = page + offset + 1;
      readModifiers(view, from, from + view.getUint8(page + offset), (modifier, value) => {
        if (modifier !== isDeleted || view.getUint8(value) !== 1) return;
        found.push({
          start: view.getUint32(page + 4 * run, true),
          end: view.getUint32(page + 4 * run + 4, true),
          what: true,
        });
      });
    }
  }
  return found;
}

/** Built-in styles by their numbers, [MS-DOC] 2.9.260. */
const builtIn = (style: number): { kind: BlockKind; level: number } | undefined => {
  if (style >= 1 && style <= 9) return { kind: 'heading', level: style };
  if (style >= 19 && style <= 27) return { kind: 'contents', level: 0 };
  if (style === 34) return { kind: 'caption', level: 0 };
  return style === 62 || style === 74 ? { kind: 'title', level: 0 } : undefined;
};
const noStyle = 0xfff;
/** A chain of styles that is longer is a circle. */
const longestChain = 20;

/** What the styles of a file, by their indexes, make of paragraphs. */
export function docStyles(table: DataView, at: number, size: number): Map<number, { kind: BlockKind; level: number }> {
  const bases: number[] = [];
  const numbers: number[] = [];
  let next = at + 2 + table.getUint16(at, true);
  while (next + 2 <= at + size) {
    const length = table.getUint16(next, true);
    numbers.push(length < 4 ? noStyle : table.getUint16(next + 2, true) & 0xfff);
    bases.push(length < 4 ? noStyle : table.getUint16(next + 4, true) >> 4);
    next += 2 + length + (length & 1);
  }
  const kinds = new Map<number, { kind: BlockKind; level: number }>();
  for (let style = 0; style < numbers.length; style++) {
    let base = style;
    for (let i = 0; i < longestChain && base < numbers.length; i++) {
      const kind = builtIn(numbers[base]!);
      if (kind !== undefined) {
        kinds.set(style, kind);
        break;
      }
      base = bases[base]!;
    }
  }
  return kinds;
}
