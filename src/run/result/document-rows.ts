import type { CleanDocument, DescribedDocument, TaggedDocument } from '../../model/document.ts';
import type { Layer } from '../../model/layer.ts';
import type { Cell } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import { countBelow } from '../../text/count-below.ts';
import type { Settings } from '../settings.ts';
import { Boxes } from './boxes.ts';
import type { DocumentIndex } from './document-index.ts';
import { type Places, rawSpan } from './places.ts';

type Emit = (cells: readonly Cell[]) => void;

/** Rows of blocks.csv. */
export function blockRows(
  document: CleanDocument & Partial<Pick<DescribedDocument, 'places'>>,
  places: Places,
  emit: Emit,
): void {
  const boxes = new Boxes(document);
  document.blocks.forEach((block, i) => {
    const inText = block.kind !== 'furniture';
    const box = boxes.ofBlock(block);
    emit([
      document.id,
      i + 1,
      block.kind,
      block.level,
      inText ? places.text.toCodePoints(block.start) : null,
      inText ? places.text.toCodePoints(block.end) : null,
      places.raw.toCodePoints(block.rawStart),
      places.raw.toCodePoints(block.rawEnd),
      places.page(block.rawStart),
      block.line,
      box?.x ?? null,
      box?.y ?? null,
      box?.width ?? null,
      box?.height ?? null,
      document.places?.[i]?.division || null,
      document.places?.[i]?.path || null,
      inText ? document.text.slice(block.start, block.end) : document.raw.slice(block.rawStart, block.rawEnd),
    ]);
  });
}

/** Rows of occurrences.csv, those of blocks that are counted; `context` is the number of characters left and right, which never leave the block. */
export function occurrenceRows(
  document: TaggedDocument,
  terms: readonly Term[],
  places: Places,
  index: DocumentIndex,
  settings: Pick<Settings, 'context' | 'count_kinds'>,
  emit: Emit,
): void {
  const { start, end, label } = document.terms;
  const kinds = new Set<string>(settings.count_kinds);
  const boxes = new Boxes(document);
  const { context } = settings;
  const { text } = document;
  const before = places.text.isIdentity ? unitsBefore : charactersBefore;
  const after = places.text.isIdentity ? unitsAfter : charactersAfter;
  for (let i = 0; i < start.length; i++) {
    const from = start[i]!;
    const to = end[i]!;
    const term = terms[label[i]!]!;
    const block = index.block(from);
    const around = document.blocks[block - 1];
    if (around === undefined || !kinds.has(around.kind)) continue;
    const raw = rawSpan(document, from, to);
    const box = boxes.ofSpan(raw.start, raw.end);
    const match = text.slice(from, to);
    emit([
      document.id,
      term.term,
      term.category,
      withoutSpans(text, from, to, document.citations),
      document.nested[i] === 1 ? 'nested' : 'outer',
      block,
      index.sentence(from),
      places.text.toCodePoints(from),
      places.text.toCodePoints(to),
      places.raw.toCodePoints(raw.start),
      places.raw.toCodePoints(raw.end),
      places.page(raw.start),
      places.line(raw.start),
      box?.x ?? null,
      box?.y ?? null,
      box?.width ?? null,
      box?.height ?? null,
      text.slice(before(text, from, context, around?.start ?? 0), from),
      match,
      text.slice(to, after(text, to, context, around?.end ?? text.length)),
    ]);
  }
}

/** Rows of mentions.csv: titles, document numbers and dates, then citation marks, in the order of the text. */
export function mentionRows(document: TaggedDocument, places: Places, index: DocumentIndex, emit: Emit): void {
  const { mentions, citations } = document;
  const boxes = new Boxes(document);
  let m = 0;
  let c = 0;
  while (m < mentions.start.length || c < citations.start.length) {
    const mention =
      c >= citations.start.length || (m < mentions.start.length && mentions.start[m]! <= citations.start[c]!);
    const layer: Layer = mention ? mentions : citations;
    const i = mention ? m++ : c++;
    const from = layer.start[i]!;
    const to = layer.end[i]!;
    const raw = rawSpan(document, from, to);
    const box = boxes.ofSpan(raw.start, raw.end);
    emit([
      document.id,
      mention ? (layer.labels[layer.label[i]!] ?? '') : 'citation',
      document.text.slice(from, to),
      index.block(from),
      index.sentence(from),
      places.text.toCodePoints(from),
      places.text.toCodePoints(to),
      places.raw.toCodePoints(raw.start),
      places.raw.toCodePoints(raw.end),
      places.page(raw.start),
      places.line(raw.start),
      box?.x ?? null,
      box?.y ?? null,
      box?.width ?? null,
      box?.height ?? null,
    ]);
  }
}

/** Rows of breaks.csv. */
export function breakRows(document: CleanDocument, places: Places, emit: Emit): void {
  for (const { line, offset, join, rule, confidence } of document.decisions) {
    const decision = join ? 'join' : 'break';
    emit([document.id, line, places.raw.toCodePoints(offset), decision, rule, Math.round(confidence * 1000) / 1000]);
  }
}

/** The text of a span with the spans of a layer inside it left out. */
export function withoutSpans(text: string, start: number, end: number, layer: Layer): string {
  let at = start;
  let kept = '';
  for (let i = countBelow(layer.start, start); i < layer.start.length && layer.start[i]! < end; i++) {
    if (layer.start[i]! < at) continue;
    kept += text.slice(at, layer.start[i]!);
    at = Math.min(layer.end[i]!, end);
  }
  return kept + text.slice(at, end);
}

/** As `charactersBefore`, where a character is a unit. */
function unitsBefore(_text: string, offset: number, count: number, limit: number): number {
  return Math.max(offset - count, limit);
}

/** As `charactersAfter`, where a character is a unit. */
function unitsAfter(_text: string, offset: number, count: number, limit: number): number {
  return Math.min(offset + count, limit);
}

/** Offset `count` characters before `offset`, not before `limit`; never inside a surrogate pair. */
function charactersBefore(text: string, offset: number, count: number, limit: number): number {
  let at = offset;
  for (let i = 0; i < count && at > limit; i++) {
    at--;
    if (at > limit && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) at--;
  }
  return at;
}

/** Offset `count` characters after `offset`, not after `limit`; never inside a surrogate pair. */
function charactersAfter(text: string, offset: number, count: number, limit: number): number {
  let at = offset;
  for (let i = 0; i < count && at < limit; i++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && at + 1 < limit) at++;
    at++;
  }
  return at;
}
