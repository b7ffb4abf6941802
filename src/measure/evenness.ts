import type { CorpusSize } from './deviation-of-proportions.ts';

/** The measures of `Dispersion` by which tables of all words are told, quick to find for many words. */
export interface Evenness {
  readonly juilland_d: number;
  readonly carroll_d2: number;
  readonly rosengren_s: number;
  readonly kld: number;
}

/**
 * Sums for many words, of which none has to be held with all its parts: each part in which a word occurs is told to `note`,
 * and all of them once more, in the same order, to `add`.
 */
export class EvennessSums {
  /** Occurrences of each word, and parts in which it occurs, once all are noted. */
  readonly frequency: Float64Array;
  readonly range: Uint32Array;
  readonly #corpus: CorpusSize;
  readonly #rates: Float64Array;
  readonly #squares: Float64Array;
  readonly #entropy: Float64Array;
  readonly #roots: Float64Array;
  readonly #kld: Float64Array;

  constructor(words: number, corpus: CorpusSize) {
    this.#corpus = corpus;
    this.frequency = new Float64Array(words);
    this.range = new Uint32Array(words);
    this.#rates = new Float64Array(words);
    this.#squares = new Float64Array(words);
    this.#entropy = new Float64Array(words);
    this.#roots = new Float64Array(words);
    this.#kld = new Float64Array(words);
  }

  /** `count` occurrences of a word, at least 1, in a part of `size` tokens. */
  note(word: number, count: number, size: number): void {
    this.frequency[word]! += count;
    this.range[word]!++;
    this.#rates[word]! += count / size;
  }

  add(word: number, count: number, size: number): void {
    const { parts, total } = this.#corpus;
    const rates = this.#rates[word]!;
    const rate = count / size;
    const q = rate / rates;
    this.#squares[word]! += (rate - rates / parts) ** 2;
    this.#entropy[word]! -= q * Math.log2(q);
    this.#roots[word]! += Math.sqrt((count * size) / total);
    const f = this.frequency[word]!;
    this.#kld[word]! += (count / f) * Math.log2((count * total) / (f * size));
  }

  /** All NaN over fewer than two parts, or for a word that does not occur. */
  of(word: number): Evenness {
    const { parts } = this.#corpus;
    const f = this.frequency[word]!;
    if (f === 0 || parts < 2) {
      return { juilland_d: Number.NaN, carroll_d2: Number.NaN, rosengren_s: Number.NaN, kld: Number.NaN };
    }
    const mean = this.#rates[word]! / parts;
    const squares = this.#squares[word]! + (parts - this.range[word]!) * mean ** 2;
    return {
      // Rounding may pass the ends of both.
      juilland_d: Math.max(0, 1 - Math.sqrt(squares / parts) / mean / Math.sqrt(parts - 1)),
      carroll_d2: this.#entropy[word]! / Math.log2(parts),
      rosengren_s: this.#roots[word]! ** 2 / f,
      kld: Math.max(0, this.#kld[word]!),
    };
  }
}

/**
 * Evenness of a word of `counts[i]` occurrences in a part of `sizes[i]` tokens; parts in which it does not occur may be left
 * out.
 */
export function evenness(counts: ArrayLike<number>, sizes: ArrayLike<number>, corpus: CorpusSize): Evenness {
  const sums = new EvennessSums(1, corpus);
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) sums.note(0, counts[i]!, sizes[i]!);
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) sums.add(0, counts[i]!, sizes[i]!);
  return sums.of(0);
}
