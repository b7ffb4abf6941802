import type { Cut, Engine } from '../../model/engine.ts';
import type { Dictionary } from '../lexicon/dictionary.ts';
import { engineWords } from '../lexicon/engine-words.ts';
import { openSeparators } from '../lexicon/spaced-words.ts';
import type { UserEntry } from '../lexicon/user-dictionary.ts';
import { alone, BestPath, inside, open, separator } from './best-path.ts';
import { UnknownWords } from './unknown-words.ts';

/** Where cppjieba cuts before anything else. */
export const separators = ' \t\n，。';
const high = 8;
const low = 9;

const kinds = new Uint8Array(0x10000);
kinds.fill(high, 0xd800, 0xdc00).fill(low, 0xdc00, 0xe000);
for (const mark of separators) kinds[mark.charCodeAt(0)] = separator;

/**
 * The algorithm of jieba as cppjieba has it, to the same words: the most probable path through the dictionary, then the
 * model of unknown words over what it leaves as single characters. The user's `entries` are added, and of `listed`, the
 * forms of the term lists, those that the dictionary lacks (see `userWordFrequencies`); the user's single characters are
 * kept out of the model.
 */
export function createJiebaEngine(
  builtin: Dictionary,
  listed: Iterable<string> = [],
  entries: readonly UserEntry[] = [],
): Engine {
  const { dictionary, listed: listedWords, userWords, forms, lookUps } = engineWords(builtin, listed, entries, 0);
  const openPlaces = openSeparators(
    userWords.map(({ form }) => form),
    separators,
  );
  const ownKinds = kindsWith(entries);
  const ownPairs = new Set(entries.map(({ form }) => form).filter((form) => form.length === 2));
  const path = new BestPath({ trie: dictionary.trie, rank: dictionary.rank, scores: dictionary.weights }, listedWords);
  const unknown = new UnknownWords(dictionary.model);
  const cut = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };

  const emit = (text: string, start: number, end: number) => {
    cut.form[cut.length] = forms.idOf(text, start, end);
    cut.end[cut.length++] = end;
  };
  const unknownWords = (text: string, start: number, end: number) => {
    const words = unknown.cut(text, start, end);
    let from = start;
    for (let i = unknown.first; i < words; i++) {
      const to = unknown.ends[i]!;
      emit(text, from, to);
      from = to;
    }
  };
  /** Cuts a run of single characters. */
  const cutRun = (text: string, start: number, end: number) => {
    let from = start;
    for (let i = start; i < end; ) {
      if (text.charCodeAt(i) >= 0x80) {
        i++;
        continue;
      }
      if (from < i) unknownWords(text, from, i);
      const to = asciiEnd(text, i, end);
      emit(text, i, to);
      i = to;
      from = i;
    }
    if (from < end) unknownWords(text, from, end);
  };

  return {
    name: 'jieba',
    version: dictionary.digest,
    cut(text: string): Cut {
      const length = text.length;
      path.reserve(length);
      if (cut.end.length < length) {
        cut.end = new Uint32Array(path.places.length);
        cut.form = new Uint32Array(path.places.length);
      }
      const { places, found } = path;
      for (let i = 0; i < length; i++) {
        const kind = ownKinds[text.charCodeAt(i)]!;
        if (kind < high) places[i] = kind;
        else if (kind === low && i > 0 && kinds[text.charCodeAt(i - 1)] === high) {
          places[i] = inside;
          if (ownPairs.size > 0 && ownPairs.has(text.slice(i - 1, i + 1))) places[i - 1] = alone;
        } else places[i] = open;
      }
      places[length] = open;
      openPlaces?.(text, places);
      path.search(text);
      const { end: ends, form } = cut;
      let words = 0;
      const isSingle = (at: number, end: number) =>
        places[at] === open && (end === at + 1 || (end === at + 2 && places[at + 1] === inside));
      for (let i = 0; i < length; ) {
        const first = found[2 * i]!;
        let next = first;
        if (isSingle(i, first)) while (next < length && isSingle(next, found[2 * next]!)) next = found[2 * next]!;
        if (next > first) {
          cut.length = words;
          cutRun(text, i, next);
          words = cut.length;
        } else {
          const known = found[2 * i + 1]!;
          form[words] = known >= 0 ? known : forms.idOf(text, i, next);
          ends[words++] = next;
        }
        i = next;
      }
      cut.length = words;
      return cut;
    },
    ...lookUps,
  };
}

/** The kinds of units, with the user's single characters. */
function kindsWith(entries: readonly UserEntry[]): Uint8Array {
  const own = kinds.slice();
  for (const { form } of entries) {
    if (form.length === 1 && own[form.charCodeAt(0)] === open) own[form.charCodeAt(0)] = alone;
  }
  return own;
}

/** Where a run of letters and digits that begins with a letter, or of digits and dots, ends; one character of another kind. */
function asciiEnd(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  let at = start + 1;
  if (isLetter(first)) while (at < end && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++;
  else if (isDigit(first)) while (at < end && (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === dot)) at++;
  return at;
}

const dot = 0x2e;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
