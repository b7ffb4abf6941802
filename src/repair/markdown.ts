import type { BlockKind } from '../model/document.ts';
import { type Rewrite, RewriteBuilder } from '../text/rewrite.ts';

/** What a mark of Markdown, or the format of the document, says a line is. */
export interface MarkedLine {
  readonly kind: BlockKind;
  /** Depth of a heading as written, 1 for #; 0 for other kinds. */
  readonly level: number;
}

export interface MarkdownText {
  /** The text without its marks; they are removed with the reason `markdown`. */
  readonly rewrite: Rewrite;
  /** Marked lines by the offset in the rewritten text where their content begins. */
  readonly marked: ReadonlyMap<number, MarkedLine>;
}

const heading = /^[ ]{0,3}(#{1,6})[ \t]+/;
const trailingHashes = /[ \t]+#+[ \t]*$/;
const bullet = /^[ \t]*[-*+][ \t]+(?=\S)/;
const quote = /^[ ]{0,3}(?:>[ \t]?)+/;
const wholeLine =
  /^[ \t]*(?:<!--.*-->|```.*|~~~.*|(?:[-*_][ \t]*){3,}|\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?)[ \t]*$/;
const row = /^[ \t]*\|.*\|[ \t]*$/;
/** ![image](…), [text](…), **strong**, __strong__, `code`, \* and <br> */
const inline =
  /!\[[^\]\n]*\]\([^)\n]*\)|\[([^\]\n]+)\]\(([^)\n]*)\)|\*\*(?=\S)([^*\n]+?)\*\*|__(?=\S)([^_\n]+?)__|`([^`\n]+)`|\\(?=[\\`*_{}[\]()#+\-.!|>])|<br[ \t]*\/?>|\*(?=\S)([^*\n]+?)(?<=\S)\*/g;

const mayHaveMarks = /[[*_`\\<]/;
/** What a mark of a whole line begins with, and what one inside a line does. */
const lineMarks = '<`~-*_|:>#+';
const inlineMark = /[[*_`\\<]/g;

/** Takes the marks of Markdown off a text, line by line, and tells which lines were headings, items of a list and rows. */
export function readMarkdown(text: string): MarkdownText {
  const builder = new RewriteBuilder(text);
  const marked = new Map<number, MarkedLine>();
  let mark = -1;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const stop = next === -1 ? text.length : next;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    if (mark < start) mark = nextInlineMark(text, start);
    let first = start;
    while (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 0x09) first++;
    // A line without marks is copied with those that come after it.
    if (mark < end || lineMarks.includes(text.charAt(first))) {
      builder.keep(start);
      writeLine(builder, marked, text.slice(start, end), start);
    }
    start = stop + 1;
  }
  return { rewrite: builder.finish(), marked };
}

function nextInlineMark(text: string, from: number): number {
  inlineMark.lastIndex = from;
  return inlineMark.exec(text)?.index ?? text.length;
}

function writeLine(builder: RewriteBuilder, marked: Map<number, MarkedLine>, line: string, start: number): void {
  const end = start + line.length;
  if (wholeLine.test(line)) {
    builder.remove(end, 'markdown');
    return;
  }
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(line.slice(at - start));
    if (match === null) return null;
    at += match[0].length;
    builder.remove(at, 'markdown');
    return match;
  };
  take(quote);
  const head = take(heading);
  const kind = head !== null ? 'heading' : row.test(line) ? 'table' : take(bullet) !== null ? 'list' : undefined;
  if (kind === 'table') {
    at += line.indexOf('|') + 1;
    builder.remove(at, 'markdown');
    while (at < end && (line[at - start] === ' ' || line[at - start] === '\t')) at++;
    builder.keep(at);
  }
  if (kind !== undefined) marked.set(builder.length, { kind, level: head?.[1]?.length ?? 0 });
  let stop = end;
  if (head !== null) stop -= trailingHashes.exec(line)?.[0].length ?? 0;
  if (kind === 'table') stop = start + line.lastIndexOf('|');
  writeInline(builder, line.slice(at - start, stop - start), at);
  builder.keep(stop);
  builder.remove(end, 'markdown');
}

function writeInline(builder: RewriteBuilder, content: string, start: number): void {
  if (!mayHaveMarks.test(content)) return;
  for (const match of content.matchAll(inline)) {
    const from = start + match.index;
    builder.keep(from);
    const inner = match[1] ?? match[3] ?? match[4] ?? match[5] ?? match[6];
    if (inner !== undefined) {
      const offset = match[0].indexOf(inner, match[0].startsWith('*') ? 1 : 0);
      builder.remove(from + offset, 'markdown');
      builder.keep(from + offset + inner.length);
    }
    builder.remove(from + match[0].length, 'markdown');
  }
}
