import { withoutEmphasis } from './emphasis-dots.ts';
import type { LinePiece } from './line-piece.ts';
import { glyphFlag, type PageGlyphs } from './page-glyphs.ts';

/** A gap this wide, in em, may part columns or cells; letter-spaced titles and justified lines are put together again. */
const partingGap = 0.9;
/** Characters whose baselines are this near, in em, stand on one line. */
const sameBaseline = 0.15;
/** The same character painted again this near, in parts of its width, makes it look bold. */
const doubled = 0.3;
/** Turned characters go on while the next is this near, in em. */
const turnedStep = 2.2;
/** Raised and lowered characters are smaller than this part of the line's em. */
const smallSize = 0.82;

/** What may be white space in a PDF or OFD file, which is where nothing is painted. */
export function isBlank(codePoint: number): boolean {
  return (
    codePoint <= 0x20 ||
    codePoint === 0xa0 ||
    codePoint === 0x3000 ||
    (codePoint >= 0x2000 && codePoint <= 0x200f) ||
    codePoint === 0xfeff ||
    codePoint === 0xad
  );
}

/** The pieces of lines of a page, from top to bottom; watermarks (slanted text) and turned text are left out. */
export function linePieces(glyphs: PageGlyphs): LinePiece[] {
  const runs = findRuns(glyphs, 0);
  const pieces: LinePiece[] = [];
  for (const group of baselineGroups(runs)) joinNeighbours(group, pieces);
  return attachScripts(withoutEmphasis(glyphs, pieces)).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** Text that is turned against the rest of the page, each stretch of it as it was written. */
export function turnedPieces(glyphs: PageGlyphs): LinePiece[] {
  return findRuns(glyphs, glyphFlag.turned);
}

/** Stretches of the file that go on from character to character. */
function findRuns(glyphs: PageGlyphs, turn: number): LinePiece[] {
  const { codePoint, x, y, width, size, flags } = glyphs;
  const set = glyphFlag.turned | glyphFlag.slanted | glyphFlag.inTable;
  const runs: LinePiece[] = [];
  let run: LinePiece | undefined;
  for (let i = 0; i < glyphs.count; i++) {
    if ((flags[i]! & set) !== turn || isBlank(codePoint[i]!)) continue;
    const em = size[i]!;
    if (!(em > 0.5) || !Number.isFinite(x[i]! + y[i]! + width[i]!)) continue;
    if (turn !== 0) {
      const last = run?.glyphs.at(-1) ?? i;
      if (run !== undefined && Math.hypot(x[i]! - x[last]!, y[i]! - y[last]!) <= turnedStep * em) {
        add(run, glyphs, i);
        continue;
      }
      run = begin(glyphs, i);
      runs.push(run);
      continue;
    }
    if (run !== undefined) {
      const last = run.glyphs.at(-1)!;
      const low = Math.abs(y[i]! - y[last]!) <= 0.1 * em;
      if (low && codePoint[last] === codePoint[i] && Math.abs(x[i]! - x[last]!) < doubled * width[i]!) continue;
      const gap = x[i]! - run.x1;
      const alike = Math.abs(em - run.size) <= 0.12 * run.size;
      if (low && alike && gap <= partingGap * em && gap >= -0.4 * em && x[i]! > x[last]!) {
        add(run, glyphs, i);
        continue;
      }
    }
    run = begin(glyphs, i);
    runs.push(run);
  }
  return runs;
}

function begin(glyphs: PageGlyphs, i: number): LinePiece {
  const x = glyphs.x[i]!;
  return { x0: x, x1: x + glyphs.width[i]!, y: glyphs.y[i]!, size: glyphs.size[i]!, glyphs: [i] };
}

function add(run: LinePiece, glyphs: PageGlyphs, i: number): void {
  run.glyphs.push(i);
  run.x1 = Math.max(run.x1, glyphs.x[i]! + glyphs.width[i]!);
}

/** Runs that stand on one baseline across the page. */
function baselineGroups(runs: readonly LinePiece[]): LinePiece[][] {
  const groups: { y: number; runs: LinePiece[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    let home: { y: number; runs: LinePiece[] } | undefined;
    for (let g = groups.length - 1; g >= 0 && g >= groups.length - 6; g--) {
      const group = groups[g]!;
      if (Math.abs(group.y - run.y) > sameBaseline * Math.min(run.size, group.runs[0]!.size)) continue;
      home = group;
      break;
    }
    if (home === undefined) groups.push({ y: run.y, runs: [run] });
    else home.runs.push(run);
  }
  return groups.map((group) => group.runs);
}

function joinNeighbours(group: LinePiece[], pieces: LinePiece[]): void {
  group.sort((a, b) => a.x0 - b.x0);
  let piece: LinePiece | undefined;
  for (const run of group) {
    if (piece !== undefined && run.x0 - piece.x1 <= partingGap * Math.min(run.size, piece.size)) {
      absorb(piece, run);
      continue;
    }
    piece = run;
    pieces.push(piece);
  }
}

/** Takes the other piece into this one. */
export function absorb(piece: LinePiece, other: LinePiece): void {
  piece.parts ??= [{ ...piece, glyphs: [...piece.glyphs] }];
  piece.parts.push(...(other.parts ?? [other]));
  const more = other.glyphs.length > piece.glyphs.length;
  if (more) {
    piece.size = other.size;
    piece.y = other.y;
  }
  for (const i of other.glyphs) piece.glyphs.push(i);
  piece.x0 = Math.min(piece.x0, other.x0);
  piece.x1 = Math.max(piece.x1, other.x1);
}

/** Characters that the file has between two stretches that follow each other: spaces. */
const followsWithin = 4;

/**
 * The two halves of a piece on both sides of `x`, where the file did not write them in one go: two columns whose lines come
 * very near. Undefined where a stretch of the file crosses `x`.
 */
export function halves(piece: LinePiece, x: number): [LinePiece, LinePiece] | undefined {
  if (piece.parts === undefined) return undefined;
  const left = piece.parts.filter((part) => part.x0 + part.x1 < 2 * x);
  const right = piece.parts.filter((part) => part.x0 + part.x1 >= 2 * x);
  if (left.length === 0 || right.length === 0) return undefined;
  const end = left.reduce((a, b) => (b.x1 > a.x1 ? b : a));
  const start = right.reduce((a, b) => (b.x0 < a.x0 ? b : a));
  const step = start.glyphs[0]! - end.glyphs.at(-1)!;
  if (step > 0 && step <= followsWithin) return undefined;
  if (end.x1 > x + 0.6 * piece.size || start.x0 < x - 0.6 * piece.size || end.x1 > start.x0) return undefined;
  return [together(left), together(right)];
}

function together(parts: readonly LinePiece[]): LinePiece {
  const piece = { ...parts[0]!, glyphs: [...parts[0]!.glyphs] };
  for (const part of parts.slice(1)) absorb(piece, part);
  return piece;
}

/** Puts raised and lowered characters into the line that they stand beside. */
function attachScripts(pieces: readonly LinePiece[]): LinePiece[] {
  const rest: LinePiece[] = [];
  const sorted = [...pieces].sort((a, b) => a.y - b.y);
  const taken = new Set<LinePiece>();
  for (let i = 0; i < sorted.length; i++) {
    const small = sorted[i]!;
    if (small.glyphs.length > 12) continue;
    let best: LinePiece | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const step of [1, -1]) {
      for (let j = i + step; j >= 0 && j < sorted.length; j += step) {
        const line = sorted[j]!;
        const dy = line.y - small.y;
        if (Math.abs(dy) > 40) break;
        if (taken.has(line) || small.size > smallSize * line.size || !isBeside(small, line, dy)) continue;
        const far = Math.abs(dy - 0.3 * line.size);
        if (far < nearest) [best, nearest] = [line, far];
      }
    }
    if (best === undefined) continue;
    taken.add(small);
    const { y, size } = best;
    absorb(best, small);
    best.y = y;
    best.size = size;
  }
  for (const piece of sorted) if (!taken.has(piece)) rest.push(piece);
  return rest;
}

/** `dy` is how far the small piece is raised. */
function isBeside(small: LinePiece, line: LinePiece, dy: number): boolean {
  if (dy > 0.75 * line.size || dy < -0.3 * line.size) return false;
  return small.x0 <= line.x1 + 0.5 * line.size && small.x1 >= line.x0 - 0.3 * line.size;
}

/** Joins the pieces of one column that stand on one baseline; the result is in reading order. */
export function columnLines(pieces: readonly LinePiece[]): LinePiece[] {
  const lines: LinePiece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    let home: LinePiece | undefined;
    for (let i = lines.length - 1; i >= 0 && i >= lines.length - 4; i--) {
      const line = lines[i]!;
      if (line.row !== undefined || piece.row !== undefined) continue;
      const dy = Math.abs(piece.y - line.y);
      if (dy > 0.35 * Math.min(line.size, piece.size)) continue;
      home = line;
      break;
    }
    if (home === undefined) lines.push({ ...piece, glyphs: [...piece.glyphs] });
    else absorb(home, piece);
  }
  return lines.sort((a, b) => a.y - b.y || a.x0 - b.x0);
}
