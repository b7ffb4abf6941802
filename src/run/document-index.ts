import type { SegmentedDocument } from '../model/document.ts';
import { countBelow } from './places.ts';

/** Finds the block and the sentence of an offset of the text. Numbers are 1-based within the document. */
export class DocumentIndex {
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #sentences: Uint32Array;

  constructor(document: Pick<SegmentedDocument, 'blocks' | 'sentences'>) {
    const starts: number[] = [];
    const numbers: number[] = [];
    document.blocks.forEach((block, i) => {
      // Furniture has no place in the text.
      if (block.kind === 'furniture') return;
      starts.push(block.start);
      numbers.push(i + 1);
    });
    this.#starts = Uint32Array.from(starts);
    this.#numbers = Uint32Array.from(numbers);
    this.#sentences = document.sentences.start;
  }

  /** Number of the block that holds the unit at `offset`; 0 where there is none. */
  block(offset: number): number {
    const at = countBelow(this.#starts, offset + 1) - 1;
    return at < 0 ? 0 : this.#numbers[at]!;
  }

  /** Number of the sentence that holds the unit at `offset`; 0 before the first. */
  sentence(offset: number): number {
    return countBelow(this.#sentences, offset + 1);
  }
}
