import type { Engine } from '../../src/model/engine.ts';
import { traitsOfMark } from '../../src/segment/tagger/context-tagger.ts';
import { type UniversalTag, universalTags } from '../../src/segment/tagger/universal-tags.ts';
import { traitsOf, type WordTraits } from '../../src/segment/tagger/word-features.ts';
import type { TreebankSentence, TreebankWord } from '../treebank.ts';

/** A word or mark of a sentence: `tag` is an index into `universalTags`, -1 where it is not known, -2 of a mark. */
export interface ExampleWord {
  readonly form: string;
  readonly dictionaryTag: string;
  readonly traits: WordTraits;
  readonly tag: number;
}

export const unknown = -1;
export const isMark = -2;

const numberOf = (upos: string) => universalTags.indexOf(upos as UniversalTag);

/** The sentence as the treebank cuts it, and as the engine does. */
export function examplesOf(sentence: TreebankSentence, engine: Engine): ExampleWord[][] {
  return [asInTreebank(sentence, engine), asInEngine(sentence, engine)];
}

/** The sentence as the treebank cuts it. */
export function asInTreebank({ words }: TreebankSentence, engine: Engine): ExampleWord[] {
  return words.map(({ form, upos }) => exampleWord(form, upos === 'PUNCT' ? isMark : numberOf(upos), engine));
}

/**
 * The sentence as the engine cuts it. What it joins is used as the word in it is that the others depend on: 科学|家 is a
 * noun, though 家 is a suffix there. What it parts is known only of names, numbers and foreign words.
 */
export function asInEngine({ words }: TreebankSentence, engine: Engine): ExampleWord[] {
  const text = words.map(({ form }) => form).join('');
  const starts: number[] = [];
  let at = 0;
  for (const { form } of words) {
    starts.push(at);
    at += form.length;
  }
  starts.push(at);
  const { end, form, length } = engine.cut(text);
  const found: ExampleWord[] = [];
  let from = 0;
  for (let i = 0; i < length; i++) {
    const to = end[i]!;
    const name = engine.form(form[i]!);
    found.push(exampleWord(name, tagOfSpan(words, starts, from, to), engine));
    from = to;
  }
  return found;
}

function tagOfSpan(words: readonly TreebankWord[], starts: readonly number[], from: number, to: number): number {
  const first = starts.findIndex((start, i) => start <= from && starts[i + 1]! > from);
  const last = starts.findIndex((start, i) => start < to && starts[i + 1]! >= to);
  const { upos } = words[first]!;
  if (first === last) {
    if (upos === 'PUNCT') return isMark;
    const isWhole = starts[first] === from && starts[first + 1] === to;
    return isWhole || ['PROPN', 'NUM', 'X'].includes(upos) ? numberOf(upos) : unknown;
  }
  if (starts[first] !== from || starts[last + 1] !== to) return unknown;
  const inside = (head: number) => head >= first && head <= last;
  for (let i = last; i >= first; i--) {
    const word = words[i]!;
    if (inside(word.head)) continue;
    if (word.upos === 'PUNCT') return unknown;
    return numberOf(word.upos === 'PART' && i > first ? 'NOUN' : word.upos);
  }
  return unknown;
}

function exampleWord(form: string, tag: number, engine: Engine): ExampleWord {
  const dictionaryTag = engine.tag(engine.id(form));
  return { form, dictionaryTag, traits: tag === isMark ? traitsOfMark(form) : traitsOf(form, dictionaryTag), tag };
}
