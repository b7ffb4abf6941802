import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cut, Engine } from '../model/engine.ts';
import { CorpusError } from '../model/errors.ts';
import { bestReading } from '../segment/best-reading.ts';
import { userWordFrequencies, withUserWords } from '../segment/user-words.ts';
import { characterClass, classOf } from '../text/characters.ts';
import { FormTable } from '../text/form-table.ts';
import { JiebaDictionary } from './jieba-dictionary.ts';

/** What is used of the package, an optional dependency that has types only where it is installed. */
interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(files: { userDict: string }): void;
  cut(text: string, hmm: boolean): string[];
}

/** UTF-16 units handed over at once: cppjieba needs half a kilobyte for each. */
const longestPiece = 1 << 16;

/** The words that each loaded nodejieba holds: it has one dictionary, whoever asks. */
const holders = new WeakMap<Nodejieba, object>();

/**
 * nodejieba with its HMM on; the dictionaries (1 to 2 s, 300 MB) are loaded at the first cut. Of `listed`, the forms of
 * the term lists, those that its dictionary lacks are added (see `userWordFrequencies`) to its own user dictionary. Throws `resource/engine-missing` where the package or its binary is
 * not installed beside the module `from`, `resource/dictionary-missing`, or `resource/temporary-folder` where the user
 * dictionary cannot be handed over.
 */
export function createNodejiebaEngine(listed: Iterable<string> = [], from: string | URL = import.meta.url): Engine {
  const { nodejieba, version } = requireNodejieba(from);
  const dictionary = new JiebaDictionary({
    words: nodejieba.DEFAULT_DICT,
    userWords: nodejieba.DEFAULT_USER_DICT,
    hmm: nodejieba.DEFAULT_HMM_DICT,
    idf: nodejieba.DEFAULT_IDF_DICT,
    stopWords: nodejieba.DEFAULT_STOP_WORD_DICT,
  });
  const userWords = userWordFrequencies(listed, dictionary);
  const lines = userWords.map(({ form, frequency }) => `${form} ${frequency} ${userTag}\n`);
  const userDictionary = `${dictionary.ownUserWords.replace(/\r?\n|$/g, '\n')}${lines.join('')}`;
  const userForms = new Set(userWords.map(({ form }) => form));
  const lexicon = withUserWords(dictionary, userWords);

  const table = new FormTable();
  const tags: string[] = [];
  const cut = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };
  const self = {};
  const ready = () => {
    if (holders.get(nodejieba) === self) return;
    load(nodejieba, userDictionary);
    holders.set(nodejieba, self);
  };

  const cutPiece = (paragraph: string, from: number, to: number) => {
    const piece = from === 0 && to === paragraph.length ? paragraph : paragraph.slice(from, to);
    const words = nodejieba.cut(piece, true);
    const { end, form } = cut;
    let length = cut.length;
    let at = from;
    for (let i = 0; i < words.length; i++) {
      const next = at + words[i]!.length;
      let last = next;
      // It takes the dot of "1." into the number.
      while (last > at + 1 && paragraph.charCodeAt(last - 1) === dot) last--;
      form[length] = table.id(paragraph, at, last);
      end[length++] = last;
      if (last < next) {
        form[length] = table.id(paragraph, last, next);
        end[length++] = next;
      }
      at = next;
    }
    cut.length = length;
  };

  return {
    name: 'nodejieba',
    version: `${version}+${dictionary.digest}`,
    cut(paragraph: string): Cut {
      ready();
      cut.length = 0;
      if (cut.end.length < paragraph.length) {
        cut.end = new Uint32Array(paragraph.length);
        cut.form = new Uint32Array(paragraph.length);
      }
      for (let from = 0; from < paragraph.length; ) {
        const to = pieceEnd(paragraph, from);
        cutPiece(paragraph, from, to);
        from = to;
      }
      return cut;
    },
    form: (id) => table.forms[id]!,
    id: (form) => table.id(form),
    tag(id) {
      tags[id] ??= tagOf(table.forms[id]!, userForms, dictionary);
      return tags[id]!;
    },
    // What cutSmall(form, its length - 1) gives, without the cost of a call to native code for each type.
    parts: (form) => bestReading(form, lexicon).ends,
  };
}

