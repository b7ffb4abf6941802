import { CorpusError } from '../../model/errors.ts';
import { DocLists } from './doc-lists.ts';
import { docMeta } from './doc-meta.ts';
import {
  type DocParagraph,
  type DocRun,
  type DocStyle,
  docParagraphs,
  docStyles,
  docUnread,
} from './doc-properties.ts';
import { openOle } from './ole-file.ts';

/** The text of a file with all its signs, the stories one after the other, and what is said of it. */
export interface DocFile {
  readonly text: string;
  /** One element a unit of the text: a value of `unread`, or 0. */
  readonly unread: Uint8Array;
  /** Lengths of the stories in their order: body, footnotes, heads, comments, endnotes, text boxes, those of heads. */
  readonly lengths: readonly number[];
  readonly styles: ReadonlyMap<number, DocStyle>;
  readonly lists: DocLists;
  /** The tables of lists are damaged: paragraphs are read without their numbers. */
  readonly lostLists: boolean;
  /** What the file says of itself. */
  readonly meta: Readonly<Record<string, string>>;
  readonly comments: number;
  /** Places in the body that refer to notes. */
  readonly footnotes: readonly number[];
  readonly endnotes: readonly number[];
  /** Where each footnote and endnote begins in its story. */
  readonly footnoteStarts: readonly number[];
  readonly endnoteStarts: readonly number[];
  /** The paragraph that ends at a unit of the text. */
  paragraphAt(unit: number): DocParagraph | undefined;
}

const magic = 0xa5ec;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;

/** A stretch of the text and where it stands in the stream. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly width: 1 | 2;
}

/** Opens a Word 97–2003 file ([MS-DOC]). Throws input/encrypted at `id`, and an Error or RangeError where it is damaged. */
export function openDoc(bytes: Uint8Array, id: string): DocFile {
  const streams = openOle(bytes);
  const stream = streams.get('WordDocument')?.();
  if (stream === undefined) throw new Error('it has no text of Word');
  const view = viewOf(stream);
  if (view.getUint16(0, true) !== magic) throw new Error('it is not of Word 97 or later');
  const flags = view.getUint16(10, true);
  if ((flags & encryptedFlag) !== 0) throw new CorpusError('input/encrypted', id, { format: 'doc' });
  const tableStream = streams.get((flags & secondTableFlag) === 0 ? '0Table' : '1Table')?.();
  if (tableStream === undefined) throw new Error('its table of properties is missing');
  const table = viewOf(tableStream);
  /** Place and size of a structure, from their place in the header. */
  const structure = (at: number) => [view.getUint32(at, true), view.getUint32(at + 4, true)] as const;
  const places = (at: number, width: number) => {
    const [start, size] = structure(at);
    if (start + size > table.byteLength) throw new RangeError('a list of places is cut off');
    const count = size < 4 ? 0 : Math.floor((size - 4) / (4 + width));
    return Array.from({ length: count }, (_, i) => table.getUint32(start + 4 * i, true));
  };

  const pieces = readPieces(table, ...structure(0x1a2), stream.length);
  const text = pieces.map((piece) => pieceText(stream, piece)).join('');
  const unread = new Uint8Array(text.length);
  for (const { start, end, what } of docUnread(view, table, ...structure(0xfa))) {
    for (const piece of pieces) {
      const from = piece.start + Math.max(0, Math.ceil((start - piece.at) / piece.width));
      const to = Math.min(piece.end, piece.start + Math.ceil((end - piece.at) / piece.width));
      for (let i = from; i < to; i++) unread[i]! |= what;
    }
  }
  const paragraphs = docParagraphs(view, table, ...structure(0x102));
  return {
    text,
    unread,
    lengths: [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64, 0x68].map((at) => view.getUint32(at, true)),
    styles: docStyles(table, ...structure(0xa2)),
    ...readLists(table, structure(0x2e2), structure(0x2ea)),
    meta: docMeta(streams.get('\x05SummaryInformation')?.()),
    comments: Math.max(0, places(0xba, 30).length - 1),
    footnotes: places(0xaa, 2),
    endnotes: places(0x20a, 2),
    footnoteStarts: places(0xb2, 0),
    endnoteStarts: places(0x212, 0),
    paragraphAt(unit) {
      const piece = pieces[lastBefore(pieces, unit)];
      if (piece === undefined) return undefined;
      const place = piece.at + (unit - piece.start) * piece.width;
      const run: DocRun<DocParagraph> | undefined = paragraphs[lastBefore(paragraphs, place)];
      return run !== undefined && place < run.end ? run.what : undefined;
    },
  };
}

function readLists(table: DataView, definitions: readonly [number, number], lists: readonly [number, number]) {
  try {
    return { lists: new DocLists(table, definitions, lists), lostLists: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { lists: new DocLists(table, [0, 0], [0, 0]), lostLists: true };
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The table of pieces stands after lists of modifiers (type 1). */
function readPieces(table: DataView, start: number, size: number, streamLength: number): Piece[] {
  let at = start;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== 2 || at >= start + size) throw new Error('its table of pieces is wrong');
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  const pieces: Piece[] = [];
  let end = 0;
  for (let i = 0; i < count; i++) {
    const begin = table.getUint32(first + 4 * i, true);
    const next = table.getUint32(first + 4 * i + 4, true);
    const place = table.getUint32(first + 4 * (count + 1) + 8 * i + 2, true);
    const isNarrow = (place & 0x40000000) !== 0;
    const piece: Piece = isNarrow
      ? { start: begin, end: next, at: (place & 0x3fffffff) >> 1, width: 1 }
      : { start: begin, end: next, at: place & 0x3fffffff, width: 2 };
    const isInside = piece.at + (next - begin) * piece.width <= streamLength;
    // Each unit has a byte of its own: more text than bytes is none.
    if (begin !== end || next < begin || next > streamLength || !isInside) throw new Error('its text is cut off');
    end = next;
    pieces.push(piece);
  }
  return pieces;
}

function pieceText(stream: Uint8Array, { start, end, at, width }: Piece): string {
  const bytes = stream.subarray(at, at + (end - start) * width);
  if (width === 1) return new TextDecoder('windows-1252').decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}

/** Index of the last one that starts at or before a place; -1 where there is none. */
function lastBefore(sorted: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
