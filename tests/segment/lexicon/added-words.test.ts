import { expect, test } from 'vitest';
import { createEngine } from '../../../src/run/resource/create-engine.ts';
import { loadLexicon } from '../../../src/run/resource/load-lexicon.ts';
import { addedWords } from '../../../src/segment/lexicon/added-words.ts';
import { lexiconOf } from '../../../src/segment/lexicon/dictionary.ts';
import { decodeDictionary } from '../../../src/segment/lexicon/dictionary-file.ts';

const lexicon = loadLexicon();

const engines = {
  lattice: createEngine({ engine: 'lattice', lexicon }),
  jieba: createEngine({ engine: 'jieba', lexicon }),
};

/** The words of a text as an engine cuts it. */
function words(engine: keyof typeof engines, text: string): string[] {
  const { end, length } = engines[engine].cut(text);
  return Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
}

test('each word is one that the dictionary lacks, once', () => {
  const dictionary = lexiconOf(decodeDictionary(lexicon));
  expect(addedWords.filter(({ form }) => dictionary.frequency(form) !== undefined)).toEqual([]);
  expect(new Set(addedWords.map(({ form }) => form)).size).toBe(addedWords.length);
});

test('each word comes out whole by the engine that is used, and jieba stays as it is', () => {
  expect(addedWords.filter(({ form }) => words('lattice', form).length !== 1)).toEqual([]);
  expect(words('lattice', '吉林获批扩内需试点')).toEqual(['吉林', '获批', '扩内需', '试点']);
  expect(words('lattice', '建设粤港澳大湾区')).toEqual(['建设', '粤港澳', '大湾区']);
  expect(words('jieba', '扩内需')).toEqual(['扩', '内需']);
});
