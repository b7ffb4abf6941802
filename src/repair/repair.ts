import type { Block, BreakDecision, CleanDocument, RawDocument } from '../model/document.ts';
import type { Layer } from '../model/layer.ts';
import type { Message } from '../model/message.ts';
import type { Stage } from '../model/stage.ts';
import { compose, type OffsetMap, type Span, toSource } from '../text/offset-map.ts';
import type { Removal } from '../text/rewrite.ts';
import { assemble } from './blocks/assemble.ts';
import { groupLines } from './blocks/group-lines.ts';
import { repairGlyphs } from './characters/glyphs.ts';
import { closeLetterSpacing } from './characters/letter-spacing.ts';
import { findCitations } from './citations.ts';
import { withoutMargin } from './left-margin.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { readMarkdown } from './markdown.ts';
import { sourceLines } from './source-line.ts';
import { sourceMarks } from './source-marks.ts';

/**
 * Repairs a document as it was copied or extracted: glyphs, letter spacing, marks of Markdown, and above all the line
 * breaks; finds its blocks, what is page furniture, and its citation marks. The raw text stays as it is.
 */
export function createRepair(): Stage<RawDocument, CleanDocument> {
  return { name: 'repair', settings: {}, run: repair };
}

/** Below this confidence a decision is worth a look. */
const unsure = 0.75;

function repair(document: RawDocument): CleanDocument {
  const glyphs = repairGlyphs(document.raw, brokenInFile(document));
  const counted = withoutLineNumbers(glyphs.rewrite.text);
  const spacing = closeLetterSpacing(counted?.text ?? glyphs.rewrite.text);
  const markdown = document.format === 'markdown' ? readMarkdown(spacing.rewrite.text) : undefined;
  const source = markdown?.rewrite.text ?? spacing.rewrite.text;
  const lines = withoutMargin(sourceLines(source));
  const afterGlyphs = counted === undefined ? glyphs.rewrite.map : compose(glyphs.rewrite.map, counted.map);
  const afterSpacing = composeChanged(afterGlyphs, spacing.rewrite.map, spacing.rewrite.removed.length > 0);
  const toRaw = markdown === undefined ? afterSpacing : compose(afterSpacing, markdown.rewrite.map);
  const asIs = isIdentity(toRaw);
  const marked = markdown?.marked ?? sourceMarks(document.marks ?? [], toRaw, source);
  const rawOffset = (offset: number) => (asIs ? offset : sourceOffset(toRaw, offset));
  const { groups, decisions } = groupLines(source, lines, marked, rawOffset, document.layout);
  const { rewrite, blocks } = assemble(source, lines, groups, (span) => (asIs ? span : toSource(toRaw, span)));
  const map = asIs ? rewrite.map : compose(toRaw, rewrite.map);
  const removed = glyphs.rewrite.removed.concat(
    carried(counted?.removed ?? [], glyphs.rewrite.map),
    carried(spacing.rewrite.removed, afterGlyphs),
    carried(markdown?.rewrite.removed ?? [], afterSpacing),
    carried(rewrite.removed, toRaw),
  );
  return {
    ...document,
    text: rewrite.text,
    map,
    blocks,
    removed: removedLayer(removed, blocks),
    citations: findCitations(
      rewrite.text,
      blocks.filter((block) => block.kind !== 'furniture'),
    ),
    decisions,
    messages: [
      ...document.messages,
      ...glyphs.messages,
      ...spacing.messages.map((message) => carriedMessage(message, afterGlyphs)),
      ...setAside(blocks, removed),
      ...unsureBreaks(decisions),
    ],
  };
}

/** Places of broken bytes, which are told already by the one who saw the bytes. */
function brokenInFile({ messages }: RawDocument): Span[] {
  const rules = ['ingest/broken-character', 'ingest/more-broken-characters'];
  return messages.flatMap(({ rule, span }) => (span !== undefined && rules.includes(rule) ? [span] : []));
}

function composeChanged(first: OffsetMap, second: OffsetMap, changed: boolean): OffsetMap {
  return changed || second.kept.length > 1 ? compose(first, second) : first;
}

function carried(removals: readonly Removal[], map: OffsetMap): readonly Removal[] {
  if (isIdentity(map)) return removals;
  return removals.map((removal) => {
    const { start, end } = toSource(map, removal);
    return { start, end, reason: removal.reason };
  });
}

function isIdentity(map: OffsetMap): boolean {
  return map.kept.length === 0 || (map.kept.length === 1 && map.kept[0] === 1);
}

function carriedMessage(message: Message, map: OffsetMap): Message {
  return message.span === undefined ? message : { ...message, span: toSource(map, message.span) };
}

/** Where the unit before an offset ends in the source. */
function sourceOffset(map: OffsetMap, offset: number): number {
  return offset === 0 ? 0 : toSource(map, { start: offset - 1, end: offset }).end;
}

/** One layer of what is in no block: places rise and do not overlap, and furniture keeps what lies inside it. */
function removedLayer(removals: readonly Removal[], blocks: readonly Block[]): Layer {
  const labels = [...new Set(removals.map((removal) => removal.reason))].sort();
  const index = new Map(labels.map((label, i) => [label, i]));
  const furniture: Span[] = blocks
    .filter((block) => block.kind === 'furniture')
    .map((block) => ({ start: block.rawStart, end: block.rawEnd }));
  let rises = true;
  for (let i = 1; i < removals.length && rises; i++) rises = removals[i]!.start >= removals[i - 1]!.start;
  const sorted = rises ? removals : [...removals].sort((a, b) => a.start - b.start || b.end - a.end);
  const starts: number[] = [];
  const ends: number[] = [];
  const label: number[] = [];
  let at = 0;
  let f = 0;
  for (const removal of sorted) {
    let start = Math.max(removal.start, at);
    while (f < furniture.length && furniture[f]!.end <= start) f++;
    const inside = furniture[f];
    if (inside !== undefined && inside.start <= start) start = Math.min(inside.end, removal.end);
    const end = inside !== undefined && inside.start > start ? Math.min(removal.end, inside.start) : removal.end;
    if (end > start) {
      starts.push(start);
      ends.push(end);
      label.push(index.get(removal.reason)!);
    }
    at = Math.max(at, end);
  }
  return { start: Uint32Array.from(starts), end: Uint32Array.from(ends), label: Uint32Array.from(label), labels };
}

/** What a reader would miss in the text: furniture, and the hyphens of broken words. */
function setAside(blocks: readonly Block[], removed: readonly Removal[]): Message[] {
  const furniture = blocks.filter(({ kind }) => kind === 'furniture');
  const hyphens = removed.filter(({ reason }) => reason === 'hyphen');
  const told: Message[] = [];
  if (furniture[0] !== undefined) {
    const span = { start: furniture[0].rawStart, end: furniture[0].rawEnd };
    told.push({ severity: 'info', rule: 'repair/furniture', values: { count: furniture.length }, span });
  }
  if (hyphens[0] !== undefined) {
    const { start, end } = hyphens[0];
    told.push({ severity: 'info', rule: 'repair/hyphen', values: { count: hyphens.length }, span: { start, end } });
  }
  return told;
}

function unsureBreaks(decisions: readonly BreakDecision[]): Message[] {
  const found = decisions.filter((decision) => decision.confidence < unsure);
  const first = found[0];
  if (first === undefined) return [];
  const span = { start: first.offset, end: first.offset };
  return [
    { severity: 'info', rule: 'repair/unsure-breaks', values: { count: found.length, breaks: decisions.length }, span },
  ];
}
