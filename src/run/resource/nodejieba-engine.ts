import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cut, Engine } from '../../model/engine.ts';
import { CorpusError } from '../../model/errors.ts';
import { separators } from '../../segment/engine/jieba-engine.ts';
import type { Dictionary } from '../../segment/lexicon/dictionary.ts';
import { engineWords } from '../../segment/lexicon/engine-words.ts';
import type { UserEntry } from '../../segment/lexicon/user-dictionary.ts';
import { characterClass, classOf } from '../../text/characters.ts';

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
 * nodejieba with its HMM on; its dictionaries (1 to 2 s, 300 MB) are loaded at the first cut. `builtin` was made of them:
 * it knows tags and frequencies. The user's `entries` are added, but not those that `isOutOfReach`, and of `listed`, the
 * forms of the term lists, those that it lacks (see `userWordFrequencies`). Throws `resource/engine-missing` where the
 * package or its binary is not installed beside the module `from`, `resource/dictionary-missing`, or
 * `resource/temporary-folder` where the words cannot be handed over.
 */
export function createNodejiebaEngine(
  builtin: Dictionary,
  listed: Iterable<string> = [],
  entries: readonly UserEntry[] = [],
  from: string | URL = import.meta.url,
): Engine {
  const { nodejieba, version } = requireNodejieba(from);
  const { DEFAULT_DICT, DEFAULT_HMM_DICT, DEFAULT_USER_DICT, DEFAULT_IDF_DICT, DEFAULT_STOP_WORD_DICT } = nodejieba;
  for (const file of [DEFAULT_DICT, DEFAULT_HMM_DICT, DEFAULT_USER_DICT, DEFAULT_IDF_DICT, DEFAULT_STOP_WORD_DICT]) {
    // cppjieba would end the process.
    if (!existsSync(file)) throw new CorpusError('resource/dictionary-missing', file);
  }
  const within = entries.filter(({ form }) => !isOutOfReach(form));
  // The parts are what cutSmall(form, its length - 1) gives, without the cost of a call to native code for each type.
  const { userWords, forms, lookUps } = engineWords(builtin, listed, within, 0);
  const lines = userWords.map(({ form, frequency }) => `${form} ${frequency} ${lookUps.tag(lookUps.id(form))}\n`);
  const ownUserWords = readFileSync(DEFAULT_USER_DICT, 'utf8');
  const userDictionary = `${ownUserWords.replace(/\r?\n|$/g, '\n')}${lines.join('')}`;

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
      form[length] = forms.idOf(paragraph, at, next);
      end[length++] = next;
      at = next;
    }
    cut.length = length;
  };

  return {
    name: 'nodejieba',
    version: `${version}+${builtin.digest}`,
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
    ...lookUps,
  };
}

/** Whether nodejieba can never give a word, because it cuts at one of its characters before it looks for words. */
export function isOutOfReach(form: string): boolean {
  return [...separators].some((mark) => form.includes(mark));
}

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
  for (let end = limit; end > from; end--) if (separators.includes(paragraph[end - 1]!)) return end;
  // Without any, a mark of another kind: no more than a few dictionary words hold one.
  for (let end = limit; end > from; end--) {
    const kind = classOf(paragraph.charCodeAt(end - 1));
    if (kind !== characterClass.han && kind !== characterClass.latin && kind !== characterClass.digit) return end;
  }
  const inPair =
    (paragraph.charCodeAt(limit) & 0xfc00) === 0xdc00 && (paragraph.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
  return inPair ? limit - 1 : limit;
}
