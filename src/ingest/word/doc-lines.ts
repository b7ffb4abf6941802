import type { DocFile } from './doc-file.ts';
import type { DocParagraph } from './doc-properties.ts';
import type { MarkedLines } from './marked-lines.ts';

/** Signs in the text, [MS-DOC] 2.4.1. */
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

/** Writes the text of a file: body, text boxes, then its notes after the marks of their references. */
export function addDocLines(lines: MarkedLines, file: DocFile): void {
  const [body = 0, footnotes = 0, heads = 0, comments = 0, endnotes = 0, boxes = 0] = file.lengths;
  const marks = noteMarks(file);
  const endnoteStart = body + footnotes + heads + comments;
  addStory(lines, file, 0, body, marks);
  addStory(lines, file, endnoteStart + endnotes, boxes, marks);
  addNotes(
    lines,
    file,
    body,
    footnotes,
    file.footnoteStarts,
    file.footnotes.map((place) => marks.get(place)),
  );
  addNotes(
    lines,
    file,
    endnoteStart,
    endnotes,
    file.endnoteStarts,
    file.endnotes.map((place) => marks.get(place)),
  );
}

/** Marks by the places of their references, in the order of these; a reference with a mark of its author's has none. */
function noteMarks({ text, deleted, footnotes, endnotes }: DocFile): Map<number, string> {
  const marks = new Map<number, string>();
  for (const place of [...footnotes, ...endnotes].sort((a, b) => a - b)) {
    if (text.charCodeAt(place) === noteSign && deleted[place] === 0) marks.set(place, `[${marks.size + 1}]`);
  }
  return marks;
}

function addNotes(
  lines: MarkedLines,
  file: DocFile,
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
    readParagraphs(file, start + from, to - from, new Map(), (paragraph) => {
      const text = paragraph.replaceAll('\n', ' ').trim();
      if (text === '') return;
      lines.add(isFirst && mark !== undefined ? `${mark} ${text}` : text, 'note');
      isFirst = false;
    });
  });
}

function addStory(lines: MarkedLines, file: DocFile, start: number, length: number, marks: Map<number, string>): void {
  let cells: string[] = [];
  let cell = '';
  const endRow = () => {
    lines.add(cells.join('\t'), 'table');
    cells = [];
    cell = '';
  };
  readParagraphs(file, start, length, marks, (text, properties, sign) => {
    if (properties?.isRowEnd) {
      endRow();
    } else if (properties?.isInTable) {
      cell += ` ${text}`;
      if (sign !== cellEnd) return;
      cells.push(cell.replace(/\s+/g, ' ').trim());
      cell = '';
    } else {
      if (cells.length > 0 || cell !== '') endRow();
      const { kind, level } = kindOf(file, properties);
      const isOne = kind === 'title' || kind === 'heading' || kind === 'caption';
      const parts = isOne ? [text.replace(/\s*\n\s*/g, '')] : text.split('\n');
      for (const part of parts) lines.add(part.trimEnd(), kind, level);
    }
  });
  if (cell !== '') cells.push(cell.trim());
  if (cells.length > 0) endRow();
}

function kindOf({ styles }: DocFile, properties: DocParagraph | undefined) {
  if (properties === undefined) return { kind: 'paragraph', level: 0 } as const;
  const { outline, style, isListItem } = properties;
  const named = styles.get(style);
  if (outline !== undefined && named?.kind !== 'title') {
    if (outline < 9) return { kind: 'heading', level: outline + 1 } as const;
  } else if (named !== undefined) return named;
  return { kind: isListItem ? 'list' : 'paragraph', level: 0 } as const;
}

/** Tells each paragraph without signs, its properties, and the sign that ends it; line breaks in it are line feeds. */
function readParagraphs(
  file: DocFile,
  start: number,
  length: number,
  marks: ReadonlyMap<number, string>,
  tell: (text: string, properties: DocParagraph | undefined, sign: number) => void,
): void {
  const { text, deleted } = file;
  const end = Math.min(text.length, start + length);
  /** Whether the instruction of each open field is over, and how many are not. */
  const fields: boolean[] = [];
  let instructions = 0;
  let line = '';
  for (let i = start; i < end; i++) {
    if (deleted[i] === 1) continue;
    const code = text.charCodeAt(i);
    if (code === fieldStart) {
      fields.push(false);
      instructions++;
    } else if (code === fieldResult && fields.at(-1) === false) {
      fields[fields.length - 1] = true;
      instructions--;
    } else if (code === fieldEnd) {
      if (fields.pop() === false) instructions--;
    } else if (code === paragraphEnd || code === cellEnd || code === pageBreak) {
      tell(line, file.paragraphAt(i), code);
      line = '';
      // No field that is left open hides what follows for good.
      if (instructions > 0 && code !== paragraphEnd) instructions = fields.length = 0;
    } else if (instructions > 0) continue;
    else if (code >= firstLetter) line += text[i];
    else if (code === tab) line += '\t';
    else if (code === lineBreak || code === columnBreak) line += '\n';
    else if (code === hardHyphen) line += '\u2011';
    else if (code === noteSign) line += marks.get(i) ?? '';
  }
  if (line !== '') tell(line, undefined, paragraphEnd);
}
