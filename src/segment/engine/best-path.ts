import { buildDoubleArray, type DoubleArray } from '../lexicon/double-array.ts';

/** Words with what each scores on a path, in columns by slot of their trie. */
export interface WordScores {
  readonly trie: DoubleArray;
  /** Index into `scores` of the word at each slot; 0 where there is no word. */
  readonly rank: Uint16Array | Uint32Array;
  /** At 0 that of a character without an entry. */
  readonly scores: Float64Array;
}

// What stands at an offset of the text that is searched.
/** A word may begin or end here. */
export const open = 0;
/** Inside something that is not to be cut: a surrogate pair, a run of digits. */
export const inside = 1;
/** A character that no path goes on across: the paths before and after it are found each for itself. */
export const separator = 2;
/** Only single characters and the listed words begin here. */
export const bound = 3;
/** A separator that a listed word may hold. */
export const crossed = 4;
/** A character of the user's that is a word by itself. */
export const alone = 5;

const upper = 16;
const codeMask = 0xffff;
/** The score where no word may begin. */
const nowhere = Number.NEGATIVE_INFINITY;

/**
 * The best path through the words of a dictionary, from right to left: the sum of the scores of its words, and of the
 * boundaries before them where those are given, is greatest. Of equal paths the one whose first word is shorter is taken.
 */
export class BestPath {
  readonly #words: WordScores;
  readonly #listed: WordScores;
  /** By unit: its code, and in the upper half its code among the listed words. */
  readonly #codeOf: Uint32Array;
  /** By code: the score of a character alone. */
  readonly #single: Float64Array;
  /** By code, side by side: the base of what follows it in words, and the word that it is or -1. */
  readonly #begin: Int32Array;
  /** By code of the listed words: whether any begins with it. */
  readonly #isListedBegin: Uint8Array;
  /** Of the text that is searched: the codes of each unit, and the score of the best path from it on. */
  #codes = new Uint32Array(1025);
  #score = new Float64Array(1025);
  /**
   * At `2 i` the end of the word that begins at offset `i`, at `2 i + 1` its slot: those of listed words come after all of
   * the dictionary, -1 is no word.
   */
  found = new Int32Array(2048);
  /** What stands at each offset, and one element more; to be filled before a search. */
  places = new Uint8Array(1025);

  /** `listed` are looked up beside the words; a form may be in one of them only. */
  constructor(words: WordScores, listed: WordScores = noWords) {
    const { trie, rank, scores } = words;
    const { bases, steps } = trie;
    this.#words = words;
    this.#listed = listed;
    this.#codeOf = Uint32Array.from(trie.codes, (code, unit) => code | (listed.trie.codes[unit]! << upper));
    const codes = highestCode(trie) + 1;
    this.#single = new Float64Array(codes).fill(scores[0]!);
    this.#begin = new Int32Array(2 * codes);
    for (let code = 0; code < codes; code++) {
      const begins = code > 0 && steps[code] === code;
      const isWord = begins && rank[code]! > 0;
      this.#begin[2 * code] = begins ? bases[code]! : bases.length - codes;
      this.#begin[2 * code + 1] = isWord ? code : -1;
      if (isWord) this.#single[code] = scores[rank[code]!]!;
    }
    this.#isListedBegin = new Uint8Array(highestCode(listed.trie) + 1);
    for (let code = 1; code < this.#isListedBegin.length; code++) {
      if (listed.trie.steps[code] === code) this.#isListedBegin[code] = 1;
    }
  }

  /** Makes room for a text. */
  reserve(units: number): void {
    if (this.places.length > units) return;
    const room = Math.max(units, this.places.length * 2);
    this.#codes = new Uint32Array(room + 1);
    this.#score = new Float64Array(room + 1);
    this.found = new Int32Array(2 * room);
    this.places = new Uint8Array(room + 1);
  }

  /** Finds the path through the whole text; `boundaries`, if given, has a score for a word that begins at each offset. */
  search(text: string, boundaries?: Float64Array): void {
    const { trie, rank, scores } = this.#words;
    const { bases, steps } = trie;
    const { rank: listedRank, scores: listedScores } = this.#listed;
    const { bases: listedBases, steps: listedSteps } = this.#listed.trie;
    const listedFrom = rank.length;
    const isListedBegin = this.#isListedBegin;
    const codeOf = this.#codeOf;
    const single = this.#single;
    const begin = this.#begin;
    const codes = this.#codes;
    const score = this.#score;
    const { places, found } = this;
    const length = text.length;
    score[length] = 0;
    // No step is 0: every walk ends at the end of the text and at separators.
    codes[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      const both = codeOf[text.charCodeAt(i)]!;
      const code = both & codeMask;
      codes[i] = both;
      const kind = places[i]!;
      let end = i + 1;
      let word = begin[2 * code + 1]!;
      if (kind === inside) {
        score[i] = nowhere;
        continue;
      }
      if (kind === separator) {
        found[2 * i] = end;
        found[2 * i + 1] = word;
        score[i] = 0;
        codes[i] = 0;
        continue;
      }
      let best = single[code]! + score[end]!;
      if (best === nowhere) {
        while (score[end] === nowhere) end++;
        best = scores[0]! + score[end]!;
        word = -1;
      }
      if (kind !== bound) {
        let base = begin[2 * code]!;
        for (let next = i + 1; ; ) {
          const step = codes[next]! & codeMask;
          const slot = base + step;
          if (steps[slot] !== step) break;
          next++;
          const at = rank[slot]!;
          if (at !== 0) {
            const sum = score[next]! + scores[at]!;
            if (sum > best) {
              best = sum;
              end = next;
              word = slot;
            }
          }
          base = bases[slot]!;
        }
      }
      const listedCode = both >>> upper;
      if (isListedBegin[listedCode] === 1) {
        let slot = listedCode;
        for (let next = i + 1; ; ) {
          const at = listedRank[slot]!;
          if (at !== 0) {
            const sum = score[next]! + listedScores[at]!;
            if (sum > best || (sum === best && next < end)) {
              best = sum;
              end = next;
              word = listedFrom + slot;
            }
          }
          const step = codes[next]! >>> upper;
          slot = listedBases[slot]! + step;
          if (listedSteps[slot] !== step) break;
          next++;
        }
      }
      found[2 * i] = end;
      found[2 * i + 1] = word;
      score[i] = boundaries === undefined ? best : best + boundaries[i]!;
    }
  }
}

const noWords: WordScores = {
  trie: buildDoubleArray([]).trie,
  rank: new Uint16Array(1),
  scores: new Float64Array(1),
};

function highestCode({ codes }: DoubleArray): number {
  return codes.reduce((highest, code) => Math.max(highest, code), 0);
}
