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
/** A separator that a listed word may hold. */
export const crossed = 4;
/** A character of the user's that is a word by itself. */
export const alone = 5;

/**
 * The best path through the words of a dictionary, from right to left: the sum of the scores of its words, and of the
 * boundaries before them where those are given, is greatest. Of equal paths the one whose first word is shorter is taken.
 */
export class BestPath {
  readonly #words: WordScores;
  /** By code: the score of a character alone, the word that it is or -1, and the base of what follows it in words or 0. */
  readonly #single: Float64Array;
  readonly #word: Int32Array;
  readonly #follow: Int32Array;
  /** By slot the code that leads to it: small enough to stay near, it ends most walks before the cells are asked. */
  readonly #codeOfSlot: Uint16Array;
  readonly #listed: WordScores;
  /** The same of the listed words. */
  readonly #listedFollow: Int32Array;
  readonly #listedCodeOfSlot: Uint16Array;
  #listedCodes = new Uint16Array(1024);
  #codes = new Uint16Array(1024);
  #score = new Float64Array(1025);
  /** End of the word that begins at each offset, and its slot: those of listed words come after all of the dictionary, -1 if it has none. */
  end = new Int32Array(1024);
  word = new Int32Array(1024);
  /** `open`, `inside`, `separator` or `bound`; to be filled before a search, one element more than units. */
  places = new Uint8Array(1025);

  /** `listed` are looked up beside the words; a form may be in one of them only. */
  constructor(words: WordScores, listed: WordScores = noWords) {
    const { trie, rank, scores } = words;
    const { cells } = trie;
    this.#words = words;
    this.#listed = listed;
    const codes = trie.codes.reduce((highest, code) => Math.max(highest, code), 0);
    this.#single = new Float64Array(codes + 1).fill(scores[0]!);
    this.#word = new Int32Array(codes + 1).fill(-1);
    this.#follow = new Int32Array(codes + 1);
    for (let code = 1; code <= codes; code++) {
      if (cells[2 * code + 1] !== 0) continue;
      this.#follow[code] = cells[2 * code]!;
      if (rank[code] === 0) continue;
      this.#single[code] = scores[rank[code]!]!;
      this.#word[code] = code;
    }
    this.#codeOfSlot = codesOfSlots(cells);
    const { codes: listedCodes, cells: listedCells } = listed.trie;
    this.#listedFollow = new Int32Array(listedCodes.reduce((highest, code) => Math.max(highest, code), 0) + 1);
    for (let code = 1; code < this.#listedFollow.length; code++) {
      // A word of one character has to be looked at too, so that the base of one without any longer word is beside all slots.
      if (listedCells[2 * code + 1] === 0) this.#listedFollow[code] = listedCells[2 * code]! || -1;
    }
    this.#listedCodeOfSlot = codesOfSlots(listedCells);
  }

  /** Makes room for a text. */
  reserve(units: number): void {
    if (this.end.length >= units) return;
    const room = Math.max(units, this.end.length * 2);
    this.#codes = new Uint16Array(room);
    this.#listedCodes = new Uint16Array(room);
    this.#score = new Float64Array(room + 1);
    this.end = new Int32Array(room);
    this.word = new Int32Array(room);
    this.places = new Uint8Array(room + 1);
  }

  /** Finds the path through the whole text; `boundaries`, if given, has a score for a word that begins at each offset. */
  search(text: string, boundaries?: Float64Array): void {
    const { trie, rank, scores } = this.#words;
    const { codes: codeOf, cells } = trie;
    const listedFollow = this.#listedFollow;
    const listedCodeOfSlot = this.#listedCodeOfSlot;
    const listedCodes = this.#listedCodes;
    const { rank: listedRank, scores: listedScores } = this.#listed;
    const { codes: listedCodeOf, cells: listedCells } = this.#listed.trie;
    const listedFrom = rank.length;
    const hasListed = listedRank.length > 1;
    const singles = this.#single;
    const words = this.#word;
    const follow = this.#follow;
    const codeOfSlot = this.#codeOfSlot;
    const codes = this.#codes;
    const score = this.#score;
    const places = this.places;
    const ends = this.end;
    const found = this.word;
    const length = text.length;
    score[length] = 0;
    let stop = length; // where the walks of now have to end
    for (let i = length - 1; i >= 0; i--) {
      const unit = text.charCodeAt(i);
      const code = codeOf[unit]!;
      codes[i] = code;
      const listedCode = hasListed ? listedCodeOf[unit]! : 0;
      listedCodes[i] = listedCode;
      const kind = places[i]!;
      let end = i + 1;
      let best = singles[code]!;
      let word = words[code]!;
      if (kind === inside) continue;
      if (kind === separator) {
        found[i] = word;
        ends[i] = end;
        score[i] = 0;
        stop = i;
        continue;
      }
      if (places[end] === inside) {
        while (places[end] === inside) end++;
        best = scores[0]!;
        word = -1;
      }
      best += score[end]!;
      let base = follow[code]!;
      if (base !== 0 && kind !== bound) {
        let slot = code;
        for (let next = i + 1; next < stop; ) {
          const step = codes[next]!;
          const child = base + step;
          if (codeOfSlot[child] !== step || cells[2 * child + 1] !== slot) break;
          slot = child;
          next++;
          const at = rank[slot]!;
          if (at !== 0 && places[next] !== inside) {
            const sum = score[next]! + scores[at]!;
            if (sum > best) {
              best = sum;
              end = next;
              word = slot;
            }
          }
          base = cells[2 * slot]!;
          if (base === 0) break;
        }
      }
      if (hasListed) {
        let slot = listedCode;
        let from = listedFollow[slot]!;
        for (let next = i + 1; from !== 0; next++) {
          const at = listedRank[slot]!;
          if (at !== 0 && places[next] !== inside) {
            const sum = score[next]! + listedScores[at]!;
            if (sum > best || (sum === best && next < end)) {
              best = sum;
              end = next;
              word = listedFrom + slot;
            }
          }
          if (from < 0 || next >= stop) break;
          const step = listedCodes[next]!;
          const child = from + step;
          if (listedCodeOfSlot[child] !== step || listedCells[2 * child + 1] !== slot) break;
          slot = child;
          from = listedCells[2 * slot]! || -1;
        }
      }
      ends[i] = end;
      found[i] = word;
      score[i] = boundaries === undefined ? best : best + boundaries[i]!;
    }
  }
}

const noWords: WordScores = {
  trie: { codes: new Uint16Array(0x10000), cells: new Int32Array([0, -1]) },
  rank: new Uint16Array(1),
  scores: new Float64Array(1),
};

/** The code that leads to each slot; 0 where there is no node. */
function codesOfSlots(cells: Int32Array): Uint16Array {
  const codes = new Uint16Array(cells.length / 2);
  for (let slot = 1; slot < codes.length; slot++) {
    const parent = cells[2 * slot + 1]!;
    if (parent >= 0) codes[slot] = slot - cells[2 * parent]!;
  }
  return codes;
}
