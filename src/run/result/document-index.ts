import type { SegmentedDocument } from '../../model/document.ts';
import { countBelow } from '../../text/count-below.ts';

/** Finds the block and the sentence of an offset of the text. Numbers are 1-based within the document. */
export class DocumentIndex {
  readonly #starts: Cursor;
  readonly #numbers: Uint32Array;
  readonly #sentences: Cursor;

  constructor(document: Pick<SegmentedDocument, 'blocks' | 'sentences'>) {
    const starts: number[] = [];
    const numbers: number[] = [];
    document.blocks.forEach((block, i) => {
      // Furniture has no place in the text.
      if (block.kind === 'furniture') return;
      starts.push(block.start);
      numbers.push(i + 1);
    });
    this.#starts = new Cursor(Uint32Array.from(starts));
    this.#numbers = Uint32Array.from(numbers);
    this.#sentences = new Cursor(document.sentences.start);
  }

  /** Number of the block that holds the unit at `offset`; 0 where there is none. */
  block(offset: number): number {
    const at = this.#starts.countUpTo(offset) - 1;
    return at < 0 ? 0 : this.#numbers[at]!;
  }

  /** Number of the sentence that holds the unit at `offset`; 0 before the first. */
  sentence(offset: number): number {
    return this.#sentences.countUpTo(offset);
  }
}

/** Steps along a rising column: offsets are asked for in the order of the text, but for the first of a layer. */
class Cursor {
  readonly #values: Uint32Array;
  #count = 0;

  constructor(values: Uint32Array) {
    this.#values = values;
  }

  /** Number of values that are at most `offset`. */
  countUpTo(offset: number): number {
    const values = this.#values;
    let count = this.#count;
    if (count > 0 && values[count - 1]! > offset) count = countBelow(values, offset + 1);
    while (count < values.length && values[count]! <= offset) count++;
    this.#count = count;
    return count;
  }
}
