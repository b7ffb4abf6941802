import type { BlockKind, BreakDecision } from '../../model/document.ts';
import type { PageLayout } from '../../model/page-layout.ts';
import { breakDecisions } from '../breaks/decisions.ts';
import { lineParts } from '../breaks/line-breaks.ts';
import { lineFeatures } from '../breaks/line-features.ts';
import { joins, part } from '../breaks/line-model.ts';
import { pageMeasure } from '../breaks/page-measure.ts';
import { findFootnotes, startsFootnote } from '../footnotes.ts';
import type { MarkedLine } from '../markdown.ts';
import { beginsNote, endsOccasion, standsAlone, startKind } from '../numbering.ts';
import { findFurniture } from '../page-furniture.ts';
import type { SourceLine } from '../source-line.ts';
import type { BlockGroup } from './block-group.ts';
import { nameKinds } from './block-kinds.ts';
import { findContents } from './contents-list.ts';
import { findTables } from './tables.ts';

/** Lines put together to blocks, and the decision at each break between them. */
export interface Grouping {
  /** Every line is in exactly one group; sorted by their first lines. */
  readonly groups: readonly BlockGroup[];
  readonly decisions: readonly BreakDecision[];
}

/**
 * Puts the lines of a text together to blocks. `marked` are the lines that the format says the kind of, by their start;
 * `rawOffset` says where an offset of `text` was in the raw text, and `layout` where that stands on pages.
 */
export function groupLines(
  text: string,
  lines: readonly SourceLine[],
  marked: ReadonlyMap<number, MarkedLine>,
  rawOffset: (offset: number) => number,
  layout?: PageLayout,
): Grouping {
  const texts = lines.map((line) => text.slice(line.start, line.end));
  const kinds = lineKinds(lines, texts, marked);
  const body: number[] = [];
  const bodyIndex = new Int32Array(lines.length).fill(-1);
  const groups: BlockGroup[] = [];
  for (let i = 0; i < lines.length; i++) {
    const kind = kinds[i]!;
    if (kind === 'paragraph') {
      bodyIndex[i] = body.length;
      body.push(i);
    } else {
      if (kind === 'note' && kinds[i - 1] === 'note' && !startsFootnote(texts[i]!)) {
        (groups.at(-1)!.lines as number[]).push(i);
        continue;
      }
      groups.push({ lines: [i], kind, level: marked.get(lines[i]!.start)?.level ?? 0 });
    }
  }
  const { bodyLines, fixed } = bodyOf(lines, texts, body, kinds, marked);
  const contents = body.map((i) => texts[i]!);
  const measure = layout === undefined ? undefined : pageMeasure(layout, bodyLines, contents, rawOffset);
  const features = lineFeatures(text, bodyLines, contents, measure);
  for (let k = 1; k < body.length; k++) if (measure?.otherSize[k] === 1) fixed[k - 1] = 1;
  // An entry of a list of references begins a block, however full the line before it is.
  for (let k = 1; k < body.length; k++) if (features.starts[k] === startKind.reference) fixed[k - 1] = 1;
  const parts = lineParts(features, fixed);
  let open: number[] = [];
  for (let k = 0; k < body.length; k++) {
    open.push(body[k]!);
    const p = parts.part[k]!;
    if (joins(p)) continue;
    const item = marked.get(lines[open[0]!]!.start)?.kind === 'list';
    groups.push({ lines: open, kind: item ? 'list' : p >= part.headFirst ? 'heading' : 'paragraph', level: 0 });
    open = [];
  }
  groups.sort((a, b) => a.lines[0]! - b.lines[0]!);
  const decisions = breakDecisions(lines, kinds, { bodyIndex, features, parts, fixed }, rawOffset);
  nameKinds(
    groups,
    groups.map(({ lines: own }) => (own.length === 1 ? texts[own[0]!]! : own.map((i) => texts[i]!).join(''))),
    groups.map((group) => (group.lines.length === 1 ? features.numbering[bodyIndex[group.lines[0]!]!] : undefined)),
  );
  return { groups, decisions };
}

/** What is known of each line by itself; `paragraph` stands for running text, headings included. */
function lineKinds(
  lines: readonly SourceLine[],
  texts: readonly string[],
  marked: ReadonlyMap<number, MarkedLine>,
): BlockKind[] {
  const furniture = findFurniture(lines, texts);
  const contents = findContents(texts, furniture);
  const tables = findTables(texts);
  const notes = findFootnotes(lines, texts, furniture);
  return lines.map((line, i) => {
    const mark = marked.get(line.start);
    // A list may still go on over several lines, and a row may be one without a mark.
    if (mark !== undefined && mark.kind !== 'list' && mark.kind !== 'table') return mark.kind;
    if (furniture[i] === 1) return 'furniture';
    if (notes[i] === 1) return 'note';
    if (mark?.kind === 'table' || tables[i] === 1) return 'table';
    return contents[i] === 1 ? 'contents' : 'paragraph';
  });
}

/** Title, subtitle and names stand in these first lines. */
const headLines = 12;

/** The lines of the running text; what stood between two of them is gone, so a page may have turned there. */
function bodyOf(
  lines: readonly SourceLine[],
  texts: readonly string[],
  body: readonly number[],
  kinds: readonly BlockKind[],
  marked: ReadonlyMap<number, MarkedLine>,
): { bodyLines: SourceLine[]; fixed: Uint8Array } {
  const fixed = new Uint8Array(body.length);
  const bodyLines = body.map((i, k) => {
    const line = lines[i]!;
    const before = k === 0 ? -1 : body[k - 1]!;
    let turned = line.newPage;
    let other = false;
    for (let j = before + 1; j < i; j++) {
      if (kinds[j] === 'furniture' || kinds[j] === 'note') turned = true;
      else other = true;
      if (lines[j]!.newPage) turned = true;
    }
    const alone = standsAlone(texts[i]!);
    if (k > 0 && (alone || other || line.split || marked.has(line.start) || beginsNote(texts[i]!))) fixed[k - 1] = 1;
    if (alone || (k < headLines && endsOccasion(texts[i]!, texts[before] ?? ''))) fixed[k] = 1;
    return turned && !line.newPage ? { ...line, newPage: true } : line;
  });
  return { bodyLines, fixed };
}
