import type { DocFile } from './doc-file.ts';
import { type DocParagraph, unread } from './doc-properties.ts';
import { equationText } from './equation-field.ts';
import type { LeftOut } from './left-out.ts';
import { isItemLabel, labelled } from './list-counter.ts';
import type { MarkedLines } from './marked-lines.ts';

/** Signs in the text, [MS-DOC] 2.4.1. */
const picture = 0x01;
const noteSign = 0x02;
const cellEnd = 0x07;
const tab = 0x09;
const lineBreak = 0x0b;
const pageBreak = 0x0c;
const paragraphEnd = 0x0d;
const columnBreak = 0x0e;
const fieldStart = 0x13;
const fieldResult = 0x14;
const fieldEnd = 0x15;
const hardHyphen = 0x1e;
const firstLetter = 0x20;

/**
 * Writes the text of a file: body, text boxes, its notes after the marks of their references, and what stands at the head and
 * foot of pages as furniture.
 */
export function addDocLines(lines: MarkedLines, file: DocFile, leftOut: LeftOut): void {
  const [body = 0, footnotes = 0, heads = 0, comments = 0, endnotes = 0, boxes = 0] = file.lengths;
  const marks = noteMarks(file);
  const endnoteStart = body + footnotes + heads + comments;
  const out = { lines, file, leftOut };
  addStory(out, 0, body, marks);
  addStory(out, endnoteStart + endnotes, boxes, marks);
  addNotes(
    out,
    body,
    footnotes,
    file.footnoteStarts,
    file.footnotes.map((place) => marks.get(place)),
  );
  addNotes(
    out,
    endnoteStart,
    endnotes,
    file.endnoteStarts,
    file.endnotes.map((place) => marks.get(place)),
  );
  addFurniture(out, body + footnotes, heads);
}

/** Marks by the places of their references, in the order of these; a reference with a mark of its author's has none. */
function noteMarks({ text, unread: reasons, footnotes, endnotes }: DocFile): Map<number, string> {
  const marks = new Map<number, string>();
  for (const place of [...footnotes, ...endnotes].sort((a, b) => a - b)) {
    if (text.charCodeAt(place) === noteSign && reasons[place] === 0) marks.set(place, `[${marks.size + 1}]`);
  }
  return marks;
}

/** Lines of the heads and feet of pages, each once. */
function addFurniture(out: Output, start: number, length: number): void {
  const seen = new Set<string>();
  readParagraphs(out, start, length, new Map(), (paragraph) => {
    const text = paragraph.replace(/\s+/g, ' ').trim();
    if (text !== '' && !seen.has(text)) out.lines.add(text, 'furniture');
    seen.add(text);
  });
}

interface Output {
  readonly lines: MarkedLines;
  readonly file: DocFile;
  readonly leftOut: LeftOut;
}

function addNotes(
  out: Output,
  start: number,
  length: number,
  starts: readonly number[],
  marks: readonly (string | undefined)[],
): void {
  marks.forEach((mark, i) => {
    const from = starts[i];
    if (from === undefined || from >= length) return;
    const to = Math.min(length, starts[i + 1] ?? length);
    let isFirst = true;
    readParagraphs(out, start + from, to - from, new Map(), (paragraph) => {
      const text = paragraph.replaceAll('\n', ' ').trim();
      if (text === '') return;
      out.lines.add(isFirst && mark !== undefined ? `${mark} ${text}` : text, 'note');
      isFirst = false;
    });
  });
}

