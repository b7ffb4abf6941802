import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../../src/model/errors.ts';
import { loadResources, type Resources } from '../../../src/run/resource/resources.ts';
import { none, settingsSchema } from '../../../src/run/settings.ts';
import { temporaryFolder } from '../../ingest/temporary-folder.ts';

/** Resources of a run with these lists, by name, and other settings. */
function load(lists: Readonly<Record<string, string | Uint8Array>>, more: object = {}): Resources {
  const folder = temporaryFolder();
  const terms = Object.entries(lists).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  return loadResources(settingsSchema.parse({ terms, stop_words: [none], ...more }), []);
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CorpusError) return error.code;
    throw error;
  }
  return '';
}

const gb = (...bytes: number[]) => Uint8Array.from(bytes);
const told = ({ messages }: Resources) =>
  messages.map(({ message: { rule, values } }) => [rule, values?.list, values?.line ?? '']);

describe('a term list of which nothing can be used', () => {
  test.each([
    ['an archive', gb(0x50, 0x4b, 3, 4, 20, 0), 'resource/not-a-list'],
    ['nothing', '', 'resource/empty-list'],
    ['a header only', 'term,category\n', 'resource/no-terms'],
    ['another table', '类别,备注\n生态,x\n', 'resource/no-term-column'],
  ])('ends the run: %s', (_, content, code) => {
    expect(codeOf(() => load({ 'a.csv': content }))).toBe(code);
    expect(codeOf(() => load({ 'good.csv': '双碳\n', 'bad.csv': content }))).toBe(code);
  });
});

describe('a term list', () => {
  test('with broken bytes is used, and they are told with their line', () => {
    const bytes = Buffer.concat([Buffer.from('碳中和\n举国'), gb(0xff), Buffer.from('体制\n双碳\n')]);
    const resources = load({ 'a.csv': bytes });
    expect(resources.terms.map(({ term }) => term)).toEqual(['碳中和', '双碳']);
    expect(told(resources)).toEqual([
      ['run/damaged-list', 'a.csv', 2],
      ['tag/bad-term', 'a.csv', 2],
    ]);
  });

  test('in GB 18030 is read', () => {
    expect(load({ 'a.csv': gb(0xb9, 0xfa, 0xbc, 0xd2, 0x0a, 0xb8, 0xc4, 0xb8, 0xef, 0x0a) }).terms).toMatchObject([
      { term: '国家' },
      { term: '改革' },
    ]);
  });

  test('has one entry for forms that become the same: Traditional, full-width, radicals', () => {
    const resources = load({ 'a.csv': '数字经济\n5G\n用户\n', 'b.csv': '數字經濟\n５Ｇ\n⽤⼾\n' });
    expect(resources.terms.map(({ term }) => term)).toEqual(['数字经济', '5G', '用户']);
    expect(told(resources)).toEqual([1, 2, 3].map((line) => ['tag/repeated-term', 'b.csv', line]));
  });

  test('keeps WHO and who apart, but where case is ignored', () => {
    expect(load({ 'a.csv': 'WHO\nwho\n' }).terms).toHaveLength(2);
    expect(load({ 'a.csv': 'WHO\nwho\n' }, { ignore_case: true }).terms).toHaveLength(1);
  });
});
