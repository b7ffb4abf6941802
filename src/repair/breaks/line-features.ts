import { characterClass, classOf } from '../../text/characters.ts';
import { endKind, type Numbering, readEnd, readNumbering, startKind } from '../numbering.ts';
import type { SourceLine } from '../source-line.ts';
import { acrossEvidence, openBrackets } from './across-evidence.ts';
import { columnWidths } from './column-width.ts';
import { firstChunk } from './first-chunk.ts';
import type { PageMeasure } from './page-measure.ts';
import { sentenceFlow } from './sentence-flow.ts';

/** What is known of the lines of a document before any decision, a column a feature. Widths are in em. */
export interface LineFeatures {
  readonly count: number;
  /** Width of the column minus the width of the line; NaN where the column is unknown. */
  readonly slack: Float64Array;
  readonly column: Float64Array;
  readonly width: Float64Array;
  /** How far the sum of the widths of a line may be wrong: letters and some marks differ from font to font. */
  readonly loose: Float64Array;
  /** Width of what would have had to fit at the end of the line: the next line's first part that may not be broken. */
  readonly chunk: Float64Array;
  /** The numbering as it stands, and the kinds of start and end (numbering.ts). */
  readonly numbering: readonly Numbering[];
  readonly starts: Uint8Array;
  /** 1 where the line is nothing but a number: 第三条 or 第一章 with its text on the next line. */
  readonly alone: Uint8Array;
  readonly ends: Uint8Array;
  /** Characters without white space, and marks inside that a heading would not have. */
  readonly characters: Uint16Array;
  readonly pauses: Uint8Array;
  readonly stops: Uint8Array;
  readonly indented: Uint8Array;
  /** Evidence at the break after each line, in nats for joining: brackets left open, and a word that stands across the break. */
  readonly across: Float64Array;
  /** Evidence at the break after each line, in nats for joining: how the words on both sides go together. */
  readonly flow: Float64Array;
  /** Whether the lines were broken anywhere, at no width: 坚持新型举国体 / 制，… */
  readonly ragged: boolean;
  /** Empty lines after each line. */
  readonly blanks: Uint8Array;
  /** At the break after each line: 0 no gap, 1 an empty line, 2 a new page or column (says nothing). */
  readonly gap: Uint8Array;
}

/** What of the end of a line says how it ends. */
const readAtEnd = 24;

/** Reads the features of the lines of `text`; `contents` are the lines without white space around, `measure` their places. */
export function lineFeatures(
  text: string,
  lines: readonly SourceLine[],
  contents: readonly string[],
  measure?: PageMeasure,
): LineFeatures {
  const count = lines.length;
  const features: { -readonly [column in keyof LineFeatures]: LineFeatures[column] } = {
    count,
    column: new Float64Array(count),
    width: new Float64Array(count),
    loose: new Float64Array(count),
    slack: new Float64Array(count).fill(Number.NaN),
    chunk: new Float64Array(count),
    numbering: contents.map(readNumbering),
    starts: new Uint8Array(count),
    alone: new Uint8Array(count),
    ends: new Uint8Array(count),
    characters: new Uint16Array(count),
    pauses: new Uint8Array(count),
    stops: new Uint8Array(count),
    indented: new Uint8Array(count),
    across: new Float64Array(count),
    flow: new Float64Array(count),
    ragged: false,
    blanks: new Uint8Array(count),
    gap: new Uint8Array(count),
  };
  const everyOther = isDoubleSpaced(lines);
  let inReferences = false;
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    const content = contents[i]!;
    const numbering = features.numbering[i]!;
    features.width[i] = line.width + (line.lead >= 1.5 && line.lead < 6 ? line.lead : 0);
    if (numbering.kind === startKind.word && content.includes('献')) inReferences = true;
    features.starts[i] =
      numbering.kind === startKind.reference && !inReferences && !isEntry(text, line, lines[i + 1])
        ? startKind.other
        : numbering.kind;
    features.alone[i] = numbering.alone ? 1 : 0;
    features.ends[i] = readEnd(content, Math.max(0, content.length - readAtEnd));
    features.indented[i] = line.lead >= 1.5 ? 1 : 0;
    countMarks(text, line, features, i);
    if (numbering.kind === startKind.article || numbering.kind === startKind.heading) features.loose[i]! += numberGap;
    const next = lines[i + 1];
    if (next === undefined) continue;
    features.chunk[i] = firstChunk(text, next);
    features.blanks[i] = Math.min(next.blanks, 255);
    if (next.newPage || (everyOther && next.blanks === 0)) features.gap[i] = 2;
    else features.gap[i] = next.blanks > (everyOther ? 1 : 0) ? 1 : 0;
  }
  addColumns(lines, features);
  if (measure !== undefined) addMeasure(measure, features);
  features.flow = sentenceFlow(text, lines, contents, features);
  features.ragged = isRagged(features);
  if (features.ragged) {
    features.column.fill(0);
    features.slack.fill(Number.NaN);
  }
  if (features.ragged || features.column.some((width) => width > 0)) {
    const across = acrossEvidence(text, lines);
    for (let i = 0; i < count; i++) features.across[i] = features.alone[i] === 1 ? 3 : across[i]!;
  } else {
    for (let i = 0; i + 1 < count; i++)
      if (mayGoOn(features, i)) features.across[i] = openBrackets(text, lines[i]!, lines[i + 1]!);
  }
  return features;
}

