import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CorpusError } from '../model/errors.ts';
import type { Lexicon } from '../segment/lexicon.ts';

/** The files that one nodejieba opens. */
export interface DictionaryFiles {
  readonly words: string;
  readonly userWords: string;
  readonly hmm: string;
  readonly idf: string;
  readonly stopWords: string;
}

const encoder = new TextEncoder();
const space = 0x20;
const lineFeed = 0x0a;
const zero = 0x30;
// FNV-1a, 32 bits.
const firstHash = 0x811c9dc5;
const hashFactor = 0x01000193;
/** Three places a word for the 350,000 words of the dictionary; more words make it slower, not wrong, up to a million. */
const lastPlace = (1 << 20) - 1;

/**
 * jieba's dictionary, `word frequency tag` a line, kept as the bytes of the file and a hash table of places in it: 10 MB,
 * where a Map of strings would take five times as much in each worker.
 */
export class JiebaDictionary implements Lexicon {
  readonly total: number;
  readonly least: number;
  readonly longest: number;
  /** Start of the SHA-256 of the files that decide how text is cut. */
  readonly digest: string;
  /** Content of the user dictionary that nodejieba brings with it. */
  readonly ownUserWords: string;
  readonly #bytes: Buffer;
  readonly #places: Int32Array;
  /** Given to entries that name no frequency. */
  readonly #median: number;
  readonly #own = new Map<string, { frequency: number; tag: string }>();
  /** The word that is looked for, in UTF-8: too small for any that is longer than all entries. */
  readonly #wanted: Uint8Array;

  /** Throws `resource/dictionary-missing`: cppjieba would end the process for a file that it cannot open. */
  constructor(files: DictionaryFiles) {
    for (const file of Object.values(files)) {
      if (!existsSync(file)) throw new CorpusError('resource/dictionary-missing', file);
    }
    this.#bytes = readFileSync(files.words);
    this.ownUserWords = readFileSync(files.userWords, 'utf8');
    const hash = createHash('sha256').update(this.#bytes).update(this.ownUserWords).update(readFileSync(files.hmm));
    this.digest = hash.digest('hex').slice(0, 12);
    const { places, frequencies, longest } = indexLines(this.#bytes);
    this.longest = longest;
    this.#wanted = new Uint8Array(longest);
    this.#places = places;
    this.total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
    frequencies.sort();
    this.least = frequencies[0] ?? 1;
    this.#median = frequencies[frequencies.length >> 1] ?? 1;
    for (const line of this.ownUserWords.split(/\r?\n/)) {
      const [word, second = '', third] = line.split(' ');
      if (!word) continue;
      const own = third === undefined ? { frequency: this.#median, tag: second } : { frequency: +second, tag: third };
      this.#own.set(word, own);
    }
  }

  frequency(word: string): number | undefined {
    const own = this.#own.get(word);
    if (own !== undefined) return own.frequency;
    let at = this.#frequencyOf(word);
    if (at < 0) return undefined;
    let frequency = 0;
    for (; this.#bytes[at] !== space; at++) frequency = frequency * 10 + this.#bytes[at]! - zero;
    return frequency;
  }

  /** Tag of a word; empty where its entry names none, undefined where it has no entry. */
  tag(word: string): string | undefined {
    const own = this.#own.get(word);
    if (own !== undefined) return own.tag;
    let at = this.#frequencyOf(word);
    if (at < 0) return undefined;
    while (this.#bytes[at] !== space) at++;
    let tag = '';
    while (this.#bytes[++at]! > space) tag += String.fromCharCode(this.#bytes[at]!);
    return tag;
  }

  /** Place of the frequency of a word in the bytes, -1 where there is no entry. */
  #frequencyOf(word: string): number {
    const bytes = this.#bytes;
    const wanted = this.#wanted;
    const { read, written } = encoder.encodeInto(word, wanted);
    if (read < word.length) return -1;
    let hash = firstHash;
    for (let i = 0; i < written; i++) hash = Math.imul(hash ^ wanted[i]!, hashFactor);
    for (let place = placeOf(hash); this.#places[place] !== 0; place = (place + 1) & lastPlace) {
      const start = this.#places[place]! - 1;
      let same = 0;
      while (same < written && bytes[start + same] === wanted[same]) same++;
      if (same === written && bytes[start + same] === space) return start + same + 1;
    }
    return -1;
  }
}

/** A hash table of the starts of lines, plus one (0 is an empty place); the frequencies; bytes of the longest word. */
function indexLines(bytes: Uint8Array): { places: Int32Array; frequencies: Uint32Array; longest: number } {
  const places = new Int32Array(lastPlace + 1);
  const frequencies = new Uint32Array(bytes.length >> 2);
  let lines = 0;
  let longest = 0;
  for (let start = 0; start < bytes.length; ) {
    let at = start;
    let hash = firstHash;
    for (; at < bytes.length && bytes[at] !== space; at++) hash = Math.imul(hash ^ bytes[at]!, hashFactor);
    longest = Math.max(longest, at - start);
    let place = placeOf(hash);
    while (places[place] !== 0) place = (place + 1) & lastPlace;
    places[place] = start + 1;
    let frequency = 0;
    while (bytes[++at]! >= zero && bytes[at]! <= zero + 9) frequency = frequency * 10 + bytes[at]! - zero;
    frequencies[lines++] = frequency;
    while (at < bytes.length && bytes[at] !== lineFeed) at++;
    start = at + 1;
  }
  return { places, frequencies: frequencies.slice(0, lines), longest };
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & lastPlace;
}
