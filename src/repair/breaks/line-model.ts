import { endKind, startKind } from '../numbering.ts';
import type { LineFeatures } from './line-features.ts';
import { endDensity, fillDensity } from './line-fill.ts';

/**
 * The part that a line plays: first, middle or last line of a paragraph, a paragraph of one line; the same for headings.
 * A break after `first`, `middle`, `headFirst` and `headMiddle` was the page's, any other the author's.
 */
export const part = {
  first: 0,
  middle: 1,
  last: 2,
  single: 3,
  headFirst: 4,
  headMiddle: 5,
  headLast: 6,
  headSingle: 7,
} as const;

export const partCount = 8;

/** What differs from document to document; estimated from its own lines (line-breaks.ts). */
export interface LayoutEstimate {
  /** Share of paragraphs whose first line is indented by two characters (the indent itself may be lost in the copy). */
  readonly indent: number;
  /** Share of first lines that still have white space before them, and of other lines. */
  readonly leadStart: number;
  readonly leadInside: number;
  /** Share of the author's breaks, and of the page's, that have an empty line. */
  readonly blankCut: number;
  readonly blankJoin: number;
  /** Share of paragraphs of one line; share of the lines of longer ones after which another but the last follows. */
  readonly single: number;
  readonly goesOn: number;
}

export const firstGuess: LayoutEstimate = {
  indent: 0.7,
  leadStart: 0.4,
  leadInside: 0.02,
  blankCut: 0.3,
  blankJoin: 0.02,
  single: 0.42,
  goesOn: 0.7,
};

/**
 * Log probabilities, set by hand from the rules of typesetting: the tables say how often a line of each part ends or
 * begins in each way. Order of the columns is that of endKind and startKind.
 */
const ends = logTable([
  // sentence colon  semi   comma  open    close plain dash   leadIn question
  [0.05, 0.006, 0.01, 0.11, 0.005, 0.05, 0.762, 0.004, 0.003, 0.001], // first, middle
  [0.88, 0.02, 0.05, 0.004, 0.0005, 0.02, 0.022, 0.001, 0.002, 0.01], // last
  [0.58, 0.12, 0.12, 0.015, 0.0005, 0.05, 0.098, 0.002, 0.015, 0.015], // single
  [0.003, 0.008, 0.001, 0.04, 0.01, 0.05, 0.877, 0.01, 0.001, 0.001], // headFirst, headMiddle
  [0.014, 0.01, 0.002, 0.003, 0.001, 0.06, 0.904, 0.005, 0.001, 0.02], // headLast, headSingle
]);
const starts = logTable([
  // other heading article item dash noStart bound word reference apart salutation
  [0.82, 0.055, 0.04, 0.04, 0.015, 0.0004, 0.002, 0.0004, 0.016, 0.01, 0.003], // first
  [0.76, 0.06, 0.03, 0.07, 0.02, 0.0004, 0.002, 0.004, 0.02, 0.01, 0.025], // single
  [0.945, 0.0012, 0.0006, 0.004, 0.003, 0.004, 0.035, 0.00005, 0.004, 0.0004, 0.0006], // middle, last
  [0.27, 0.58, 0.00005, 0.07, 0.02, 0.0001, 0.0005, 0.05, 0.0005, 0.002, 0.0001], // headFirst, headSingle
  [0.95, 0.0012, 0.00005, 0.003, 0.01, 0.004, 0.03, 0.0005, 0.0005, 0.0005, 0.0001], // headMiddle, headLast
]);
const endRow = [0, 0, 1, 2, 3, 3, 4, 4];
const startRow = [0, 2, 2, 1, 3, 4, 4, 3];

/** Log probability of what follows what in this layout; -Infinity where it cannot be. */
export function transitions(layout: LayoutEstimate): readonly Float64Array[] {
  const rows = Array.from({ length: partCount }, () => new Float64Array(partCount).fill(Number.NEGATIVE_INFINITY));
  const paragraph = Math.log(0.78);
  for (const from of [part.last, part.single, part.headLast, part.headSingle]) {
    rows[from]![part.first] = paragraph + Math.log(1 - layout.single);
    rows[from]![part.single] = paragraph + Math.log(layout.single);
    rows[from]![part.headSingle] = Math.log(0.17);
    rows[from]![part.headFirst] = Math.log(0.05);
  }
  for (const from of [part.first, part.middle]) {
    rows[from]![part.middle] = Math.log(layout.goesOn);
    rows[from]![part.last] = Math.log(1 - layout.goesOn);
  }
  rows[part.headFirst]![part.headLast] = Math.log(0.92);
  rows[part.headFirst]![part.headMiddle] = Math.log(0.08);
  rows[part.headMiddle]![part.headLast] = Math.log(0.95);
  rows[part.headMiddle]![part.headMiddle] = Math.log(0.05);
  return rows;
}

/** Whether a break after a line in this part is the page's. */
export function joins(p: number): boolean {
  return p === part.first || p === part.middle || p === part.headFirst || p === part.headMiddle;
}

