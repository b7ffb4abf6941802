import { bound, inside, type WordScores } from '../engine/best-path.ts';
import { buildDoubleArray } from '../lexicon/double-array.ts';

const nowhere = Number.NEGATIVE_INFINITY;
/** More words than can begin at one offset: a word has at most 512 characters (see `userWordFrequencies`). */
const mostFromOne = 2048;

/** Edges of the bins of a margin, in nats. */
const edges = [-12, -8, -5, -3, -1.5, -0.5, 0, 0.5, 1.5, 3, 5, 8, 12];
/** The bin of offsets at which no path has a boundary. */
export const never = 0;
/** The bin of offsets at which every path has one. */
export const always: number = edges.length + 2;
/** The bin from which on the best path has a boundary. */
export const favoured: number = edges.indexOf(0) + 2;

/** By twice the margin, from -13 to 13. */
const binOf = Uint8Array.from({ length: 53 }, (_, i) => 1 + edges.filter((edge) => i / 2 - 13 >= edge).length);

/**
 * All words of a dictionary that stand in a text, and for each offset the margin: the score of the best path with a boundary
 * there minus that of the best path without. Words and the paths from each offset on are found from right to left, then the
 * paths up to each offset and across it from left to right.
 */
export class WordLattice {
  readonly #words: WordScores;
  readonly #listed: WordScores;
  /** By code: the score of a character alone, its slot if it is a word, and the base of what follows it, -1 of none. */
  readonly #singleScore: Float64Array;
  readonly #singleWord: Int32Array;
  readonly #begin: Int32Array;
  /** Slots from here on are those of listed words. */
  readonly listedFrom: number;
  /** What stands at each offset, and one element more; to be filled before `build`. */
  places = new Uint8Array(1025);
  /** By offset: end, slot (-1 of none) and score of the shortest that can stand there: a character, a run of digits. */
  shortest = new Int32Array(1025);
  shortestWord = new Int32Array(1025);
  shortestScore = new Float64Array(1025);
  /** The longer words that begin at offset `i` are those from `until[i + 1]` to `until[i]`. */
  until = new Int32Array(1025);
  end = new Int32Array(8192);
  word = new Int32Array(8192);
  score = new Float64Array(8192);
  /** By offset: bin of the margin, from `never` to `always`. */
  margin = new Uint8Array(1025);
  /** By offset: units of the longest word that begins there, and of the longest that ends there, up to 7. */
  begins = new Uint8Array(1025);
  ends = new Uint8Array(1025);
  #codes = new Uint16Array(1025);
  #before = new Float64Array(1025);
  #after = new Float64Array(1025);
  #across = new Float64Array(1025);

  constructor(words: WordScores, listed: WordScores = noWords) {
    this.#words = words;
    this.#listed = listed;
    this.listedFrom = words.rank.length;
    const { trie, rank, scores } = words;
    const codes = trie.codes.reduce((highest, code) => Math.max(highest, code), 0) + 1;
    this.#singleScore = new Float64Array(codes).fill(scores[0]!);
    this.#singleWord = new Int32Array(codes).fill(-1);
    // Where no slot is taken, so that the first step ends the walk.
    this.#begin = new Int32Array(codes).fill(trie.bases.length - codes);
    for (let code = 1; code < codes; code++) {
      if (trie.steps[code] !== code) continue;
      this.#begin[code] = trie.bases[code]!;
      if (rank[code] === 0) continue;
      this.#singleScore[code] = scores[rank[code]!]!;
      this.#singleWord[code] = code;
    }
  }

  /** Makes room for a text. */
  reserve(units: number): void {
    if (this.places.length > units) return;
    const room = Math.max(units, this.places.length * 2) + 1;
    for (const name of ['places', 'margin', 'begins', 'ends'] as const) this[name] = new Uint8Array(room);
    for (const name of ['shortest', 'shortestWord', 'until'] as const) this[name] = new Int32Array(room);
    this.shortestScore = new Float64Array(room);
    this.#codes = new Uint16Array(room);
    this.#before = new Float64Array(room);
    this.#after = new Float64Array(room);
    this.#across = new Float64Array(room);
  }

  /** Finds the words of a text and the margins. */
  build(text: string): void {
    this.#findWords(text);
    this.#findMargins(text.length);
  }

