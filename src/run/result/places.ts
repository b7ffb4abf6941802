import type { CleanDocument } from '../../model/document.ts';
import type { PageLayout } from '../../model/page-layout.ts';
import { CodePointIndex } from '../../text/code-point-index.ts';
import { countBelow } from '../../text/count-below.ts';
import { lineAndColumn, lineStarts } from '../../text/lines.ts';
import { type Span, toSource } from '../../text/offset-map.ts';

/** Where the parts of a document stand, in the units that files and people use. */
export class Places {
  readonly text: CodePointIndex;
  readonly raw: CodePointIndex;
  readonly #lines: Uint32Array;
  /** Offsets of the form feeds that part the pages of the raw text. */
  readonly #feeds: Uint32Array;

  readonly #layout: PageLayout | undefined;

  constructor(document: Pick<CleanDocument, 'raw' | 'text' | 'layout'>) {
    const { raw, text } = document;
    this.#layout = document.layout;
    this.raw = new CodePointIndex(raw);
    this.text = text === raw ? this.raw : new CodePointIndex(text);
    this.#lines = lineStarts(raw);
    const feeds: number[] = [];
    for (let at = raw.indexOf('\f'); at >= 0; at = raw.indexOf('\f', at + 1)) feeds.push(at);
    this.#feeds = Uint32Array.from(feeds);
  }

  /** Number of pages; null where the source has none. A form feed at the end opens no page. */
  pages(rawLength: number): number | null {
    const feeds = this.#feeds;
    if (this.#layout !== undefined) return this.#layout.pages;
    if (feeds.length === 0) return null;
    return feeds.length + (feeds.at(-1) === rawLength - 1 ? 0 : 1);
  }

  /** 1-based line and column of an offset (UTF-16 units) of the raw text. */
  position(offset: number): { line: number; column: number } {
    return lineAndColumn(this.#lines, offset);
  }

  /** 1-based line of an offset of the raw text. */
  line(offset: number): number {
    return lineAndColumn(this.#lines, offset).line;
  }

  /** 1-based page of an offset of the raw text; null where the source has no pages. */
  page(offset: number): number | null {
    if (this.#feeds.length === 0 && this.#layout === undefined) return null;
    return countBelow(this.#feeds, offset) + 1;
  }

  /** Start of a 1-based line in the raw text, and of the one after it. */
  lineSpan(line: number, rawLength: number): Span {
    return { start: this.#lines[line - 1] ?? rawLength, end: this.#lines[line] ?? rawLength };
  }

  get lineCount(): number {
    return this.#lines.length;
  }
}

/** The raw span of a text span. */
export function rawSpan(document: Pick<CleanDocument, 'map'>, start: number, end: number): Span {
  return toSource(document.map, { start, end });
}
