import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportError } from '../../../src/run/command/report-error.ts';
import { run } from '../../../src/run/run.ts';
import type { SettingsInput } from '../../../src/run/settings.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);

async function told(settings: SettingsInput) {
  writeFiles(folder.path, { 'texts/a.txt': '坚持改革开放。\n', 'terms.csv': 'term\n改革\n' });
  const paths = [at('texts')];
  const error = await run({ paths, out: at('out'), workers: 0, ...settings }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const { text, exitCode } = reportError(error, 'en');
  return { lines: text.split('\n').map((line) => line.replaceAll(`${folder.path}/`, '')), exitCode };
}

test('all lists and tables that are not there are told at once', async () => {
  const { lines, exitCode } = await told({
    terms: ['builtin', at('no-terms.csv'), at('terms.csv')],
    stop_words: [at('texts')],
    user_words: [at('no-words.txt')],
  });
  expect(lines).toEqual([
    expect.stringMatching(/^cewen: no-terms\.csv: /),
    expect.stringMatching(/^cewen: texts: /),
    expect.stringMatching(/^cewen: no-words\.txt: /),
  ]);
  expect(exitCode).toBe(4);
});

test('so are missing texts beside them', async () => {
  const { lines, exitCode } = await told({ paths: [at('texts'), at('nowhere')], terms: [at('no-terms.csv')] });
  expect(lines).toEqual([expect.stringContaining('nowhere'), expect.stringContaining('no-terms.csv')]);
  expect(exitCode).toBe(3);
});

test('missing metadata is told first, with the exit code of an input', async () => {
  const { lines, exitCode } = await told({ metadata: at('no.csv'), terms: [at('no-terms.csv')] });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('no.csv');
  expect(exitCode).toBe(3);
});

test('one alone is told as before', async () => {
  const { lines, exitCode } = await told({ terms: [at('no-terms.csv')] });
  expect(lines).toEqual([expect.stringContaining('no-terms.csv')]);
  expect(exitCode).toBe(4);
});
