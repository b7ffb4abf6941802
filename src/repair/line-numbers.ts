import { isSpace } from '../text/characters.ts';
import { type Rewrite, RewriteBuilder } from '../text/rewrite.ts';

/** Fewer numbered lines than this are an enumeration. */
const fewestNumbered = 12;
/** Share of the lines (or of every fifth line) that must have the number that counting gives. */
const leastShare = 0.85;
/** Share of the numbered lines with a ，or 。 or ； inside: rows of a table and entries of a list have none. */
const leastRunning = 0.4;
/** Share of the numbered lines that may end a sentence: all do in a list of sentences. */
const mostFinished = 0.6;

/** So many lines show whether lines were counted: even where every fifth has a number, more than a tenth have one. */
const firstLook = 50;
const leastSeen = 0.1;

interface NumberedLine {
  readonly start: number;
  /** Past the number and the white space after it. */
  readonly text: number;
  readonly value: number;
  /** How many lines that hold anything stand before it. */
  readonly index: number;
}

/**
 * Takes the numbers in the margin off a text whose lines were counted, all of them or every fifth; undefined where there are
 * none. Counting may begin again on each page.
 */
export function withoutLineNumbers(text: string): Rewrite | undefined {
  const numbered: NumberedLine[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    let first = at;
    while (first < end && isSpace(text.charCodeAt(first))) if (text.charCodeAt(first++) === 0x0c) at = first;
    if (first < end) {
      const line = readNumber(text, at, first, end, starts.length);
      if (line !== undefined) numbered.push(line);
      starts.push(at);
      if (starts.length === firstLook && numbered.length < leastSeen * firstLook) return undefined;
    }
    at = end + 1;
  }
  if (numbered.length < fewestNumbered || !isCounted(numbered, starts.length)) return undefined;
  const contents = numbered.map(({ text: from }) => text.slice(from, endOf(text, from)).trimEnd());
  const running = contents.filter((content) => /[，。；]/.test(content)).length;
  const finished = contents.filter((content) => /[。；！？：]$/.test(content)).length;
  if (running < leastRunning * numbered.length || finished > mostFinished * numbered.length) return undefined;
  return withoutPrefix(text, starts, numbered);
}

function readNumber(text: string, start: number, first: number, end: number, index: number): NumberedLine | undefined {
  let at = first;
  let value = 0;
  for (; at < end && at < first + 4; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === first || at === end || !isSpace(text.charCodeAt(at))) return undefined;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return { start, text: at, value, index };
}

function isCounted(numbered: readonly NumberedLine[], lines: number): boolean {
  let counted = 0;
  let fives = 0;
  for (let i = 0; i < numbered.length; i++) {
    const { value, index } = numbered[i]!;
    const before = numbered[i - 1];
    if (before === undefined || value <= 5 || value - before.value === index - before.index) counted++;
    if (value % 5 === 0) fives++;
  }
  const wanted = fives === numbered.length ? lines / 5 : lines;
  return counted >= leastShare * numbered.length && numbered.length >= leastShare * wanted - 1;
}

/** The white space and the number that all lines have before their text; what a line has more is its indent. */
function withoutPrefix(text: string, starts: readonly number[], numbered: readonly NumberedLine[]): Rewrite {
  const at = new Map(numbered.map((line) => [line.start, line]));
  const width = Math.min(...numbered.map((line) => line.text - line.start));
  const builder = new RewriteBuilder(text);
  for (const start of starts) {
    const line = at.get(start);
    let end = start;
    while (end < start + width && isSpace(text.charCodeAt(end))) end++;
    builder.keep(start);
    builder.remove(line === undefined ? end : start + Math.max(width, prefixOf(text, line)), 'line-number');
  }
  return builder.finish();
}

/** Length of a line's white space and number, without the white space after it. */
function prefixOf(text: string, { start, text: from }: NumberedLine): number {
  let end = from;
  while (isSpace(text.charCodeAt(end - 1))) end--;
  return end - start;
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