  #findWords(text: string): void {
    const { bases, steps, codes: codeOf } = this.#words.trie;
    const { rank, scores } = this.#words;
    const { trie: listedTrie, rank: listedRank, scores: listedScores } = this.#listed;
    const { codes: listedCodeOf, steps: listedSteps } = listedTrie;
    const { places, until, begins, listedFrom, shortest, shortestWord, shortestScore } = this;
    const singleScore = this.#singleScore;
    const singleWord = this.#singleWord;
    const begin = this.#begin;
    const codes = this.#codes;
    const after = this.#after;
    let { end, word, score } = this;
    const { length } = text;
    let count = 0;
    until[length] = 0;
    after[length] = 0;
    codes[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      const unit = text.charCodeAt(i);
      const code = codeOf[unit]!;
      codes[i] = code;
      const place = places[i]!;
      if (place === inside) {
        until[i] = count;
        after[i] = nowhere;
        continue;
      }
      if (count + mostFromOne > end.length) {
        this.#grow();
        ({ end, word, score } = this);
      }
      let next = i + 1;
      let own = singleScore[code]!;
      shortestWord[i] = singleWord[code]!;
      if (after[next] === nowhere) {
        while (after[next] === nowhere) next++;
        own = scores[0]!;
        shortestWord[i] = -1;
      }
      shortest[i] = next;
      shortestScore[i] = own;
      let best = own + after[next]!;
      let longest = next;
      if (place !== bound) {
        let base = begin[code]!;
        for (next = i + 1; ; ) {
          const step = codes[next]!;
          const slot = base + step;
          if (steps[slot] !== step) break;
          next++;
          const at = rank[slot]!;
          if (at !== 0) {
            const rest = after[next]!;
            if (rest !== nowhere) {
              own = scores[at]!;
              end[count] = next;
              word[count] = slot;
              score[count++] = own;
              if (own + rest > best) best = own + rest;
              longest = next;
            }
          }
          base = bases[slot]!;
        }
      }
      const listedCode = listedCodeOf[unit]!;
      if (listedCode !== 0 && listedSteps[listedCode] === listedCode) {
        let slot = listedCode;
        for (next = i + 1; ; ) {
          const at = listedRank[slot]!;
          if (at !== 0 && after[next] !== nowhere) {
            own = listedScores[at]!;
            end[count] = next;
            word[count] = listedFrom + slot;
            score[count++] = own;
            if (own + after[next]! > best) best = own + after[next]!;
            if (next > longest) longest = next;
          }
          if (next === length) break;
          const step = listedCodeOf[text.charCodeAt(next)]!;
          slot = listedTrie.bases[slot]! + step;
          if (step === 0 || listedSteps[slot] !== step) break;
          next++;
        }
      }
      until[i] = count;
      after[i] = best;
      begins[i] = longest - i > 7 ? 7 : longest - i;
    }
  }

  #findMargins(length: number): void {
    const { until, end, score, margin, ends, shortest, shortestScore, places } = this;
    const before = this.#before;
    const after = this.#after;
    const across = this.#across;
    before.fill(nowhere, 0, length + 1);
    across.fill(nowhere, 0, length + 1);
    ends.fill(0, 0, length + 1);
    before[0] = 0;
    for (let i = 0; i < length; i++) {
      if (places[i] === inside) {
        margin[i] = never;
        continue;
      }
      const here = before[i]!;
      // No word that begins further on leads across this offset.
      const most = across[i]!;
      const ahead = after[i]!;
      if (most === nowhere) margin[i] = always;
      else {
        const by = here + ahead - most;
        margin[i] = by >= 13 ? always - 1 : by < -13 ? never + 1 : binOf[((by + 13) * 2) | 0]!;
      }
      const to = shortest[i]!;
      const path = here + shortestScore[i]!;
      if (path > before[to]!) before[to] = path;
      if (ends[to] === 0) ends[to] = to - i > 7 ? 7 : to - i;
      for (let k = until[i + 1]!, last = until[i]!; k < last; k++) {
        const to = end[k]!;
        const path = here + score[k]!;
        if (path > before[to]!) before[to] = path;
        const units = to - i;
        if (units > ends[to]!) ends[to] = units > 7 ? 7 : units;
        const whole = path + after[to]!;
        for (let j = i + 1; j < to; j++) if (whole > across[j]!) across[j] = whole;
      }
    }
    margin[length] = always;
  }

  #grow(): void {
    const length = this.end.length * 2;
    const end = new Int32Array(length);
    const word = new Int32Array(length);
    const score = new Float64Array(length);
    end.set(this.end);
    word.set(this.word);
    score.set(this.score);
    Object.assign(this, { end, word, score });
  }
}

const noWords: WordScores = {
  trie: buildDoubleArray([]).trie,
  rank: new Uint16Array(1),
  scores: new Float64Array(1),
};
