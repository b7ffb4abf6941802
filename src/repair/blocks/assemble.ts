import type { Block } from '../../model/document.ts';
import { characterClass, classOf, isHan, isSpace } from '../../text/characters.ts';
import type { Span } from '../../text/offset-map.ts';
import { type Rewrite, RewriteBuilder } from '../../text/rewrite.ts';
import { standsAlone } from '../numbering.ts';
import { type SourceLine, unitWidth } from '../source-line.ts';
import type { BlockGroup } from './block-group.ts';

/** Blocks with places in the rewritten text (`start`, `end`) and in the raw text (`rawStart`, `rawEnd`). */
export interface Assembly {
  readonly rewrite: Rewrite;
  readonly blocks: readonly Block[];
}

/** Gaps of this width and more, in em, part columns or words that the author set apart: they stay as one space. */
const wideGap = 2;

/**
 * Writes one block a line. Furniture is left out; every other unit is kept, or removed with a reason. `rawSpan` says where
 * a span of `text` was in the raw text.
 */
export function assemble(
  text: string,
  lines: readonly SourceLine[],
  groups: readonly BlockGroup[],
  rawSpan: (span: Span) => Span,
): Assembly {
  const builder = new RewriteBuilder(text);
  const groupOf = new Int32Array(lines.length).fill(-1);
  for (let index = 0; index < groups.length; index++) {
    for (const line of groups[index]!.lines) groupOf[line] = index;
  }
  const paged = lines.at(-1)?.page !== 0;
  const start = new Int32Array(groups.length).fill(-1);
  const end = new Int32Array(groups.length);
  let previous = -1; // the last line that was written
  let inside: number[] = []; // notes that stand inside the block that is being written
  const write = (i: number, index: number, group: BlockGroup) => {
    const line = lines[i]!;
    const begins = group.lines[0] === i;
    if (begins) {
      removeSpace(builder, text, line.start, previous === -1 ? 'indent' : 'block-break');
      if (previous >= 0) builder.replace(builder.at, '\n');
      start[index] = builder.length;
    } else {
      const space = needsSpace(text, lines[previous]!, line);
      removeSpace(builder, text, line.start, 'line-break');
      if (space) builder.replace(builder.at, ' ');
    }
    const next = group.lines.length === 1 ? undefined : group.lines[group.lines.indexOf(i) + 1];
    const until = next === undefined ? line.end : beforeHyphen(text, line, lines[next]!);
    const names = begins && next === undefined && isLineOfNames(text, line);
    const tab = group.kind === 'table' ? text.indexOf('\t', line.start) : -1;
    if (tab >= 0 && tab < until) writeRow(builder, text, line.start, until);
    else writeLine(builder, text, line.start, until, begins, names);
    if (until < line.end) builder.remove(line.end, 'hyphen');
    end[index] = builder.length;
    previous = i;
  };
  let last = -1; // the last line of the block that is being written
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const index = groupOf[i]!;
    const group = groups[index]!;
    if (group.kind === 'furniture') {
      removeSpace(builder, text, line.start, 'block-break');
      start[index] = start[index] === -1 ? builder.length : start[index]!;
      builder.skip(line.end);
      end[index] = start[index]!;
      continue;
    }
    if (i < last && group.kind === 'note' && group.lines[0] === i) {
      removeSpace(builder, text, line.start, 'line-break');
      builder.moveTo(lines[group.lines.at(-1)!]!.end);
      inside.push(index);
      i = group.lines.at(-1)!;
      continue;
    }
    write(i, index, group);
    last = group.lines.at(-1)!;
    if (i < last || inside.length === 0) continue;
    const at = builder.at;
    for (const note of inside) {
      const own = groups[note]!;
      builder.replace(builder.at, '\n');
      builder.moveTo(lines[own.lines[0]!]!.start);
      previous = -2;
      for (const noteLine of own.lines) write(noteLine, note, own);
    }
    builder.moveTo(at);
    previous = i;
    inside = [];
  }
  removeSpace(builder, text, text.length, 'block-break');
  return {
    rewrite: builder.finish(),
    blocks: groups.map((group, index) => {
      const firstLine = lines[group.lines[0]!]!;
      const raw = rawSpan({ start: firstLine.start, end: lines[group.lines.at(-1)!]!.end });
      return {
        kind: group.kind,
        level: group.level,
        start: start[index]!,
        end: end[index]!,
        rawStart: raw.start,
        rawEnd: raw.end,
        page: paged ? firstLine.page + 1 : undefined,
        line: firstLine.number,
      };
    }),
  };
}

