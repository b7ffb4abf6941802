import type { DescribedDocument } from '../../model/document.ts';
import { Places, rawSpan } from '../result/places.ts';

/** What of a document is kept until its examples are asked for. */
export type ExampleDocument = Pick<DescribedDocument, 'id' | 'text' | 'raw' | 'map' | 'layout' | 'blocks'>;

/** Characters of context on each side. */
const around = 15;

/** “…加快构建【新型举国体制】，…” (a.txt, p. 3, line 12), within its line of the repaired text. */
export class ExampleText {
  readonly #document: ExampleDocument;
  #places: Places | undefined;

  constructor({ id, text, raw, map, layout, blocks }: ExampleDocument) {
    this.#document = { id, text, raw, map, blocks, ...(layout === undefined ? {} : { layout }) };
  }

  at(start: number, length: number): string {
    const { id, text } = this.#document;
    this.#places ??= new Places(this.#document);
    const end = start + length;
    const before = text
      .slice(Math.max(0, start - around), start)
      .split('\n')
      .at(-1)!;
    const after = text.slice(end, end + around).split('\n')[0]!;
    const { start: raw } = rawSpan(this.#document, start, end);
    const page = this.#places.page(raw);
    const place = `${id}${page === null ? '' : `, p. ${page}`}, line ${this.#places.line(raw)}`;
    return `${before}【${text.slice(start, end)}】${after} (${place})`;
  }
}
