import { isCollapsible, isWide } from './html-characters.ts';

/** A line that is being gathered from pieces of text, its white space collapsed as a page shows it. */
export class HtmlLine {
  text = '';
  /** White space that shows only when something follows: 1 a space, 2 a break of the markup. */
  #pending = 0;

  append(piece: string): void {
    for (let at = 0; at < piece.length; ) {
      let code = piece.charCodeAt(at);
      if (isCollapsible(code)) {
        const isBreak = code !== 0x20 && code !== 0x09;
        this.#pending = Math.max(this.#pending, isBreak ? 2 : 1);
        at++;
        continue;
      }
      let end = at + 1;
      while (end < piece.length) {
        const next = piece.charCodeAt(end);
        if (isCollapsible(next)) break;
        end++;
      }
      if (this.#pending > 0) {
        const last = this.text.length === 0 ? 0x09 : this.text.charCodeAt(this.text.length - 1);
        code = piece.charCodeAt(at);
        const isNone = last === 0x09 || last === 0x20 || (this.#pending === 2 && isWide(last) && isWide(code));
        if (!isNone) this.text += ' ';
        this.#pending = 0;
      }
      const segment = piece.slice(at, end);
      this.text += segment.includes('\u00a0') ? segment.replaceAll('\u00a0', ' ') : segment;
      at = end;
    }
  }

  /** White space between the paragraphs of a cell. */
  space(): void {
    this.#pending = Math.max(this.#pending, 1);
  }

  /** The next cell of a row. */
  tab(): void {
    this.text += '\t';
    this.#pending = 0;
  }

  /** The line as it stands, and a new one; undefined where there is nothing on it. */
  take(): string | undefined {
    const line = /\S/.test(this.text) ? this.text.trimEnd() : undefined;
    this.text = '';
    this.#pending = 0;
    return line;
  }
}
