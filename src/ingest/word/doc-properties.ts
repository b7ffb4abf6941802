import type { BlockKind } from '../../model/document.ts';

/** What a Word 97–2003 file says of a paragraph. */
export interface DocParagraph {
  /** Index of its style. */
  readonly style: number;
  readonly isInTable: boolean;
  /** It is the end of a row of a table. */
  readonly isRowEnd: boolean;
  /** The number of its list, 0 for none; undefined where its style decides. */
  readonly list: number | undefined;
  readonly listLevel: number | undefined;
  /** 0 to 8, or undefined where its style decides. */
  readonly outline: number | undefined;
}

/** What a style makes of paragraphs. */
export interface DocStyle {
  /** Undefined for a plain text. */
  readonly block: { readonly kind: BlockKind; readonly level: number } | undefined;
  /** The list that it numbers them by, the level, and the index of the style that says so. */
  readonly list: { readonly list: number; readonly level: number; readonly style: number } | undefined;
}

/** Why characters are not in the text that is read. */
export const unread = { deleted: 1, hidden: 2 } as const;

/** A stretch of the stream in bytes, and what holds for it. */
export interface DocRun<T> {
  readonly start: number;
  readonly end: number;
  readonly what: T;
}

const pageSize = 512;
/** Modifiers of properties, [MS-DOC] 2.6. */
const isDeleted = 0x0800;
const isHidden = 0x083c;
const isInTable = 0x2416;
const isRowEnd = 0x2417;
const outlineLevel = 0x2640;
const listOf = 0x460b;
const levelOf = 0x260a;
/** Lists whose number is taken away, but not the indent, are negative. */
const mostLists = 0x7ff;
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
      found.push({ start, end, what: offset === 0 ? plain : paragraphAt(view, page + offset) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const plain: DocParagraph = {
  style: 0,
  isInTable: false,
  isRowEnd: false,
  list: undefined,
  listLevel: undefined,
  outline: undefined,
};

function paragraphAt(view: DataView, at: number): DocParagraph {
  const words = view.getUint8(at);
  const from = words === 0 ? at + 2 : at + 1;
  const to = words === 0 ? from + 2 * view.getUint8(at + 1) : from + 2 * words - 1;
  return paragraphOf(view, from + 2, to, { ...plain, style: view.getUint16(from, true) });
}

function paragraphOf(view: DataView, from: number, to: number, style: DocParagraph): DocParagraph {
  const found: { -readonly [key in keyof DocParagraph]: DocParagraph[key] } = { ...style };
  readModifiers(view, from, to, (modifier, value) => {
    if (modifier === isInTable) found.isInTable = view.getUint8(value) !== 0;
    else if (modifier === isRowEnd) found.isRowEnd = view.getUint8(value) !== 0;
    else if (modifier === outlineLevel) found.outline = view.getUint8(value);
    else if (modifier === levelOf) found.listLevel = Math.min(view.getUint8(value), 8);
    else if (modifier === listOf) {
      const list = view.getUint16(value, true);
      found.list = list > mostLists ? 0 : list;
    }
  });
  return found;
}

/** Stretches that a tracked change has deleted or that are hidden. */
export function docUnread(view: DataView, table: DataView, at: number, size: number): DocRun<number>[] {
  const found: DocRun<number>[] = [];
  for (const { page, runs } of pages(view, table, at, size)) {
    for (let run = 0; run < runs; run++) {
      const offset = 2 * view.getUint8(page + 4 * (runs + 1) + run);
      if (offset === 0) continue;
      const from = page + offset + 1;
      readModifiers(view, from, from + view.getUint8(page + offset), (modifier, value) => {
        if ((modifier !== isDeleted && modifier !== isHidden) || view.getUint8(value) !== 1) return;
        found.push({
          start: view.getUint32(page + 4 * run, true),
          end: view.getUint32(page + 4 * run + 4, true),
          what: modifier === isDeleted ? unread.deleted : unread.hidden,
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

/** The styles of a file by their indexes ([MS-DOC] 2.9.271), with what they take over from those they are based on. */
export function docStyles(table: DataView, at: number, size: number): ReadonlyMap<number, DocStyle> {
  const own: { base: number; number: number; paragraph: DocParagraph }[] = [];
  const baseSize = size < 6 ? 0 : table.getUint16(at + 4, true);
  let next = at + 2 + table.getUint16(at, true);
  while (next + 2 <= at + size) {
    const length = table.getUint16(next, true);
    if (length < 4) own.push({ base: noStyle, number: noStyle, paragraph: plain });
    else {
      const number = table.getUint16(next + 2, true) & 0xfff;
      const base = table.getUint16(next + 4, true) >> 4;
      own.push({ base, number, paragraph: styleParagraph(table, next + 2, length, baseSize) });
    }
    next += 2 + length + (length & 1);
  }
  const styles = new Map<number, DocStyle>();
  for (let style = 0; style < own.length; style++) styles.set(style, inherited(style, own));
  return styles;
}

function inherited(first: number, own: readonly { base: number; number: number; paragraph: DocParagraph }[]): DocStyle {
  let block: DocStyle['block'];
  let outline: number | undefined;
  let list: DocStyle['list'];
  let level: number | undefined;
  let style = first;
  for (let i = 0; i < longestChain && style < own.length; i++) {
    const { base, number, paragraph } = own[style]!;
    if (outline === undefined) block ??= builtIn(number);
    outline ??= block === undefined ? paragraph.outline : undefined;
    level ??= paragraph.listLevel;
    if (list === undefined && paragraph.list !== undefined) list = { list: paragraph.list, level: level ?? 0, style };
    style = base;
  }
  if (block === undefined && outline !== undefined && outline < 9) block = { kind: 'heading', level: outline + 1 };
  return { block, list };
}

/** The properties that a style of paragraphs gives them; the first of those that stand behind its name. */
function styleParagraph(table: DataView, at: number, length: number, baseSize: number): DocParagraph {
  const kind = table.getUint16(at + 2, true) & 0xf;
  const nameAt = at + baseSize;
  if (kind !== 1 || baseSize < 8 || nameAt + 2 > at + length) return plain;
  const from = nameAt + 2 + 2 * (table.getUint16(nameAt, true) + 1);
  if (from + 4 > at + length) return plain;
  const to = Math.min(from + 2 + table.getUint16(from, true), at + length);
  return paragraphOf(table, from + 4, to, plain);
}
