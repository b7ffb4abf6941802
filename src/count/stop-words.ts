import { words } from 'natural/lib/natural/util/stopwords_zh.js';

/** Words of a list as text: one a line, white space around it and what follows `#` left out. */
export function parseStopWords(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((word) => word !== '');
}

/** The stop words that come with the program: natural's Chinese list and our own, whose text is `own`. */
export function builtinStopWords(own: string): Set<string> {
  return new Set([...words, ...parseStopWords(own)]);
}
