import { decode } from '../../ingest/encoding/decode.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { shown } from '../../tag/term-entry.ts';

/** A sentence that somebody cut by hand. */
export interface GoldSentence {
  readonly words: readonly string[];
  /** 1-based line of each word. */
  readonly lines: readonly number[];
}

export interface GoldText {
  readonly sentences: readonly GoldSentence[];
  /** The decoded file. */
  readonly text: string;
  readonly messages: readonly Message[];
}

/** A word with its part of speech, as the People's Daily corpus (改革/v) and Chinese treebanks (改革_VV) have it. */
const tagged = /^(.+)[/_][A-Za-z][A-Za-z0-9-]{0,7}$/;
/** A share of such words below which / and _ are part of the text. */
const mostlyTagged = 0.9;
/** The number of a paragraph in the People's Daily corpus, which is no part of its text. */
const paragraphNumber = /^\d{8}-\d{2}-\d{3}-\d{3}$/;

/** Characters a word: treebanks have 1.5 to 2; a text with spaces between its phrases only has far more. */
const longMean = 8;

/**
 * Reads words parted by white space, a sentence a line, with or without tags (改革/v), or CoNLL-U. Throws CorpusError at `path`, with the line where there
 * is one: input/gold-empty, input/gold-bad-line, input/gold-not-cut, and what `decode` throws.
 */
export function readGold(bytes: Uint8Array, path: string, encoding?: string): GoldText {
  const { text, messages } = decode(bytes, encoding, path);
  const lines = text.split(/\r\n|[\n\r]/);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const isTree = /^\d+(?:[-.]\d+)?\t/.test(first) || /\.conllu?$/i.test(path);
  const sentences = isTree ? treeSentences(lines, path) : lineSentences(lines);
  if (sentences.length === 0) throw new CorpusError('input/gold-empty', path);
  if (!isTree) refuseUncut(sentences, path);
  return { sentences, text, messages };
}

/** The words of a vocabulary: a list, a line or more a word, or a text like the gold ones. Throws CorpusError at `path`. */
export function readVocabulary(bytes: Uint8Array, path: string, encoding?: string): Set<string> {
  try {
    const { text } = decode(bytes, encoding, path);
    const lines = text.split(/\r\n|[\n\r]/);
    const isTree = lines.some((line) => /^1\t/.test(line));
    const words = (isTree ? treeSentences(lines, path) : lineSentences(lines)).flatMap(({ words }) => words);
    if (words.length === 0) throw new CorpusError('resource/empty-vocabulary', path);
    return new Set(words);
  } catch (error) {
    if (!(error instanceof CorpusError) || error.kind !== 'input') throw error;
    const isLine = error.code === 'input/gold-bad-line';
    throw new CorpusError(isLine ? 'resource/bad-vocabulary' : 'resource/not-a-list', error.place, error.values, error);
  }
}

function lineSentences(lines: readonly string[]): GoldSentence[] {
  const rows = lines.map((line) => line.split(/\s+/).filter((word) => word !== ''));
  const all = rows.reduce((sum, row) => sum + row.length, 0);
  const withTag = rows.reduce((sum, row) => sum + row.filter((word) => tagged.test(bare(word))).length, 0);
  return rows.flatMap((row, i) => {
    const words =
      withTag < mostlyTagged * all ? row : row.map(withoutTag).filter((word) => !paragraphNumber.test(word));
    return words.length === 0 ? [] : [{ words, lines: words.map(() => i + 1) }];
  });
}

/** A word without the brackets of a compound: [中央/n 电视台/n]nt. */
function bare(word: string): string {
  return word.replace(/^\[(?=[^/_])/, '').replace(/(?<=[/_]\w+)\]\w*$/, '');
}

function withoutTag(word: string): string {
  return tagged.exec(bare(word))?.[1] ?? word;
}

function treeSentences(lines: readonly string[], path: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let words: string[] = [];
  let numbers: number[] = [];
  const end = () => {
    if (words.length > 0) sentences.push({ words, lines: numbers });
    words = [];
    numbers = [];
  };
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') end();
    // A range (1-2) repeats as one what its words say in parts; a word with a point (8.1) is not in the text.
    if (line.trim() === '' || line.startsWith('#') || /^\d+[-.]\d+\t/.test(line)) continue;
    const [, form] = /^\d+\t([^\t]+)/.exec(line) ?? [];
    const word = form?.replace(/\s+/g, '') ?? '';
    if (word === '') throw new CorpusError('input/gold-bad-line', `${path}:${i + 1}`, { found: shown(line.trim()) });
    words.push(word);
    numbers.push(i + 1);
  }
  end();
  return sentences;
}

function refuseUncut(sentences: readonly GoldSentence[], path: string): void {
  let characters = 0;
  let words = 0;
  for (const sentence of sentences) {
    words += sentence.words.length;
    for (const word of sentence.words) characters += word.length;
  }
  if (characters <= longMean * words) return;
  const longest = sentences.reduce((a, b) => (meanLength(b) > meanLength(a) ? b : a));
  const found = shown(longest.words.reduce((a, b) => (b.length > a.length ? b : a)));
  throw new CorpusError('input/gold-not-cut', `${path}:${longest.lines[0]}`, { found });
}

function meanLength({ words }: GoldSentence): number {
  return words.reduce((sum, word) => sum + word.length, 0) / words.length;
}
