import type { BlockKind, SourceMark } from '../../model/document.ts';

/** A raw text that grows by lines, with a mark for each that is no paragraph. */
export class MarkedLines {
  readonly marks: SourceMark[] = [];
  readonly #lines: string[] = [];
  #length = 0;

  get raw(): string {
    return this.#lines.join('\n');
  }

  /** Adds a line; one of white space alone is left out. Breaks in it (there should be none) become spaces. */
  add(text: string, kind: BlockKind, level = 0): void {
    if (!/\S/.test(text)) return;
    const line = text.replace(/[\n\r\f\v\x85\u2028\u2029]/g, ' ');
    if (kind !== 'paragraph') this.marks.push({ start: this.#length, kind, level });
    this.#lines.push(line);
    this.#length += line.length + 1;
  }

  /** Adds all lines of another text. */
  addAll(other: MarkedLines): void {
    for (const { start, kind, level } of other.marks) this.marks.push({ start: this.#length + start, kind, level });
    this.#lines.push(...other.#lines);
    this.#length += other.#length;
  }
}