/** Removes white space up to `end`; form feeds are told apart from other breaks. */
function removeSpace(builder: RewriteBuilder, text: string, end: number, reason: string): void {
  for (let i = builder.at; i < end; i++) {
    if (text.charCodeAt(i) !== 0x0c) continue;
    builder.remove(i, reason);
    builder.remove(i + 1, 'page-break');
  }
  builder.remove(end, reason);
}

/** Copies a row of a table: the tabs between its cells stay, and the cells are written as lines are. */
function writeRow(builder: RewriteBuilder, text: string, start: number, end: number): void {
  for (let from = start; from < end; ) {
    let tab = from;
    while (tab < end && text.charCodeAt(tab) !== 0x09) tab++;
    let last = tab;
    while (last > from && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > from) writeLine(builder, text, from, last, false, false);
    if (tab >= end) break;
    builder.remove(tab, 'space');
    builder.keep(tab + 1);
    from = tab + 1;
    while (from < end && text.charCodeAt(from) !== 0x09 && isSpace(text.charCodeAt(from))) from++;
    builder.remove(from, 'space');
  }
}

/** Copies a line without the spaces that only the typesetting put there. */
function writeLine(
  builder: RewriteBuilder,
  text: string,
  start: number,
  end: number,
  begins: boolean,
  names: boolean,
): void {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x3001 && unit <= 0x9fff) || !isSpace(unit)) continue;
    let after = i;
    let width = 0;
    while (after < end && isSpace(text.charCodeAt(after))) width += unitWidth(text.charCodeAt(after++));
    if (after >= end || i === start) continue;
    builder.keep(i);
    const author = (begins && afterNumber(text, start, i)) || (names && !betweenSingles(text, start, end, i, after));
    const keep = width >= wideGap || keepsSpace(text, i, after) || author;
    if (!keep) builder.remove(after, 'space');
    else if (after - i === 1 && text[i] === ' ') builder.keep(after);
    else builder.replace(after, ' ');
    i = after - 1;
  }
  builder.keep(end);
}

/** A space stays between Latin words and numbers; beside Han characters and full-width marks it is the typesetter's. */
function keepsSpace(text: string, at: number, after: number): boolean {
  return isNarrow(text.charCodeAt(at - 1)) && isNarrow(text.charCodeAt(after));
}

function isNarrow(unit: number): boolean {
  if (unit < 0x80) return !isSpace(unit);
  const kind = classOf(unit);
  return (kind === characterClass.latin || kind === characterClass.digit) && unit < 0x2000;
}

/** 省长 王某某 or 张某某 李某: the spaces between names are the author's. */
function isLineOfNames(text: string, line: SourceLine): boolean {
  if (line.end - line.start > 40) return false;
  const content = text.slice(line.start, line.end);
  return /[ \u3000]/.test(content) && standsAlone(content);
}

/** 王 某: the space inside a name of two characters is the typesetter's. */
function betweenSingles(text: string, start: number, end: number, at: number, after: number): boolean {
  const alone = (i: number) => i < start || i >= end || isSpace(text.charCodeAt(i));
  return alone(at - 2) && alone(after + 1);
}

/** 第一章 总则: the space after the number of a chapter or an article is the author's. */
function afterNumber(text: string, start: number, at: number): boolean {
  return at - start <= 10 && text.charAt(start) === '第' && '编章节条篇部分'.includes(text.charAt(at - 1));
}

/** Whether a space belongs between the end of a line and the start of the next: between Latin words only. */
function needsSpace(text: string, line: SourceLine, next: SourceLine): boolean {
  const before = text.charCodeAt(line.end - 1);
  const after = text.charCodeAt(next.start);
  if (before === 0x2d && beforeHyphen(text, line, next) < line.end) return false;
  if (isHan(before) || isHan(after)) return false;
  const left = classOf(before);
  const right = classOf(after);
  const word = (kind: number) => kind === characterClass.latin;
  if (word(left) && word(right)) return true;
  if (word(left) && right === characterClass.digit) return true;
  // The mark after a Latin word: "policy, and" is broken after the comma.
  return word(right) && before < 0x80 && ',.;:)!?'.includes(text.charAt(line.end - 1));
}

/** Place of the hyphen that broke a Latin word at the line's end (deve-lopment); the line's end where there is none. */
function beforeHyphen(text: string, line: SourceLine, next: SourceLine): number {
  const at = line.end - 1;
  const unit = text.charCodeAt(at);
  if (unit !== 0x2d && unit !== 0x2010 && unit !== 0xad) return line.end;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(next.start);
  return isLower(before) && isLower(after) ? at : line.end;
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
