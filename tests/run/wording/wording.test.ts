import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { settingKeys } from '../../../src/run/setting-keys.ts';
import { languageOf, say } from '../../../src/run/wording/wording.ts';
import { english } from '../../../src/run/wording/wording-en.ts';
import { chinese } from '../../../src/run/wording/wording-zh.ts';

const source = fileURLToPath(new URL('../../../src', import.meta.url));
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('wording'))
  .map((name) => readFileSync(join(source, name), 'utf8'));

const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

/** Rules and codes that the sources name, as `stage/name`. */
function named(stages: readonly string[]): string[] {
  const pattern = new RegExp(`['"\`]((?:${stages.join('|')})/[a-z][a-z0-9-]*)['"\`]`, 'g');
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] as string)))].sort();
}

describe('the wording', () => {
  test('is there in both languages, with the same places', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const key of Object.keys(english)) expect(places(chinese[key]!), key).toEqual(places(english[key]!));
  });

  test('covers every rule and code that the sources name', () => {
    const stages = [
      'ingest',
      'normalise',
      'segment',
      'tag',
      'count',
      'cooccur',
      'run',
      'usage',
      'input',
      'resource',
      'output',
      'verify',
      'explain',
      'summary',
      'help',
      'init',
      'audit',
      'score',
      'diff',
      'write',
    ];
    expect(named(stages).filter((key) => !(key in english))).toEqual([]);
  });

  test('covers every setting', () => {
    for (const { path } of settingKeys) expect(english).toHaveProperty([`option/${path.join('.')}`]);
  });

  test('has no text that nothing uses', () => {
    const all = texts.join('\n');
    const unused = Object.keys(english).filter((key) => {
      const [stage, name] = key.split('/') as [string, string];
      // Some keys are put together from their parts.
      return !all.includes(`'${key}'`) && !(all.includes(`${stage}/\${`) || all.includes(`'${name}'`));
    });
    expect(unused).toEqual([]);
  });

  test('agrees with a number of one', () => {
    const verbs = 'is|was|has|needs|does|agrees|belongs|takes';
    const noun = new RegExp(`\\{(?!expected|found)\\w+\\} (?:more )?(?!(?:${verbs})\\b)[a-z-]+s\\b`);
    const plural = Object.entries(english).filter(([, text]) => noun.test(text));
    expect(plural).toEqual([]);
    expect(say('en', 'ingest/more-broken-characters', { count: 2 })).toBe('2 more broken characters');
  });

  test('is Chinese where it says so', () => {
    const latin = Object.entries(chinese).filter(
      ([key, text]) => !/\p{Script=Han}/u.test(text) && !['help/colon', 'help/error', 'progress/bar'].includes(key),
    );
    expect(latin).toEqual([]);
  });
});

test('places are filled, and a rule without wording is told as it is', () => {
  expect(say('en', 'usage/too-small', { setting: 'context', expected: 0, found: '-1' })).toBe(
    'context: expected at least 0, found -1',
  );
  expect(say('zh', 'repair/brand-new', { a: 1 })).toBe('repair/brand-new {"a":1}');
});

test('the language is the one asked for, else that of the environment as POSIX has it', () => {
  expect(languageOf('zh', { LANG: 'en_US.UTF-8' })).toBe('zh');
  expect(languageOf(undefined, { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(languageOf(undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf(undefined, { LANG: 'zh_TW', LC_ALL: '' })).toBe('zh');
  expect(languageOf(undefined, {})).toBe('en');
});
