import type { DocxNumbering } from './docx-numbering.ts';
import { type DocxKind, type DocxStyles, docxKindNamed, outlineKind, propertyOf } from './docx-styles.ts';
import { docxRows } from './docx-table.ts';
import { alternative, DocxText, type NoteReference } from './docx-text.ts';
import type { LeftOut } from './left-out.ts';
import { isItemLabel, labelled } from './list-counter.ts';
import type { MarkedLines } from './marked-lines.ts';
import { attribute, localName, type XmlNode, xmlChild } from './xml-tree.ts';

const plain: DocxKind = { kind: 'paragraph', level: 0 };
/** Elements around blocks whose content is read. */
const around = new Set(['customXml', 'ins', 'moveTo', 'smartTag', 'sdtContent']);
/** Between Latin letters or digits a break that is taken out leaves a space. */
const latin = /[\x21-\x7e\u00c0-\u024f]/;

export interface DocxSource {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** The content of a note; undefined where it is missing. */
  note(reference: NoteReference): XmlNode | undefined;
  /** The lines of a text in another format that stands in the document by this id. */
  addChunk(id: string): void;
}

/** Writes the blocks of a document into `lines`. */
export class DocxLines {
  readonly #lines: MarkedLines;
  readonly #source: DocxSource;
  readonly #text: DocxText;
  /** References to notes in their order; the mark of a note is its place among those without a mark of their own. */
  readonly #notes = new Map<string, NoteReference>();
  readonly #marks = new Map<string, string>();
  #add: (text: string, kind: DocxKind) => void;
  #isInCell = false;
  /** Inside a block that a program made as a list of contents. */
  #isInContents = false;
  /** Text of paragraphs whose ends were deleted: it belongs to the next one. */
  #before = '';

  constructor(lines: MarkedLines, source: DocxSource, leftOut: LeftOut) {
    this.#lines = lines;
    this.#source = source;
    this.#add = (text, { kind, level }) => this.#lines.add(text, kind, level);
    this.#text = new DocxText(source.styles, leftOut, (reference) => this.#markOf(reference));
  }

  /** The blocks of a body, and those of its boxes after the paragraphs in which they are anchored. */
  addBody(body: XmlNode): void {
    this.#addBlocks(body);
    this.#endParagraph();
  }

  /** The lines of a head or foot of a page, each once in the document. */
  addFurniture(part: XmlNode, seen: Set<string>): void {
    for (const text of this.#collected(part)) {
      if (seen.has(text)) continue;
      seen.add(text);
      this.#lines.add(text, 'furniture');
    }
  }

