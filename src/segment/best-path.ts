import type { DoubleArray } from './double-array.ts';

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

/**
 * The best path through the words of a dictionary, from right to left: the sum of the scores of its words, and of the
 * boundaries before them where those are given, is greatest. Of equal paths the one whose first word is shorter is taken.
 */
export class BestPath {
  readonly #words: WordScores;
  readonly #listed: WordScores | undefined;
  /** Scores of single characters by code. */
  readonly #singles: Float64Array;
  #codes = new Uint16Array(1024);
  #score = new Float64Array(1025);
  /** End of the word that begins at each offset, and its slot: those of listed words come after all of the dictionary, -1 if it has none. */
  end = new Int32Array(1024);
  word = new Int32Array(1024);
  /** `open`, `inside`, `separator` or `bound`; to be filled before a search, one element more than units. */
  places = new Uint8Array(1025);

  /** `listed` are looked up beside the words; a form may be in one of them only. */
  constructor(words: WordScores, listed?: WordScores) {
    this.#words = words;
    this.#listed = listed;
    const { trie, rank, scores } = words;
    const codes = trie.codes.reduce((highest, code) => Math.max(highest, code), 0);
    this.#singles = Float64Array.from({ length: codes + 1 }, (_, code) => scores[isWord(words, code) ? rank[code]! : 0]!);
  }

  /** Makes room for a text. */
  reserve(units: number): void {
    if (this.end.length >= units) return;
    const room = Math.max(units, this.end.length * 2);
    this.#codes = new Uint16Array(room);
    this.#score = new Float64Array(room + 1);
    this.end = new Int32Array(room);
    this.word = new Int32Array(room);
    this.places = new Uint8Array(room + 1);
  }

  /** Finds the path through the whole text; `boundaries`, if given, has a score for a word that begins at each offset. */
  search(text: string, boundaries?: Float64Array): void {
    const { trie, rank, scores } = this.#words;
    const { codes: codeOf, cells } = trie;
    const singles = this.#singles;
    const listed = this.#listed;
    const codes = this.#codes;
    const score = this.#score;
    const places = this.places;
    const ends = this.end;
    const words = this.word;
    const length = text.length;
    score[length] = 0;
    let stop = length; // where the walks of now have to end
    for (let i = length - 1; i >= 0; i--) {
      const kind = places[i]!;
      const code = codeOf[text.charCodeAt(i)]!;
      codes[i] = code;
      if (kind === inside) continue;
      let end = i + 1;
      let best: number;
      let word = -1;
      const first = cells[2 * code + 1] === 0;
      const single = first && rank[code]! > 0 ? code : -1;
      if (kind === separator) {
        words[i] = single;
        ends[i] = end;
        score[i] = 0;
        stop = i;
        continue;
      }
      if (places[end] === inside) {
        while (places[end] === inside) end++;
        best = score[end]! + scores[0]!;
      } else {
        best = score[end]! + singles[code]!;
        word = single;
      }
      if (first && kind !== bound) {
        let slot = code;
        for (let next = i + 1; next < stop; ) {
          const child = cells[2 * slot]! + codes[next]!;
          if (cells[2 * child + 1] !== slot) break;
          slot = child;
          next++;
          const at = rank[slot]!;
          if (at === 0 || places[next] === inside) continue;
          const sum = score[next]! + scores[at]!;
          if (sum > best) {
            best = sum;
            end = next;
            word = slot;
          }
        }
      }
      if (listed !== undefined) {
        let node = 0;
        for (let next = i; next < stop; ) {
          const child = listed.trie.cells[2 * node]! + listed.trie.codes[text.charCodeAt(next)]!;
          if (listed.trie.cells[2 * child + 1] !== node) break;
          node = child;
          next++;
          const at = listed.rank[node]!;
          if (at === 0 || places[next] === inside) continue;
          const sum = score[next]! + listed.scores[at]!;
          if (sum < best || (sum === best && next >= end)) continue;
          best = sum;
          end = next;
          word = rank.length + node;
        }
      }
      ends[i] = end;
      words[i] = word;
      score[i] = boundaries === undefined ? best : best + boundaries[i]!;
    }
  }
}

/** Whether a code is a word of one character. */
function isWord({ trie, rank }: WordScores, code: number): boolean {
  return trie.cells[2 * code + 1] === 0 && rank[code]! > 0;
}
