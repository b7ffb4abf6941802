import type { Block, CleanDocument } from '../../model/document.ts';
import { type PageLayout, wholeStrip } from '../../model/page-layout.ts';
import { countBelow } from '../../text/count-below.ts';

/** A box on a page as it is shown: points to one decimal, x from its left and y from its upper edge. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The sides of a box, unrounded. */
interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where the parts of a document stand on its pages; nowhere where its format does not say. */
export class Boxes {
  readonly #document: Pick<CleanDocument, 'map' | 'layout'>;

  constructor(document: Pick<CleanDocument, 'map' | 'layout'>) {
    this.#document = document;
  }

  /** The box of a span of the raw text; of one over several lines that of its part on the first. */
  ofSpan(start: number, end: number): Box | null {
    const { layout } = this.#document;
    const strip = layout === undefined ? -1 : stripAt(layout, start);
    if (layout === undefined || strip < 0 || end <= start) return null;
    return rounded(sidesOf(layout, strip, start, Math.min(end, endOf(layout, strip))));
  }

  /** The box around the lines of a block; of one over several columns or pages that around its lines in the first. */
  ofBlock(block: Block): Box | null {
    const { layout } = this.#document;
    if (layout === undefined) return null;
    const around = new ColumnBox(layout);
    if (block.kind === 'furniture') around.add(block.rawStart, block.rawEnd);
    else this.#addText(around, block.start, block.end);
    return around.sides === undefined ? null : rounded(around.sides);
  }

  /** Adds what a span of the text came from: notes and page furniture that stand inside its raw span are no part of it. */
  #addText(around: ColumnBox, start: number, end: number): void {
    const { source, target, kept } = this.#document.map;
    for (let i = countBelow(target, start + 1) - 1; i < kept.length && target[i]! < end; i++) {
      // Sections that are only in one of the texts; what comes later in the text may come earlier in the source.
      if (target[i + 1]! <= start || target[i + 1] === target[i] || source[i]! >= source[i + 1]!) continue;
      const isKept = kept[i] === 1;
      const from = isKept ? source[i]! + Math.max(0, start - target[i]!) : source[i]!;
      const to = isKept ? source[i + 1]! - Math.max(0, target[i + 1]! - end) : source[i + 1]!;
      if (!around.add(from, to)) return;
    }
  }
}

/** The box around stretches of the raw text that stand in the column of the first of them. */
class ColumnBox {
  sides: Sides | undefined;
  readonly #layout: PageLayout;
  #column = -1;

  constructor(layout: PageLayout) {
    this.#layout = layout;
  }

  /** Whether all of it stands in the column. */
  add(from: number, to: number): boolean {
    const layout = this.#layout;
    const first = stripAt(layout, from);
    if (first < 0) return true;
    for (let strip = first; strip < layout.start.length && layout.start[strip]! < to; strip++) {
      const { sides } = this;
      if (sides !== undefined && layout.column[strip] !== this.#column) return false;
      const part = sidesOf(layout, strip, Math.max(from, layout.start[strip]!), Math.min(to, endOf(layout, strip)));
      this.#column = layout.column[strip]!;
      if (sides === undefined) {
        this.sides = part;
        continue;
      }
      sides.left = Math.min(sides.left, part.left);
      sides.top = Math.min(sides.top, part.top);
      sides.right = Math.max(sides.right, part.right);
      sides.bottom = Math.max(sides.bottom, part.bottom);
    }
    return true;
  }
}

/** Index of the strip that holds the unit at `offset`; -1 where none does. */
function stripAt({ start }: PageLayout, offset: number): number {
  return countBelow(start, offset + 1) - 1;
}

function endOf({ start, from }: PageLayout, strip: number): number {
  return start[strip + 1] ?? from.length;
}

/** The sides of the units `first` to `end` (at least one), all on one strip. */
function sidesOf(layout: PageLayout, strip: number, first: number, end: number): Sides {
  const left = layout.x[strip]!;
  const top = layout.y[strip]!;
  const right = left + layout.width[strip]!;
  const bottom = top + layout.height[strip]!;
  const turn = layout.turn[strip]!;
  const length = turn % 2 === 0 ? right - left : bottom - top;
  const from = (layout.from[first]! * length) / wholeStrip;
  const to = (layout.to[end - 1]! * length) / wholeStrip;
  if (turn === 1) return { left, top: bottom - to, right, bottom: bottom - from };
  if (turn === 2) return { left: right - to, top, right: right - from, bottom };
  if (turn === 3) return { left, top: top + from, right, bottom: top + to };
  return { left: left + from, top, right: left + to, bottom };
}

function rounded({ left, top, right, bottom }: Sides): Box {
  return { x: tenths(left), y: tenths(top), width: tenths(right - left), height: tenths(bottom - top) };
}

/** To one decimal; no negative zero, which a table would show. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