  /** The notes that the text refers to, each after its mark. */
  addNotes(): void {
    // A note may refer to a further one: the map grows while it is read.
    for (const [key, reference] of this.#notes) {
      const note = this.#source.note(reference);
      if (note === undefined) continue;
      const mark = this.#marks.get(key);
      this.#collected(note).forEach((text, i) => {
        this.#lines.add(i === 0 && mark !== undefined ? `${mark} ${text}` : text, 'note');
      });
    }
  }

  #addBlocks(container: XmlNode): void {
    for (const block of container.children ?? []) {
      if (block.type !== 'tag') continue;
      const name = localName(block);
      if (name === 'p') this.#addParagraph(block);
      else if (name === 'tbl') this.#addTable(block);
      else if (around.has(name)) this.#addBlocks(block);
      else if (name === 'sdt') this.#addContentControl(block);
      else if (name === 'AlternateContent') this.#addBlocks(alternative(block));
      else if (name === 'altChunk') this.#source.addChunk(attribute(block, 'id') ?? '');
      else if (name === 'oMathPara' || name === 'r') {
        this.#addText(this.#text.of({ type: 'tag', children: [block] }), plain);
      }
    }
  }

  #addContentControl(control: XmlNode): void {
    const gallery = propertyOf(xmlChild(control, 'sdtPr', 'docPartObj'), 'docPartGallery') ?? '';
    const outer = this.#isInContents;
    this.#isInContents ||= /^table of contents$/i.test(gallery);
    this.#addBlocks(xmlChild(control, 'sdtContent') ?? control);
    this.#isInContents = outer;
  }

  #addParagraph(paragraph: XmlNode): void {
    const properties = xmlChild(paragraph, 'pPr');
    const styleId = propertyOf(properties, 'pStyle');
    const wasInContents = this.#isInContents || this.#text.isInContents;
    const own = this.#text.of(paragraph);
    const text = this.#before + own;
    this.#before = '';
    const end = xmlChild(properties, 'rPr');
    if (xmlChild(end, 'del') !== undefined || xmlChild(end, 'moveFrom') !== undefined) {
      this.#before = text;
      return;
    }
    // A paragraph that is hidden as a whole takes no number.
    const isHidden = !/\S/.test(text) && xmlChild(end, 'vanish') !== undefined;
    const label = isHidden ? undefined : this.#source.numbering.label(properties, styleId);
    let kind = this.#kindOf(properties, styleId, label !== undefined && isItemLabel(label.text));
    if (kind.kind !== 'title' && (wasInContents || this.#text.isInContents)) kind = { kind: 'contents', level: 0 };
    // A number alone says something in a table only.
    const isShown = label !== undefined && (this.#isInCell || /\S/.test(text));
    this.#addText(isShown ? labelled(label.text, label.isApart, text) : text, kind);
    for (const box of this.#text.boxes.splice(0)) {
      if (typeof box === 'string') this.#addText(box, plain);
      else this.#text.apart(() => this.#addBlocks(box));
    }
  }

  #kindOf(properties: XmlNode | undefined, styleId: string | undefined, isItem: boolean): DocxKind {
    const style = this.#source.styles.style(styleId);
    const byStyle = style === undefined ? docxKindNamed(styleId ?? '') : style.block;
    const outline = propertyOf(properties, 'outlineLvl') ?? '';
    const kind = /^\d$/.test(outline) && byStyle?.kind !== 'title' ? outlineKind(Number(outline)) : byStyle;
    return kind ?? (isItem ? { kind: 'list', level: 0 } : plain);
  }

  #addText(text: string, kind: DocxKind): void {
    const parts = text.split('\n');
    const isOne = kind.kind === 'title' || kind.kind === 'heading' || kind.kind === 'caption';
    // A line break in a heading parts its lines on the page only.
    if (isOne) this.#add(parts.reduce(joined), kind);
    else for (const part of parts) this.#add(part.trimEnd(), kind);
  }

  #endParagraph(): void {
    const text = this.#before;
    this.#before = '';
    this.#addText(text, plain);
  }

  #addTable(table: XmlNode): void {
    const rows = docxRows(table);
    const cells = rows.flat();
    // A table of one cell is a frame around text.
    if (cells.length <= 1) {
      if (cells[0] !== undefined) this.#addBlocks(cells[0]);
      return;
    }
    for (const row of rows) {
      const texts = row.map((cell) => (cell === undefined ? '' : this.#collected(cell, true).join(' ')));
      this.#add(texts.map((text) => text.replace(/\s+/g, ' ').trim()).join('\t'), { kind: 'table', level: 0 });
    }
  }

  /** The texts of the blocks of a cell, note, head or foot, each in one line. */
  #collected(container: XmlNode, isCell = false): string[] {
    const texts: string[] = [];
    const outer = { add: this.#add, isInCell: this.#isInCell, before: this.#before };
    this.#add = (text) => {
      const line = text.replace(/\s+/g, ' ').trim();
      if (line !== '') texts.push(line);
    };
    this.#isInCell = isCell;
    this.#before = '';
    const read = () => this.#addBlocks(container);
    if (isCell) read();
    else this.#text.apart(read);
    this.#endParagraph();
    this.#add = outer.add;
    this.#isInCell = outer.isInCell;
    this.#before = outer.before;
    return texts;
  }

  #markOf(reference: NoteReference): string {
    const key = `${reference.kind}-${reference.id}`;
    if (!this.#notes.has(key)) {
      this.#notes.set(key, reference);
      if (!reference.hasMark) this.#marks.set(key, `[${this.#marks.size + 1}]`);
    }
    return this.#marks.get(key) ?? '';
  }
}

function joined(before: string, after: string): string {
  const start = before.trimEnd();
  const end = after.trimStart();
  const isLatin = latin.test(start.at(-1) ?? '') && latin.test(end[0] ?? '');
  return isLatin ? `${start} ${end}` : start + end;
}
