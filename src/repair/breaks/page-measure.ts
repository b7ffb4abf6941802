import type { PageLayout } from '../../model/page-layout.ts';
import type { SourceLine } from '../source-line.ts';

/** What the pages say of lines, an element a line: NaN where they say nothing. In em of the line. */
export interface PageMeasure {
  /** Width of the column that the line stands in. */
  readonly column: Float64Array;
  /** How far before the right edge of its column the line ends. */
  readonly slack: Float64Array;
  /** 1 where the line is clearly larger or smaller than the one before: no paragraph goes on so. */
  readonly otherSize: Uint8Array;
}

/** Of two sizes the smaller is less than this part of the larger one: a title and its text, a text and its notes. */
const sizeStep = 0.82;
const named = /\p{L}.*\p{L}/u;
/** Columns of fewer lines do not show their own edges. */
const enoughLines = 6;
/** So large a part of the lines of a column ends at its edge, and so many at least. */
const endShare = 0.12;
const fewestEnds = 2;
/** Where this part of them ends there, no other column has to be asked. */
const sureShare = 0.3;
/** Ends so near, in em, are at one edge. */
const sameEdge = 0.5;
/** Columns of different pages that begin so near, in em, are the same in the layout of the document. */
const sameColumn = 1;
/** In em: a full line ends so near to the edge. */
const sameWidth = 1.2;
/** What is farther in, in em, is set in the middle or to the right, and says nothing by its end. */
const deepestIndent = 6;
/** A gap or leaders push the end of a line to the edge, not its text: 1 信道容量 ………… 2 */
const pushed = / {3}|\t|[.…·]{6}/;
/** In em: a line with margins from here on that differ by less is set in the middle. */
const leastMargin = 0.8;
const sameMargin = 0.6;

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  readonly isSure: boolean;
}

/** A column of a page with the places of its lines. */
interface Column {
  readonly lines: number[];
  left: number;
  em: number;
  own?: Edges;
}

/**
 * Measures lines on their pages; undefined where no column shows its edges. A column that shows no edge, or a nearer one than
 * other pages have, has theirs. `contents` are the lines
 * without white space around, and `rawOffset` leads from the text of the lines to the raw text.
 */
export function pageMeasure(
  layout: PageLayout,
  lines: readonly SourceLine[],
  contents: readonly string[],
  rawOffset: (offset: number) => number,
): PageMeasure | undefined {
  const count = lines.length;
  const [left, right, em] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const columns = new Map<number, Column>();
  let strip = 0;
  for (let i = 0; i < count; i++) {
    const end = rawOffset(lines[i]!.end);
    while (strip + 1 < layout.start.length && layout.start[strip + 1]! < end) strip++;
    if (layout.turn[strip] !== 0 || lines[i]!.split) continue;
    left[i] = layout.x[strip]!;
    right[i] = layout.x[strip]! + layout.width[strip]!;
    em[i] = layout.height[strip]!;
    const key = layout.column[strip]!;
    const own = columns.get(key);
    if (own === undefined) columns.set(key, { lines: [i], left: left[i]!, em: em[i]! });
    else {
      own.lines.push(i);
      own.left = Math.min(own.left, left[i]!);
      own.em = Math.max(own.em, em[i]!);
    }
  }
  const known: Edges[] = [];
  for (const column of columns.values()) {
    const { lines: own, em: size } = column;
    if (own.length < enoughLines) continue;
    const edge = commonPlace(
      own.map((i) => -right[i]!),
      size,
    );
    if (edge === undefined) continue;
    column.left =
      commonPlace(
        own.map((i) => left[i]!),
        size,
      )?.at ?? column.left;
    column.own = { left: column.left, right: -edge.at, lines: own.length, isSure: edge.share >= sureShare };
    known.push(column.own);
  }
  if (known.length === 0) return undefined;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  const result = { column: unknown(), slack: unknown(), otherSize: new Uint8Array(count) };
  for (let i = 1; i < count; i++) {
    // A citation mark alone on its line is small in any text.
    if (!named.test(contents[i]!) || !named.test(contents[i - 1]!)) continue;
    if (Math.min(em[i]!, em[i - 1]!) < sizeStep * Math.max(em[i]!, em[i - 1]!)) result.otherSize[i] = 1;
  }
  for (const column of columns.values()) {
    const edges = edgesOf(column, known, right);
    if (edges === undefined) continue;
    for (const i of column.lines) {
      result.column[i] = (edges.right - edges.left) / em[i]!;
      const [before, after] = [(left[i]! - edges.left) / em[i]!, (edges.right - right[i]!) / em[i]!];
      const isCentred = before > leastMargin && Math.abs(before - after) < sameMargin;
      if (lines[i]!.lead < deepestIndent && !isCentred && !pushed.test(contents[i]!)) result.slack[i] = after;
    }
  }
  return result;
}

/** The least of the places where a fair share of the lines is, and how large the share near it is. */
function commonPlace(all: readonly number[], em: number): { at: number; share: number } | undefined {
  const places = [...all].sort((a, b) => a - b);
  const need = Math.max(fewestEnds, Math.ceil(endShare * places.length));
  for (let i = 0; i + need <= places.length; i++) {
    const at = places[i]!;
    if (places[i + need - 1]! - at > sameEdge * em) continue;
    const near = places.filter((place) => place >= at && place - at <= sameEdge * em).length;
    return { at, share: near / places.length };
  }
  return undefined;
}

/** The edges that most lines of the document have in a column that begins where this one does and holds its lines. */
function edgesOf(column: Column, known: readonly Edges[], right: Float64Array): Edges | undefined {
  const { left, em, own } = column;
  if (own?.isSure) return own;
  const ends = column.lines.map((i) => right[i]!).sort((a, b) => a - b);
  const farthest = ends[Math.floor(0.9 * (ends.length - 1))]!;
  let best: Edges | undefined;
  let most = 0;
  for (const edges of known) {
    if (Math.abs(edges.left - left) > sameColumn * em || edges.right < farthest - sameEdge * em) continue;
    let lines = 0;
    for (const other of known) {
      const isSame =
        Math.abs(other.left - left) <= sameColumn * em && Math.abs(other.right - edges.right) <= sameEdge * em;
      if (isSame) lines += other.lines;
    }
    if (lines > most) [best, most] = [edges, lines];
  }
  return best ?? (column.lines.length > 1 ? besideEdges(column, known, ends.at(-1)!) : undefined);
}

/** The edges of a short column that is as wide as a longer one beside it, where its own lines reach so far. */
function besideEdges({ left, em }: Column, known: readonly Edges[], farthest: number): Edges | undefined {
  const beside = known.find((edges) => Math.abs(left + edges.right - edges.left - farthest) <= sameWidth * em);
  return beside === undefined ? undefined : { ...beside, left, right: left + beside.right - beside.left };
}