function addStory(out: Output, start: number, length: number, marks: Map<number, string>): void {
  const { lines, file } = out;
  let cells: string[] = [];
  let cell = '';
  const endRow = () => {
    lines.add(cells.join('\t'), 'table');
    cells = [];
    cell = '';
  };
  readParagraphs(out, start, length, marks, (text, properties, sign) => {
    if (properties?.isRowEnd) {
      endRow();
    } else if (properties?.isInTable) {
      // A number alone says something in a table only.
      cell += ` ${labelledParagraph(file, properties, text).whole}`;
      if (sign !== cellEnd) return;
      cells.push(cell.replace(/\s+/g, ' ').trim());
      cell = '';
    } else {
      if (cells.length > 0 || cell !== '') endRow();
      const { whole, isItem } = labelledParagraph(file, properties, text);
      const { kind, level } = kindOf(file, properties, isItem);
      if (!/\S/.test(text)) return;
      const isOne = kind === 'title' || kind === 'heading' || kind === 'caption';
      const parts = isOne ? [whole.replace(/\s*\n\s*/g, '')] : whole.split('\n');
      for (const part of parts) lines.add(part.trimEnd(), kind, level);
    }
  });
  if (cell !== '') cells.push(cell.trim());
  if (cells.length > 0) endRow();
}

/** The list that numbers a paragraph, and its level there; undefined where none does. */
function listPlace({ styles, lists }: DocFile, { style, list, listLevel }: DocParagraph) {
  const byStyle = styles.get(style)?.list;
  const number = list ?? byStyle?.list ?? 0;
  if (number === 0) return undefined;
  const tied = list === undefined && byStyle !== undefined ? lists.levelOf(number, byStyle.style) : undefined;
  return { list: number, level: listLevel ?? tied ?? byStyle?.level ?? 0 };
}

/** Counts the paragraph in its list. */
function labelledParagraph(file: DocFile, properties: DocParagraph | undefined, text: string) {
  const place = properties === undefined ? undefined : listPlace(file, properties);
  const label = place === undefined ? undefined : file.lists.label(place);
  if (label === undefined) return { whole: text, isItem: false };
  return { whole: labelled(label.text, label.isApart, text), isItem: isItemLabel(label.text) };
}

function kindOf(file: DocFile, properties: DocParagraph | undefined, isItem: boolean) {
  if (properties === undefined) return { kind: 'paragraph', level: 0 } as const;
  const { outline, style } = properties;
  const named = file.styles.get(style)?.block;
  if (outline !== undefined && named?.kind !== 'title') {
    if (outline < 9) return { kind: 'heading', level: outline + 1 } as const;
  } else if (named !== undefined) return named;
  return { kind: isItem ? 'list' : 'paragraph', level: 0 } as const;
}

/** Tells each paragraph without signs, its properties, and the sign that ends it; line breaks in it are line feeds. */
function readParagraphs(
  { file, leftOut }: Output,
  start: number,
  length: number,
  marks: ReadonlyMap<number, string>,
  tell: (text: string, properties: DocParagraph | undefined, sign: number) => void,
): void {
  const { text, unread: reasons } = file;
  const end = Math.min(text.length, start + length);
  /** Where the instruction of each open field begins, or -1 when it is over, and how many are not. */
  const fields: number[] = [];
  let instructions = 0;
  let line = '';
  for (let i = start; i < end; i++) {
    if ((reasons[i]! & unread.deleted) !== 0) continue;
    const code = text.charCodeAt(i);
    if (code === fieldStart) {
      fields.push(i + 1);
      instructions++;
    } else if (code === fieldResult && (fields.at(-1) ?? -1) >= 0) {
      fields[fields.length - 1] = -1;
      instructions--;
    } else if (code === fieldEnd) {
      const from = fields.pop() ?? -1;
      if (from < 0) continue;
      instructions--;
      if (instructions === 0) line += equationText(text.slice(from, i));
    } else if (code === paragraphEnd || code === cellEnd || code === pageBreak) {
      tell(line, file.paragraphAt(i), code);
      line = '';
      // No field that is left open hides what follows for good.
      if (instructions > 0 && code !== paragraphEnd) instructions = fields.length = 0;
    } else if (instructions > 0) continue;
    else if (reasons[i] !== 0) {
      if (code > firstLetter) leftOut.hidden++;
    } else if (code >= firstLetter) line += text[i];
    else if (code === tab) line += '\t';
    else if (code === lineBreak || code === columnBreak) line += '\n';
    else if (code === hardHyphen) line += '\u2011';
    else if (code === picture) leftOut.pictures++;
    else if (code === noteSign) line += marks.get(i) ?? '';
  }
  if (line !== '') tell(line, undefined, paragraphEnd);
}
