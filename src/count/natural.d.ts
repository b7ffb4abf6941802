// Only these files of natural: its index loads three data base drivers and reads ./.env.

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/ngrams/ngrams_zh.js' {
  /** Every run of `n` neighbours, in order. On strings it splits surrogate pairs; arrays are safe. */
  export function ngrams<T>(sequence: readonly T[], n: number): T[][];
}

declare module 'natural/lib/natural/util/stopwords_zh.js' {
  export const words: readonly string[];
}
