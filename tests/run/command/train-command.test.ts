import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scoreCommand } from '../../../src/run/command/score-command.ts';
import { trainCommand } from '../../../src/run/command/train-command.ts';
import { loadBoundaryModel } from '../../../src/run/resource/load-boundary-model.ts';
import { findPackageRoot } from '../../../src/run/resource/package-root.ts';
import { temporaryFolder } from '../../folders.ts';

const folder = temporaryFolder();
const gold = fileURLToPath(new URL('../../fixtures/gold.txt', import.meta.url));
const train = (out: string, base?: string, language: 'en' | 'zh' = 'en') =>
  trainCommand({ golds: [gold], out, base, encoding: undefined }, language);
const f1 = (model?: string) => {
  const request = { golds: [gold], engines: ['hybrid' as const], vocabulary: undefined, out: undefined };
  const { text } = scoreCommand({ ...request, model, encoding: undefined, excel: false, json: true }, 'en');
  return JSON.parse(text).scores[0].f1 as number;
};

describe('training a model of one’s own', () => {
  test('shows what it gains on sentences held out, and gains on those that were learnt', () => {
    const out = join(folder.path, 'model.bin');
    const text = train(out);
    expect(text).toMatch(/^Learnt from 11 sentences \(\d+ words\)/);
    expect(text).toMatch(/^standard +before +\d+\.\d/m);
    expect(text).toMatch(/^standard +after +\d+\.\d/m);
    expect(text).toContain(`--engine hybrid --model ${out}`);
    expect(f1(out)).toBeGreaterThan(f1());
    const bytes = readFileSync(out);
    expect(train(out, undefined, 'zh')).toContain('学习后');
    expect(readFileSync(out)).toEqual(bytes);
  });

  test('may begin anew or with an earlier model', () => {
    const out = join(folder.path, 'model.bin');
    train(out, 'none');
    const anew = loadBoundaryModel(out);
    train(out, out);
    expect(loadBoundaryModel(out).digest).not.toBe(anew.digest);
  });

  test('replaces nothing but a model, and takes nothing else for one', () => {
    const out = join(folder.path, 'notes.txt');
    writeFileSync(out, 'not to be lost');
    expect(() => train(out)).toThrow(expect.objectContaining({ code: 'output/not-a-model', place: out }));
    expect(() => train(join(folder.path, 'no', 'model.bin'))).toThrow(
      expect.objectContaining({ code: 'output/no-parent' }),
    );
    expect(() => loadBoundaryModel(out)).toThrow(expect.objectContaining({ code: 'resource/not-a-model', place: out }));
    expect(readFileSync(out, 'utf8')).toBe('not to be lost');
  });
});

test('the model that comes with the program is small', () => {
  expect(statSync(join(findPackageRoot().folder, 'lexicon', 'hybrid.bin.br')).size).toBeLessThan(300_000);
});
