import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSettings } from '../../../src/run/command/options.ts';
import { run } from '../../../src/run/run.ts';
import { makePlan, rangesOf } from '../../../src/run/shard/make-plan.ts';
import { mergeShards, runsOf } from '../../../src/run/shard/merge-shards.ts';
import { runShard } from '../../../src/run/shard/run-shard.ts';

const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'cewen-shard-'));
const path = (name: string) => join(base, name);
const settings = {
  paths: [path('texts')],
  tables: ['all'] as ['all'],
  by: 'year',
  grades: ['builtin'],
  terms: [path('terms.csv'), 'builtin'],
  workers: 0,
  report: false,
};
const shards = 4;

/** The files of a result by their names, without the log. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => !name.endsWith('run-log.jsonl'));
  return new Map(paths.sort().map((name) => [name.slice(folder.length), readFileSync(name, 'latin1')]));
}

const plan = (out: string, n = shards) => makePlan(checkSettings({ ...settings, out: path(out) }), n, null);

beforeAll(async () => {
  cpSync(corpus, path('texts'), { recursive: true });
  writeFileSync(path('texts/坏.pdf'), '%PDF-1.7\nbroken');
  writeFileSync(path('terms.csv'), 'term,category\n高质量发展,目标\n');
  await run({ ...settings, out: path('one') });
  await plan('plan');
  for (const shard of [3, 1, 4, 2]) await runShard(path('plan'), shard, {});
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A copy of the finished plan, to be spoilt. */
function copyOfPlan(name: string): string {
  cpSync(path('plan'), path(name), { recursive: true, preserveTimestamps: true });
  return path(name);
}

describe('a run in shards', () => {
  test('gives the bytes of one run, with a document that failed among them', async () => {
    const { result } = await mergeShards(path('plan'), path('merged'));
    expect(result.failed).toBe(1);
    expect(filesOf(path('merged'))).toEqual(filesOf(path('one')));
  });

  test('leaves a part alone that is done', async () => {
    expect(await runShard(path('plan'), 2, {})).toMatchObject({ isSkipped: true });
  });

  test('may have more shards than documents', async () => {
    const few = { ...settings, paths: [path('texts/2015')], by: null, terms: ['builtin'], tables: ['terms' as const] };
    await run({ ...few, out: path('few') });
    await makePlan(checkSettings({ ...few, out: path('many') }), 9, null);
    for (let shard = 1; shard <= 9; shard++) await runShard(path('many'), shard, {});
    await mergeShards(path('many'), path('few merged'));
    expect(filesOf(path('few merged'))).toEqual(filesOf(path('few')));
  });
});

describe('nothing is merged', () => {
  test('where shards are missing, and it is said which', async () => {
    const folder = copyOfPlan('missing');
    for (const shard of [1, 2, 4]) rmSync(join(folder, 'parts', `${shard}`), { recursive: true });
    await expect(mergeShards(folder, path('no'))).rejects.toMatchObject({
      code: 'input/missing-shards',
      values: { count: 3, found: '1-2, 4', expected: shards },
    });
    expect(readdirSync(base)).not.toContain('no');
  });

  test('where a part is damaged: a byte changed, cut short, or of another plan', async () => {
    const folder = copyOfPlan('damaged');
    const terms = join(folder, 'parts', '2', 'rows-documents');
    const bytes = readFileSync(terms);
    bytes[10]! ^= 1;
    writeFileSync(terms, bytes);
    const totals = join(folder, 'parts', '3', 'totals.bin');
    writeFileSync(totals, readFileSync(totals).subarray(0, 100));
    const part = join(folder, 'parts', '4', 'part.json');
    writeFileSync(part, readFileSync(part, 'utf8').replace(/"plan":"./, '"plan":"x'));
    const error = await mergeShards(folder, path('no')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'input/damaged-part', place: join(folder, 'parts', '2') });
    expect((error as { others: { place: string }[] }).others.map(({ place }) => place.slice(-1))).toEqual(['3', '4']);
    // What is damaged is done again.
    expect(await runShard(folder, 3, {})).toMatchObject({ isSkipped: false });
    expect(await runShard(folder, 4, {})).toMatchObject({ isSkipped: false });
  });

  test('where another program made the plan', async () => {
    const folder = copyOfPlan('other');
    const file = join(folder, 'plan.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"code": "./, '"code": "x'));
    await expect(mergeShards(folder, path('no'))).rejects.toMatchObject({ code: 'input/plan-of-other-program' });
    await expect(runShard(folder, 1, {})).rejects.toMatchObject({ code: 'input/plan-of-other-program' });
  });

  test('where texts or lists have changed since the plan; one that was only touched has not', async () => {
    const file = readdirSync(path('texts'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()[0]!;
    const before = readFileSync(path(`texts/${file}`));
    await plan('late');
    utimesSync(path(`texts/${file}`), 1, 1);
    expect(await runShard(path('late'), 1, {})).toMatchObject({ isSkipped: false });
    await mergeShards(path('plan'), path('touched'));
    appendFileSync(path(`texts/${file}`), '改');
    await expect(mergeShards(path('plan'), path('no'))).rejects.toMatchObject({ code: 'input/changed-since-plan' });
    await plan('later', 1);
    writeFileSync(path(`texts/${file}`), before);
    await expect(runShard(path('later'), 1, {})).rejects.toMatchObject({
      code: 'input/changed-since-plan',
      place: file,
    });

    writeFileSync(path('texts/new.txt'), '新');
    await expect(runShard(path('late'), 2, {})).rejects.toMatchObject({
      code: 'input/other-files-than-plan',
      values: { count: 1, found: 'new.txt' },
    });
    rmSync(path('texts/new.txt'));
    appendFileSync(path('terms.csv'), '共同富裕,目标\n');
    await expect(runShard(path('late'), 2, {})).rejects.toMatchObject({ code: 'resource/changed-since-plan' });
    await expect(mergeShards(path('plan'), path('no'))).rejects.toMatchObject({ code: 'resource/changed-since-plan' });
    expect(readdirSync(base)).not.toContain('no');
  });

  test('into what is no plan, and no plan is made in a folder with other things', async () => {
    await expect(mergeShards(path('one'), path('no'))).rejects.toMatchObject({ code: 'input/not-a-plan' });
    await expect(plan('one')).rejects.toMatchObject({ code: 'output/plan-exists' });
    await expect(plan('plan')).rejects.toMatchObject({ code: 'output/plan-exists' });
  });
});

test('shards are neighbours, have every document once, and cost about the same', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 12 }), (bytes, count) => {
      const ranges = rangesOf(
        bytes.map((one) => ({ bytes: one })),
        count,
      );
      expect(ranges).toHaveLength(count);
      let at = 0;
      for (const range of ranges) {
        expect(range.first).toBe(at);
        at += range.count;
      }
      expect(at).toBe(bytes.length);
      const cost = bytes.map((one) => one + 2000);
      const most = Math.max(0, ...cost);
      const all = cost.reduce((sum, one) => sum + one, 0);
      for (const { first, count: own } of ranges) {
        const spent = cost.slice(first, first + own).reduce((sum, one) => sum + one, 0);
        expect(spent).toBeLessThanOrEqual(all / count + most + 1);
      }
    }),
  );
});

test('numbers of shards are told in runs', () => {
  expect(runsOf([1, 2, 3, 5, 7, 8])).toBe('1-3, 5, 7-8');
  expect(runsOf([])).toBe('');
});
