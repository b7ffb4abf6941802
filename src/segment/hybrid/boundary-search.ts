import { inside } from '../engine/best-path.ts';
import { weightScale } from './boundary-model.ts';
import type { WordLattice } from './word-lattice.ts';

/** How a path is scored besides the words of the lattice. */
export interface SearchWeights {
  /** Nats a nat of the model. */
  readonly beta: number;
  /** Nats a word. */
  readonly bonus: number;
}

/** From here on the model is sure: a nat, as in the trial. */
const sure: number = weightScale;
/** Score of characters that are together no word of the dictionary, whatever they are. */
const unknownScore = -10;
const longestUnknown = 4;
const nowhere = Number.NEGATIVE_INFINITY;

/** The best path through a lattice with what a model says of each offset. */
export class BoundarySearch {
  readonly #beta: number;
  readonly #bonus: number;
  readonly #agreed: Uint8Array;
  /** By offset: where the word that begins there ends, and its slot, -1 of none. */
  next = new Int32Array(1025);
  word = new Int32Array(1025);
  /** By offset: what the model says of all offsets up to it, in nats of the search; the same if it said no everywhere. */
  #sums = new Float64Array(1025);
  #losses = new Float64Array(1025);
  #score = new Float64Array(1025);

  /** `agreed`: by slot of the dictionary, 1 where the word is one that the user lists. */
  constructor({ beta, bonus }: SearchWeights, agreed: Uint8Array) {
    this.#agreed = agreed;
    this.#beta = beta / weightScale;
    this.#bonus = bonus;
  }

  /** Fills `next` and `word` for the offsets at which a word of the best path begins. */
  run(length: number, lattice: WordLattice, logits: Int32Array): void {
    if (this.next.length <= length) {
      const room = 2 * length + 1;
      this.next = new Int32Array(room);
      this.word = new Int32Array(room);
      this.#sums = new Float64Array(room);
      this.#losses = new Float64Array(room);
      this.#score = new Float64Array(room);
    }
    const { places, until, end, word, score: own, listedFrom, shortest, shortestWord, shortestScore } = lattice;
    const { next, word: chosen } = this;
    const sums = this.#sums;
    const losses = this.#losses;
    const score = this.#score;
    const agreed = this.#agreed;
    const beta = this.#beta;
    const bonus = this.#bonus;
    let sum = 0;
    let loss = 0;
    for (let i = 0; i < length; i++) {
      if (places[i] !== inside) {
        const logit = beta * logits[i]!;
        sum += logit;
        loss += logit < 0 ? logit : -logit;
      }
      sums[i] = sum;
      losses[i] = loss;
    }
    score[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      if (places[i] === inside) {
        score[i] = nowhere;
        continue;
      }
      let bestEnd = shortest[i]!;
      let bestWord = shortestWord[i]!;
      let best = shortestScore[i]! + score[bestEnd]!;
      const before = sums[i]!;
      for (let k = until[i + 1]!, last = until[i]!; k < last; k++) {
        const to = end[k]!;
        const slot = word[k]!;
        // Nothing parts what the user wants whole: the model is taken to be against each boundary inside.
        const against =
          slot >= listedFrom || agreed[slot] === 1 ? losses[to - 1]! - losses[i]! : sums[to - 1]! - before;
        const path = own[k]! + score[to]! - against;
        if (path > best || (path === best && to < bestEnd)) {
          best = path;
          bestEnd = to;
          bestWord = slot;
        }
      }
      const logit = logits[i]!;
      if (logit >= sure || i === 0) {
        let to = i + 1;
        while (to < length && logits[to]! <= -sure) to++;
        const isOpen = to > i + 1 && to <= i + longestUnknown && (to === length || logits[to]! >= sure);
        if (isOpen && to > shortest[i]!) {
          const path = unknownScore + score[to]! - (sums[to - 1]! - before);
          if (path > best) {
            best = path;
            bestEnd = to;
            bestWord = -1;
          }
        }
      }
      next[i] = bestEnd;
      chosen[i] = bestWord;
      score[i] = best + bonus + beta * logit;
    }
  }
}