function addColumns(lines: readonly SourceLine[], features: LineFeatures): void {
  const gapBefore = new Uint8Array(features.count);
  for (let i = 1; i < features.count; i++) gapBefore[i] = features.gap[i - 1] === 0 ? 0 : 1;
  const { width, chunk, loose } = features;
  // 第三条 with its text on the next line of the copy: on the page both were one line.
  for (let i = 1; i < features.count; i++) {
    if (features.alone[i - 1] !== 1 || features.starts[i] === features.starts[i - 1]) continue;
    width[i] = Math.min(width[i]! + width[i - 1]! + 0.5, Math.max(width[i]!, widestLine));
    loose[i]! += numberGap;
  }
  const finished = new Float64Array(features.count);
  for (let i = 0; i < features.count; i++) finished[i] = finishedProbability(features, i, features.ends[i]!);
  features.column.set(columnWidths({ width, chunk, loose, finished, gapBefore }));
  for (let i = 0; i < lines.length; i++)
    if (features.column[i]! > 0) features.slack[i] = features.column[i]! - width[i]!;
}

/** What the pages say of the columns goes before what the widths of the lines let guess. */
function addMeasure(measure: PageMeasure, features: LineFeatures): void {
  for (let i = 0; i < features.count; i++) {
    const column = measure.column[i]!;
    if (!(column > 0)) continue;
    features.column[i] = column;
    const slack = measure.slack[i]!;
    features.slack[i] = Number.isNaN(slack) ? column - features.width[i]! : slack;
  }
}

/** Whether the end of a line leaves it open whether its sentence goes on. */
function mayGoOn({ ends, starts }: LineFeatures, i: number): boolean {
  const next = starts[i + 1]!;
  return (
    (ends[i] === endKind.plain || ends[i] === endKind.comma || ends[i] === endKind.close) &&
    (next === startKind.other || next === startKind.noStart || next === startKind.bound)
  );
}

/**
 * Share of breaks in the middle of a sentence that no width explains, from which on the lines were broken anywhere; good
 * text has hardly any.
 */
const leastTorn = 0.15;
/** Nats of flow from which on a break is as good as sure to be in the middle of a sentence. */
const surelyTorn = 4;
/** How much farther from the edge, in em, a line ends than the next word would explain. */
const unexplained = 2;

function isRagged(features: LineFeatures): boolean {
  let far = 0;
  let all = 0;
  for (let i = 0; i + 1 < features.count; i++) {
    if (features.flow[i]! <= 0) continue;
    const torn = Math.min(1, features.flow[i]! / surelyTorn);
    all += torn;
    const slack = features.slack[i]! - features.chunk[i]! - features.loose[i]!;
    if (!(slack <= unexplained)) far += torn;
  }
  return far > 0.25 * all && far >= leastTorn * (features.count - 1);
}

function finishedProbability(features: LineFeatures, i: number, end: number): number {
  // Salutations end with a comma, line for line: 尊敬的各位来宾，
  if (end === endKind.comma) return 0.25;
  if (end === endKind.open) return 0.03;
  return end === endKind.plain && features.starts[i] !== startKind.heading && features.characters[i]! > 12
    ? 0.06
    : 0.94;
}

/** Whether the copy put an empty line after every line, so that an empty line says nothing. */
function isDoubleSpaced(lines: readonly SourceLine[]): boolean {
  let single = 0;
  for (const line of lines) if (line.blanks === 1) single++;
  return single > lines.length * 0.6;
}

const bibliography = /出版社|年第|\d{4}年|[[［][A-Z](?:\/OL)?[\]］]|https?:|^[[［]\d+[\]］]\s*(?:《|参见|[A-Z])/;

/** Whether [12] at a line's start begins an entry of a list, and is no citation mark that had no room in the line before. */
function isEntry(text: string, line: SourceLine, next: SourceLine | undefined): boolean {
  return bibliography.test(text.slice(line.start, Math.min(next?.end ?? line.end, line.start + 160)));
}

function countMarks(text: string, line: SourceLine, features: LineFeatures, i: number): void {
  let characters = 0;
  let pauses = 0;
  let stops = 0;
  let loose = 0.1;
  for (let at = line.start; at < line.end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (unit < 0x3000) loose += looseness(unit);
    if (kind === characterClass.space) continue;
    characters++;
    if (unit === 0xff0c || unit === 0x2c || unit === 0xff1b) pauses++;
    else if (kind === characterClass.sentenceEnd && at < line.end - 1) stops++;
  }
  features.loose[i] = Math.min(loose, 1.5);
  features.characters[i] = Math.min(characters, 65535);
  features.pauses[i] = Math.min(pauses, 255);
  features.stops[i] = Math.min(stops, 255);
}

/** A line is not made wider than a page by the number before it. */
const widestLine = 90;
/** The gap after 第三条 is one space in the copy, and up to two em on the page. */
const numberGap = 1.2;

function looseness(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 0.06;
  // Curly quotes, the ellipsis and the dash are half an em in one font and a whole one in the next.
  return unit < 0x2000 ? 0.12 : 0.5;
}
