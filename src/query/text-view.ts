import { type CountedBlock, countedBlocks } from '../count/counted-blocks.ts';
import type { BlockKind, TaggedDocument } from '../model/document.ts';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/offset-map.ts';
import { type TermUnits, termUnits } from './token/term-units.ts';
import { type TextUnits, textUnits } from './token/text-units.ts';

/** The searched part of a document: its counted blocks, and what several searches need of them, made once. */
export class TextView {
  readonly document: TaggedDocument;
  readonly blocks: readonly CountedBlock[];
  #units: TextUnits | undefined;
  #terms: TermUnits | undefined;

  constructor(document: TaggedDocument, kinds: ReadonlySet<BlockKind>) {
    this.document = document;
    this.blocks = countedBlocks(document, kinds);
  }

  get units(): TextUnits {
    this.#units ??= textUnits(this.document, this.blocks);
    return this.#units;
  }

  get terms(): TermUnits {
    this.#terms ??= termUnits(this.document, this.units);
    return this.#terms;
  }

  /** The block that a span lies in; undefined where it lies in none that is searched. */
  blockOf({ start, end }: Span): CountedBlock | undefined {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    const block = this.blocks[low - 1];
    return block !== undefined && end <= block.end ? block : undefined;
  }

  /** Number of words that begin between two offsets. */
  wordsBetween(from: number, to: number): number {
    const { start } = this.document.tokens;
    return countBelow(start, to) - countBelow(start, from);
  }
}
