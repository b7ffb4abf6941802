import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/run/resource/create-engine.ts';
import { loadLexicon } from '../../../src/run/resource/load-lexicon.ts';
import { loadTagger } from '../../../src/run/resource/load-tagger.ts';
import { defaultSettings } from '../../../src/run/settings.ts';
import { createSegment } from '../../../src/segment/segment.ts';
import { pekingTagOf } from '../../../src/segment/tagger/universal-tags.ts';
import { findNames } from '../../../src/tag/names/find-names.ts';
import { cleanDocument } from '../../clean-document.ts';

const segment = createSegment(createEngine({ engine: 'lattice', lexicon: loadLexicon() }));
const tagger = loadTagger();

/** Each word with its tag by context. */
function tagged(text: string): string[] {
  const { tokens } = tagger.run(segment.run(cleanDocument(text)));
  return [...tokens.type].map((type) => `${tokens.types[type]}/${tokens.tags[tokens.tag[type]!]}`);
}

describe('parts of speech by context', () => {
  test('one word has another tag in another use', () => {
    expect(tagged('国家鼓励发展新能源。')).toContain('发展/v');
    expect(tagged('促进经济的发展。')).toContain('发展/vn');
  });

  test('words, offsets and forms are those of the segmenter', () => {
    const document = segment.run(cleanDocument('领导干部要领导人民，推动经济社会发展。'));
    const { tokens } = tagger.run(document);
    expect(tokens.start).toEqual(document.tokens.start);
    expect(tokens.end).toEqual(document.tokens.end);
    expect([...tokens.type].map((type) => tokens.types[type])).toEqual(
      [...document.tokens.type].map((type) => document.tokens.types[type]),
    );
  });

  test('no document shows in the next', () => {
    const first = tagged('各级政府领导人民。');
    tagged('完全不同的一段话，说的是别的事情。');
    expect(tagged('各级政府领导人民。')).toEqual(first);
  });

  test('the tag of the dictionary stays where it agrees with the use', () => {
    expect(pekingTagOf('NOUN', 'n')).toBe('n');
    expect(pekingTagOf('NOUN', 'v')).toBe('vn');
    expect(pekingTagOf('ADV', 'a')).toBe('ad');
    expect(pekingTagOf('PROPN', 'ns')).toBe('ns');
    expect(pekingTagOf('VERB', 'n')).toBe('v');
  });

  test('is asked for', () => {
    expect(defaultSettings().tagger).toBe('dictionary');
  });
});

describe('names', () => {
  const names = (text: string) => {
    const document = tagger.run(segment.run(cleanDocument(text)));
    return findNames(document).map(({ start, end, label, rule }) => [document.text.slice(start, end), label, rule]);
  };

  test.each([
    ['习近平总书记发表讲话。', ['习近平', 'person', 'title']],
    ['国务院总理李强主持会议。', ['李强', 'person', 'title']],
    ['国务院总理李强主持会议。', ['国务院', 'organisation', 'list']],
    ['由杭州市教育局公布。', ['杭州市教育局', 'organisation', 'suffix']],
    ['由杭州市教育局公布。', ['杭州市', 'place', 'dictionary']],
    ['国家税务总局负责解释。', ['国家税务总局', 'organisation', 'list']],
  ])('%s', (text, name) => {
    expect(names(text)).toContainEqual(name);
  });

  test.each(['采取安全措施', '顾全大局', '推动高质量发展', '加强干部队伍建设', '确保安全'])('none in %s', (text) => {
    expect(names(`${text}。`)).toEqual([]);
  });
});
