import type { BlockKind } from '../../model/document.ts';
import { chunkBookmark, outlineBookmark } from './docx-markup.ts';
import type { DocxElement, DocxModel } from './docx-model.ts';
import { type DocxStyle, docxStyleNamed, outlineStyle } from './docx-styles.ts';
import type { MarkedLines } from './marked-lines.ts';

/** Word has no more columns. */
const mostColumns = 63;
const plain: DocxStyle = { kind: 'paragraph', level: 0 };
/** Between letters or digits of alphabets a break that is taken out leaves a space. */
const latin = /[\x21-\x7e\u00c0-\u024f]/;

/** Writes the blocks of a document into `lines`; `addChunk` adds the text of another file that stands in its place. */
export class DocxLines {
  readonly #lines: MarkedLines;
  readonly #styles: ReadonlyMap<string, DocxStyle>;
  readonly #addChunk: (id: string) => void;
  /** References to notes in their order; the mark of a note is its place here, as Word numbers them. */
  readonly #notes = new Map<string, DocxElement>();

  constructor(lines: MarkedLines, styles: ReadonlyMap<string, DocxStyle>, addChunk: (id: string) => void) {
    this.#lines = lines;
    this.#styles = styles;
    this.#addChunk = addChunk;
  }

  addDocument(document: DocxModel): void {
    this.#addBlocks(document.children ?? []);
    // A note may refer to a further one: the map grows while it is read.
    for (const [key, reference] of this.#notes) {
      const mark = this.#markOf(key);
      const paragraphs = (document.notes.resolve(reference)?.body ?? [])
        .map((block) => this.#textOf(block).replaceAll('\n', ' ').trim())
        .filter((text) => text !== '');
      paragraphs.forEach((text, i) => {
        this.#lines.add(i === 0 ? `${mark} ${text}` : text, 'note');
      });
    }
  }

  #addBlocks(blocks: readonly DocxElement[]): void {
    for (const block of blocks) {
      if (block.type === 'table') this.#addTable(block);
      else if (block.type === 'paragraph') this.#addParagraph(block);
      else this.#lines.add(this.#textOf(block), 'paragraph');
    }
  }

  #addParagraph(paragraph: DocxElement): void {
    const chunk = bookmark(paragraph, chunkBookmark);
    if (chunk !== undefined) this.#addChunk(chunk);
    const { kind, level } = this.#styleOf(paragraph);
    const parts = this.#textOf(paragraph).split('\n');
    // A line break in a heading parts its lines on the page only.
    if (kind === 'title' || kind === 'heading' || kind === 'caption')
      this.#lines.add(parts.reduce(joined), kind, level);
    else for (const part of parts) this.#lines.add(part.trimEnd(), kind, level);
  }

  #styleOf(paragraph: DocxElement): DocxStyle {
    const outline = bookmark(paragraph, outlineBookmark);
    const style = this.#styles.get(paragraph.styleId ?? '') ?? docxStyleNamed(paragraph.styleName ?? '');
    const own = outline === undefined || style?.kind === 'title' ? style : outlineStyle(Number(outline));
    return own ?? (paragraph.numbering == null ? plain : { kind: 'list' satisfies BlockKind, level: 0 });
  }

  #addTable(table: DocxElement): void {
    const rows = table.children ?? [];
    const cells = rows.flatMap((row) => row.children ?? []);
    // A table of one cell is a frame around text.
    if (cells.length <= 1) {
      this.#addBlocks(cells[0]?.children ?? []);
      return;
    }
    /** Rows that a cell above still reaches down, by column. */
    const taken: number[] = [];
    for (const row of rows) {
      const texts: string[] = [];
      const skipTaken = () => {
        while ((taken[texts.length] ?? 0) > 0) {
          taken[texts.length]!--;
          texts.push('');
        }
      };
      for (const cell of row.children ?? []) {
        skipTaken();
        const columns = Math.max(1, Math.min(cell.colSpan ?? 1, mostColumns));
        const text = this.#textOf(cell).replace(/\s+/g, ' ').trim();
        for (let i = 0; i < columns; i++) {
          taken[texts.length] = (cell.rowSpan ?? 1) - 1;
          texts.push(i === 0 ? text : '');
        }
      }
      skipTaken();
      this.#lines.add(texts.join('\t'), 'table');
    }
  }

  /** The text of a block or run; line breaks and the ends of paragraphs in it are line feeds. */
  #textOf(element: DocxElement): string {
    switch (element.type) {
      case 'text':
        return (element.value ?? '').replace(/[\n\r]/g, ' ');
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return element.checked ? '☑' : '☐';
      case 'noteReference':
        return this.#referenceMark(element);
      default: {
        let text = '';
        for (const child of element.children ?? []) {
          const isBlock = child.type === 'paragraph' || child.type === 'tableCell' || child.type === 'tableRow';
          text += isBlock && text !== '' ? `\n${this.#textOf(child)}` : this.#textOf(child);
        }
        return text;
      }
    }
  }

  #referenceMark(reference: DocxElement): string {
    const key = `${reference.noteType}-${reference.noteId}`;
    if (!this.#notes.has(key)) this.#notes.set(key, reference);
    return this.#markOf(key);
  }

  #markOf(key: string): string {
    return `[${[...this.#notes.keys()].indexOf(key) + 1}]`;
  }
}

/** What the bookmark of this beginning in a paragraph says; the last one, as deleted paragraphs come before. */
function bookmark({ children = [] }: DocxElement, start: string): string | undefined {
  return children
    .findLast(({ type, name }) => type === 'bookmarkStart' && name?.startsWith(start))
    ?.name?.slice(start.length);
}

function joined(before: string, after: string): string {
  const start = before.trimEnd();
  const end = after.trimStart();
  const isLatin = latin.test(start.at(-1) ?? '') && latin.test(end[0] ?? '');
  return isLatin ? `${start} ${end}` : start + end;
}
