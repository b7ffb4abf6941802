import type { DocxKind } from '../word/docx-styles.ts';
import { isItemLabel, labelled } from '../word/list-counter.ts';
import type { MarkedLines } from '../word/marked-lines.ts';
import { bulletCharacter } from '../word/symbol-characters.ts';

/** A line of text and what it is. */
export interface RtfLine {
  readonly text: string;
  readonly kind: DocxKind;
}

const plain: DocxKind = { kind: 'paragraph', level: 0 };
const latin = /[\x21-\x7e\u00c0-\u024f]/;

/** Text that runs on its own: the body, a note, a head of pages, a box. */
export class RtfFlow {
  readonly lines: RtfLine[] = [];
  /** The text of the paragraph that is being read; breaks in it are line feeds. */
  text = '';
  /** The number that was computed for it. */
  label = '';
  isContents = false;
  /** Boxes that are anchored in it. */
  readonly boxes: RtfLine[] = [];
  #cell: RtfLine[] = [];
  #row: RtfLine[][] = [];
  #rows: RtfLine[][][] = [];

  endParagraph(kind: DocxKind | undefined, isInTable: boolean): void {
    const lines = this.#takeParagraph(kind);
    if (isInTable) {
      this.#cell.push(...lines);
      return;
    }
    this.endTable();
    this.lines.push(...lines);
  }

  endCell(kind: DocxKind | undefined): void {
    this.#cell.push(...this.#takeParagraph(kind));
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cell.length > 0) this.endCell(undefined);
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
  }

  endTable(): void {
    this.endRow();
    const rows = this.#rows;
    this.#rows = [];
    // A table of one cell is a frame around text.
    if (rows.length === 1 && rows[0]!.length === 1) {
      this.lines.push(...rows[0]![0]!);
      return;
    }
    for (const row of rows) {
      const cells = row.map((cell) =>
        cell
          .map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
      this.lines.push({ text: cells.join('\t'), kind: { kind: 'table', level: 0 } });
    }
  }

  /** Ends what is open, so that `lines` are whole. */
  end(kind: DocxKind | undefined, isInTable: boolean): void {
    if (/\S/.test(this.text)) this.endParagraph(kind, isInTable);
    this.endTable();
    this.lines.push(...this.boxes.splice(0));
  }

  #takeParagraph(kind: DocxKind | undefined): RtfLine[] {
    const label = this.label.trim();
    const shown = label.length === 1 ? bulletCharacter('', label) : label;
    const hasText = /\S/.test(this.text);
    const whole = labelled(shown, /\s$/.test(this.label), this.text.trimEnd());
    const own = this.isContents ? ({ kind: 'contents', level: 0 } as const) : kind;
    const of = own ?? (label === '' || !isItemLabel(label) ? plain : ({ kind: 'list', level: 0 } as const));
    this.text = '';
    this.label = '';
    this.isContents = false;
    const parts = whole.split('\n');
    const isOne = of.kind === 'title' || of.kind === 'heading' || of.kind === 'caption';
    const texts = isOne ? [parts.reduce(joined)] : parts;
    const lines = hasText || label !== '' ? texts.map((text) => ({ text, kind: of })) : [];
    return [...lines, ...this.boxes.splice(0)];
  }
}

/** Adds lines to a text, of one kind where it is given. */
export function addFlow(lines: MarkedLines, flow: readonly RtfLine[], kind?: DocxKind['kind']): void {
  for (const line of flow) lines.add(line.text, kind ?? line.kind.kind, kind === undefined ? line.kind.level : 0);
}

function joined(before: string, after: string): string {
  const start = before.trimEnd();
  const end = after.trimStart();
  const isLatin = latin.test(start.at(-1) ?? '') && latin.test(end[0] ?? '');
  return isLatin ? `${start} ${end}` : start + end;
}
