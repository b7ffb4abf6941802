import type { DocxKind } from '../word/docx-styles.ts';
import type { LeftOut } from '../word/left-out.ts';
import { isItemLabel, labelled } from '../word/list-counter.ts';
import type { MarkedLines } from '../word/marked-lines.ts';
import { attribute, localName, type XmlNode, xmlChild } from '../word/xml-tree.ts';
import { itemLabel, type OdtList, type OdtLists } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';
import { OdtText } from './odt-text.ts';

const plain: DocxKind = { kind: 'paragraph', level: 0 };
const mostColumns = 63;
const deepestLevel = 8;
/** Elements around blocks that are no blocks; what is in none of these lists is no text. */
const around = new Set(
  'text section index-body index-title text-box g custom-shape rect circle ellipse polygon path table-header-rows'.split(
    ' ',
  ),
);
const indexes = /^(?:table-of-content|illustration-index|table-index|alphabetical-index|user-index|object-index)$/;
const rowGroups = new Set(['table-rows', 'table-header-rows', 'table-row-group']);

/** The item of a list that is being read. */
interface Item {
  readonly list: OdtList;
  readonly level: number;
  readonly start: number | undefined;
  /** Its first paragraph, which has the label, is still to come. */
  isNew: boolean;
}

/** Writes the blocks of a document in ODF into `lines`. */
export class OdtLines {
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #text: OdtText;
  readonly #notes: XmlNode[] = [];
  readonly #lines: MarkedLines;
  #add: (text: string, kind: DocxKind) => void;
  #item: Item | undefined;
  #isInCell = false;
  #isInContents = false;

  constructor(lines: MarkedLines, styles: OdtStyles, lists: OdtLists, leftOut: LeftOut) {
    this.#lines = lines;
    this.#styles = styles;
    this.#lists = lists;
    this.#add = (text, { kind, level }) => lines.add(text, kind, level);
    this.#text = new OdtText(styles, leftOut, (note) => `[${this.#notes.push(note)}]`);
  }

  addBlocks(container: XmlNode): void {
    for (const block of container.children ?? []) {
      if (block.type !== 'tag') continue;
      const name = localName(block);
      if (name === 'p' || name === 'h') this.#addParagraph(block, name === 'h');
      else if (name === 'list') this.#addList(block);
      else if (name === 'table') this.#addTable(block);
      else if (name === 'frame') this.#addAnchored(block);
      else if (indexes.test(name)) this.#addContents(block);
      else if (around.has(name)) this.addBlocks(block);
    }
  }

  /** The lines of a head or foot of a page, each once in the document. */
  addFurniture(part: XmlNode, seen: Set<string>): void {
    for (const text of this.#collected(part, false)) {
      if (!seen.has(text)) this.#lines.add(text, 'furniture');
      seen.add(text);
    }
  }