/** A listed term is a noun until someone says otherwise. */
const userTag = 'n';
const dot = 0x2e;

function requireNodejieba(from: string | URL): { nodejieba: Nodejieba; version: string } {
  const require = createRequire(from);
  try {
    const { version } = require('nodejieba/package.json') as { version: string };
    // The package looks for its binary at the first call: too late for a clear message.
    require('nodejieba/build/Release/nodejieba.node');
    return { nodejieba: require('nodejieba') as Nodejieba, version };
  } catch (cause) {
    throw missing(cause);
  }
}

function missing(cause: unknown): CorpusError {
  const found = cause instanceof Error ? cause.message.split('\n', 1)[0]! : String(cause);
  return new CorpusError('resource/engine-missing', 'nodejieba', { engine: 'nodejieba', found }, cause);
}

/** Loads the dictionaries anew, with this user dictionary. */
function load(nodejieba: Nodejieba, userDictionary: string): void {
  const leaked = ['dict', 'hmmDict', 'userDict', 'idfDict', 'stopWordDict'].filter((name) => !(name in globalThis));
  withTemporaryFile(userDictionary, (userDict) => {
    try {
      nodejieba.load({ userDict });
    } catch (cause) {
      throw missing(cause);
    } finally {
      for (const name of leaked) Reflect.deleteProperty(globalThis, name);
    }
  });
}

function withTemporaryFile(content: string, use: (path: string) => void): void {
  let folder: string | undefined;
  try {
    let path: string;
    try {
      folder = mkdtempSync(join(tmpdir(), 'cewen-user-words-'));
      path = join(folder, 'user.dict');
      writeFileSync(path, content);
    } catch (cause) {
      throw new CorpusError('resource/temporary-folder', tmpdir(), {}, cause);
    }
    // cppjieba takes | and ; for the ends of a path, and ends the process when the first part is no file.
    if (/[|;]/.test(path)) throw new CorpusError('resource/temporary-folder', path);
    use(path);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Where to end a piece that starts at `from`: exact after the marks at which cppjieba cuts before anything else. */
function pieceEnd(paragraph: string, from: number): number {
  const limit = from + longestPiece;
  if (limit >= paragraph.length) return paragraph.length;
  for (let end = limit; end > from; end--) if (' \t\n，。'.includes(paragraph[end - 1]!)) return end;
  // Without any, a mark of another kind: no more than a few dictionary words hold one.
  for (let end = limit; end > from; end--) {
    const kind = classOf(paragraph.charCodeAt(end - 1));
    if (kind !== characterClass.han && kind !== characterClass.latin && kind !== characterClass.digit) return end;
  }
  const inPair =
    (paragraph.charCodeAt(limit) & 0xfc00) === 0xdc00 && (paragraph.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
  return inPair ? limit - 1 : limit;
}

function tagOf(form: string, userForms: ReadonlySet<string>, dictionary: JiebaDictionary): string {
  if (userForms.has(form)) return userTag;
  return dictionary.tag(form) || tagOfUnknown(form);
}

/**
 * cppjieba's rule for words without a tag: `m` or `eng` if any of it is ASCII, else `x`. As there, half as many ASCII
 * characters as the word is long are looked at; but one of a single letter or digit, so that 5 is a number like 55.
 */
function tagOfUnknown(form: string): string {
  const characters = [...form];
  const looked = /^[\dA-Za-z]$/.test(form) ? 1 : characters.length >> 1;
  let ascii = 0;
  let digits = 0;
  for (const character of characters) {
    if (ascii >= looked) break;
    if (character >= '\x80') continue;
    ascii++;
    if (character >= '0' && character <= '9') digits++;
  }
  if (ascii === 0) return 'x';
  return digits === ascii ? 'm' : 'eng';
}
