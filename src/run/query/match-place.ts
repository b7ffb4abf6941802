import type { DescribedDocument } from '../../model/document.ts';
import type { Cell } from '../../model/table.ts';
import { type ContextUnit, contextOf } from '../../query/context.ts';
import type { Span } from '../../text/offset-map.ts';
import { DocumentIndex } from '../result/document-index.ts';
import { withoutSpans } from '../result/document-rows.ts';
import { Places, rawSpan } from '../result/places.ts';

/** How much is shown around a match. */
export interface ContextSettings {
  readonly context: number;
  readonly contextUnit: ContextUnit;
}

/** A match as tables and people want it. */
export interface PlacedMatch {
  /** Without citation marks. */
  readonly form: string;
  readonly left: string;
  readonly match: string;
  readonly right: string;
  /** Offset in the text, in code points. */
  readonly start: number;
  readonly page: number | null;
  readonly line: number;
  /** The cells of `placeColumns`. */
  readonly cells: readonly Cell[];
}

/** Says where the matches of one document stand; what it needs for that is made with the first. */
export class MatchPlaces {
  readonly #document: DescribedDocument;
  readonly #settings: ContextSettings;
  #places: Places | undefined;
  #index: DocumentIndex | undefined;

  constructor(document: DescribedDocument, settings: ContextSettings) {
    this.#document = document;
    this.#settings = settings;
  }

  of(span: Span): PlacedMatch {
    const { start, end } = span;
    const document = this.#document;
    this.#places ??= new Places(document);
    this.#index ??= new DocumentIndex(document);
    const places = this.#places;
    const block = this.#index.block(start);
    const limits = document.blocks[block - 1] ?? { start: 0, end: document.text.length };
    // A match across blocks is shown whole; what is around it ends with the blocks at its ends.
    const after = end > limits.end ? document.blocks[this.#index.block(end - 1) - 1]!.end : limits.end;
    const { context, contextUnit } = this.#settings;
    const around = contextOf(document, span, { start: limits.start, end: after }, context, contextUnit);
    const raw = rawSpan(document, start, end);
    const { text } = document;
    const shown = {
      form: withoutSpans(text, start, end, document.citations),
      left: text.slice(around.start, start),
      match: text.slice(start, end),
      right: text.slice(end, around.end),
      start: places.text.toCodePoints(start),
      page: places.page(raw.start),
      line: places.line(raw.start),
    };
    const cells = [
      block,
      this.#index.sentence(start),
      shown.start,
      places.text.toCodePoints(end),
      places.raw.toCodePoints(raw.start),
      places.raw.toCodePoints(raw.end),
      shown.page,
      shown.line,
      shown.left,
      shown.match,
      shown.right,
    ];
    return { ...shown, cells };
  }
}