  /** The notes, each after its mark. */
  addNotes(): void {
    // A note may refer to a further one: the list grows while it is read.
    for (let i = 0; i < this.#notes.length; i++) {
      const body = xmlChild(this.#notes[i], 'note-body');
      if (body === undefined) continue;
      this.#collected(body, false).forEach((text, at) => {
        this.#lines.add(at === 0 ? `[${i + 1}] ${text}` : text, 'note');
      });
    }
  }

  #addParagraph(paragraph: XmlNode, isHeading: boolean): void {
    const text = this.#text.of(paragraph);
    const byStyle = this.#styles.kindOf(attribute(paragraph, 'style-name'));
    const level = Math.max(1, Math.min(Number(attribute(paragraph, 'outline-level') ?? '1') || 1, deepestLevel + 2));
    const label = this.#label(paragraph, isHeading ? level : undefined);
    let kind =
      byStyle ?? (label === undefined || !isItemLabel(label.text) ? plain : ({ kind: 'list', level: 0 } as const));
    if (isHeading && byStyle?.kind !== 'title') kind = { kind: 'heading', level };
    if (this.#isInContents) kind = { kind: 'contents', level: 0 };
    // A number alone says something in a table only.
    const isShown = label !== undefined && (this.#isInCell || /\S/.test(text));
    const parts = (isShown ? labelled(label.text, label.isApart, text) : text).split('\n');
    const isOne = kind.kind === 'title' || kind.kind === 'heading' || kind.kind === 'caption';
    if (isOne) this.#add(parts.map((part) => part.trim()).join(''), kind);
    else for (const part of parts) this.#add(part.trimEnd(), kind);
    for (const box of this.#text.boxes.splice(0)) this.#addBox(box);
  }

  /** Counts the paragraph where it has a number. */
  #label(paragraph: XmlNode, outline: number | undefined) {
    const item = this.#item;
    if (item?.isNew) {
      item.isNew = false;
      return itemLabel(item.list, item.level, item.start);
    }
    if (item !== undefined || outline === undefined || attribute(paragraph, 'is-list-header') === 'true')
      return undefined;
    return itemLabel(this.#lists.outline, Math.min(outline - 1, deepestLevel));
  }

  #addList(node: XmlNode): void {
    const outer = this.#item;
    // A list in an item is a level of that list, unless it has another style.
    const list = outer === undefined ? this.#lists.begin(node) : outer.list;
    const level = outer === undefined ? 0 : Math.min(outer.level + 1, deepestLevel);
    for (const child of node.children ?? []) {
      const name = localName(child);
      if (name !== 'list-item' && name !== 'list-header') continue;
      const start = Number(attribute(child, 'start-value') ?? Number.NaN);
      const isNew = name === 'list-item';
      this.#item = { list, level, isNew, start: start >= 0 && start < 1e9 ? start : undefined };
      this.addBlocks(child);
    }
    this.#item = outer;
  }

  #addContents(node: XmlNode): void {
    const outer = this.#isInContents;
    this.#isInContents = true;
    this.addBlocks(xmlChild(node, 'index-body') ?? node);
    this.#isInContents = outer;
  }

  #addAnchored(frame: XmlNode): void {
    this.#text.of({ type: 'tag', children: [frame] });
    for (const box of this.#text.boxes.splice(0)) this.#addBox(box);
  }

  /** A box has lists of its own. */
  #addBox(box: XmlNode): void {
    const outer = this.#item;
    this.#item = undefined;
    this.addBlocks(box);
    this.#item = outer;
  }

  #addTable(table: XmlNode): void {
    const rows = rowsOf(table).map(cellsOf);
    const cells = rows.flat();
    // A table of one cell is a frame around text.
    if (cells.length <= 1) {
      if (cells[0] !== undefined) this.#addBox(cells[0]);
      return;
    }
    for (const row of rows) {
      const texts = row.map((cell) => (cell === undefined ? '' : this.#collected(cell, true).join(' ')));
      this.#add(texts.join('\t'), { kind: 'table', level: 0 });
    }
  }

  /** The texts of the blocks of a cell, note, head or foot, each in one line. */
  #collected(container: XmlNode, isInCell: boolean): string[] {
    const texts: string[] = [];
    const outer = { add: this.#add, isInCell: this.#isInCell };
    this.#add = (text) => {
      const line = text.replace(/\s+/g, ' ').trim();
      if (line !== '') texts.push(line);
    };
    this.#isInCell = isInCell;
    this.#addBox(container);
    this.#add = outer.add;
    this.#isInCell = outer.isInCell;
    return texts;
  }
}

function rowsOf(table: XmlNode, rows: XmlNode[] = []): XmlNode[] {
  for (const child of table.children ?? []) {
    const name = localName(child);
    if (name === 'table-row') rows.push(child);
    else if (rowGroups.has(name)) rowsOf(child, rows);
  }
  return rows;
}

/** The cells of a row; empty places stand for what others reach over. */
function cellsOf(row: XmlNode): (XmlNode | undefined)[] {
  const cells: (XmlNode | undefined)[] = [];
  for (const child of row.children ?? []) {
    const name = localName(child);
    if (name !== 'table-cell' && name !== 'covered-table-cell') continue;
    const repeated = Math.max(1, Number(attribute(child, 'number-columns-repeated') ?? '1') || 1);
    for (let i = 0; i < repeated && cells.length < mostColumns; i++) {
      cells.push(name === 'table-cell' ? child : undefined);
    }
  }
  return cells;
}