/** Writes the log probability of line i in each part into `out`. */
export function emissions(features: LineFeatures, i: number, layout: LayoutEstimate, out: Float64Array): void {
  const end = features.ends[i]!;
  const start = features.starts[i]!;
  for (let p = 0; p < partCount; p++) out[p] = ends[endRow[p]!]![end]! + starts[startRow[p]!]![start]!;
  if (features.alone[i] === 1) addLoneNumber(start, out);
  else addWidth(features, i, layout, out);
  addLead(features, i, layout, out);
  addHeadingShape(features, i, out);
}

const articleEnds = Math.log(0.02);

/** 第三条, 103. or 第一章 on a line of its own: what it numbers follows, however short the line is. */
function addLoneNumber(start: number, out: Float64Array): void {
  const heads = start === startKind.heading;
  out[heads ? part.headFirst : part.first]! += Math.log(0.4);
  for (const p of [part.single, part.headSingle]) out[p]! -= Math.log(40);
  for (const p of [part.middle, part.last, part.headMiddle, part.headLast]) out[p]! -= 9;
  out[heads ? part.first : part.headFirst]! -= 9;
}

/** The title stands in these first lines. */
const titleLines = 3;

function addWidth(features: LineFeatures, i: number, layout: LayoutEstimate, out: Float64Array): void {
  const slack = features.slack[i]!;
  const column = features.column[i]!;
  if (Number.isNaN(slack)) {
    // Lines broken anywhere say nothing by their width; else nothing shows that this text was broken at one.
    if (features.ragged) return;
    for (const p of [part.first, part.middle, part.headMiddle]) out[p]! -= 14;
    out[part.headFirst]! -= 7;
    for (const p of [part.last, part.single, part.headLast, part.headSingle]) out[p]! -= Math.log(20);
    return;
  }
  const chunk = features.chunk[i]!;
  const lead = features.indented[i] === 1;
  const loose = features.loose[i]!;
  const full = fillDensity(slack, chunk, loose);
  const indentedFull = lead ? full : fillDensity(slack - 2, chunk, loose);
  const indent = features.starts[i] === startKind.reference ? 0.1 : layout.indent;
  // A title in two or three lines is centred and fills none of them.
  const centred = i < titleLines ? 0.008 : 0;
  out[part.middle]! += Math.log(0.97 * full + 0.03 * indentedFull);
  out[part.first]! += Math.log(indent * indentedFull + (1 - indent) * full + centred);
  out[part.last]! += endDensity(slack, column);
  // A paragraph of one line has its indent as well: it cannot fill the column.
  out[part.single]! +=
    lead || slack >= 1.6 ? endDensity(slack, column - 2) : endDensity(slack, column) + Math.log(1 - indent * 0.97);
  // Headings are set larger, so that fewer characters fill the column: a title may be twice as large as the text.
  const reach = column * (i < titleLines ? 0.55 : 0.36);
  const head = 0.3 * full + 0.7 * Math.exp(endDensity(slack, reach)) * (slack > reach ? 0.04 : 1);
  out[part.headFirst]! += Math.log(head);
  out[part.headMiddle]! += Math.log(head);
  out[part.headLast]! += endDensity(slack, column);
  out[part.headSingle]! += endDensity(slack, column);
}

function addLead(features: LineFeatures, i: number, layout: LayoutEstimate, out: Float64Array): void {
  const lead = features.indented[i] === 1;
  const atStart = Math.log(lead ? layout.leadStart : 1 - layout.leadStart);
  const inside = Math.log(lead ? layout.leadInside : 1 - layout.leadInside);
  out[part.first]! += atStart;
  out[part.single]! += atStart;
  out[part.middle]! += inside;
  out[part.last]! += inside;
  // Headings are indented, flush or centred.
  for (let p: number = part.headFirst; p < partCount; p++) out[p]! += Math.log(0.5);
}

/** A heading is short, and has no sentence inside; 第一条【立法宗旨】 is an article, not a heading. */
function addHeadingShape(features: LineFeatures, i: number, out: Float64Array): void {
  const characters = features.characters[i]!;
  const numbered = features.starts[i] === startKind.heading || features.starts[i] === startKind.item;
  const comfortable = numbered ? 34 : 26;
  let cost = features.stops[i]! * 5 + features.pauses[i]! * (numbered ? 1.1 : 1.6);
  if (characters > comfortable) cost += (characters - comfortable) * 0.16;
  for (let p: number = part.headFirst; p < partCount; p++) out[p]! -= cost;
  // Two headings of one line each are commoner than one without a number that was broken far from the edge.
  const slack = features.slack[i]!;
  if (!numbered && i >= titleLines && slack > 0.2 * features.column[i]!) out[part.headFirst]! -= 1.5;
  if (features.starts[i] === startKind.article && features.ends[i] !== endKind.sentence) {
    // 第一条【立法宗旨】 stands alone without a mark at its end.
    if (
      (features.ends[i] === endKind.close && characters <= 40) ||
      (features.ends[i] === endKind.plain && characters <= 24)
    )
      out[part.single]! -= articleEnds;
  }
}

function logTable(rows: readonly (readonly number[])[]): readonly Float64Array[] {
  return rows.map((row) => Float64Array.from(row, Math.log));
}
