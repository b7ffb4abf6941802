import { classOf } from './dictionary-classes.ts';

/** Features are numbers of rows of the model: a hash of what they say. A power of two. */
export const rows = 1 << 16;

const hash = (seed: number, value: number): number => {
  let h = Math.imul(seed ^ value, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
};

const rowOf = (kind: number, value: number): number => (hash(kind * 0x1000193 + 7, value) >>> 3) & (rows - 1);

/** What the features of a place see of a word, wherever it stands. */
export interface WordTraits {
  /** Number of the form, not unique. */
  readonly word: number;
  /** Number of the dictionary's class. */
  readonly dictionaryClass: number;
  readonly first: number;
  readonly last: number;
  readonly lastTwo: number;
  readonly shape: number;
}

const longestTold = 4;

/** Digits, letters and numerals tell more of a word than its length does. */
function shapeOf(form: string): number {
  let shape = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (unit >= 48 && unit <= 57) shape |= 1;
    else if (unit < 0x250) shape |= 2;
    else if ('〇零一二三四五六七八九十百千万亿两几半'.includes(form.charAt(i))) shape |= 4;
    else shape |= 8;
  }
  return shape * 8 + Math.min(form.length, longestTold);
}

/** The traits of a form with the dictionary's tag. */
export function traitsOf(form: string, dictionaryTag: string): WordTraits {
  const last = form.charCodeAt(form.length - 1);
  let word = 0;
  for (let i = 0; i < form.length; i++) word = hash(word + i, form.charCodeAt(i));
  return {
    word,
    dictionaryClass: classOf(dictionaryTag),
    first: form.charCodeAt(0),
    last,
    lastTwo: form.length > 1 ? hash(form.charCodeAt(form.length - 2), last) : last,
    shape: shapeOf(form),
  };
}

/**
 * Rows for a word that stands `offset` places after the one to be tagged (-2 to 2). They depend on nothing else, so that
 * their sum is made once a form.
 */
export function rowsOfWord(traits: WordTraits, offset: number): number[] {
  const { word, dictionaryClass, first, last, lastTwo, shape } = traits;
  const kind = 16 * (offset + 3);
  const near = [rowOf(kind, word), rowOf(kind + 1, dictionaryClass)];
  if (offset === -2 || offset === 2) return near;
  near.push(rowOf(kind + 2, offset === 1 ? first : last), rowOf(kind + 3, shape));
  if (offset !== 0) return near;
  near.push(rowOf(kind + 4, first), rowOf(kind + 5, lastTwo));
  near.push(rowOf(kind + 6, hash(last, dictionaryClass)), rowOf(kind + 7, hash(first, last)));
  return near;
}

/** Number of rows that `rowsOfPlace` gives. */
export const rowsOfEachPlace = 9;

/** Writes into `into` the rows for what neighbours say together; `tag1` and `tag2` are the tags one and two words before. */
export function rowsOfPlace(
  into: Int32Array,
  before: WordTraits,
  here: WordTraits,
  after: WordTraits,
  tag1: number,
  tag2: number,
): void {
  const { word, dictionaryClass: own, last } = here;
  const left = before.dictionaryClass;
  const right = after.dictionaryClass;
  into[0] = rowOf(1, (left << 6) | own);
  into[1] = rowOf(2, (own << 6) | right);
  into[2] = rowOf(3, (left << 12) | (own << 6) | right);
  into[3] = rowOf(4, (tag1 << 6) | own);
  into[4] = rowOf(5, (tag2 << 5) | tag1);
  into[5] = rowOf(6, word ^ (tag1 << 20));
  into[6] = rowOf(7, word ^ (right << 20));
  into[7] = rowOf(8, (last << 6) | right);
  into[8] = rowOf(9, (tag1 << 12) | (own << 6) | right);
}
