import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/run/command/config-file.ts';
import { SettingsError } from '../../../src/run/command/fault.ts';
import { configTemplate } from '../../../src/run/command/init.ts';
import { optionName, resolveSettings } from '../../../src/run/command/options.ts';
import { settingKeys } from '../../../src/run/setting-keys.ts';
import { defaultSettings } from '../../../src/run/settings.ts';

/** The faults of a configuration and options, as `place rule setting`. */
function faults(yaml: string, options: Record<string, string | string[] | boolean> = {}): string[] {
  try {
    resolveSettings(parseConfig(yaml, 'c.yaml'), new Map(Object.entries(options)));
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.faults.map(({ place, rule, values }) => `${place} ${rule} ${values.setting ?? ''}`.trim());
    }
    throw error;
  }
  return [];
}

test('a configuration file written by init means the defaults, and names every setting', () => {
  const config = parseConfig(configTemplate(), 'c.yaml');
  expect(resolveSettings(config, new Map())).toEqual(defaultSettings());
  for (const { path } of settingKeys) expect(config.place(path), path.join('.')).not.toBe('c.yaml');
});

test('the command line outvotes the file, the file outvotes the defaults', () => {
  const config = parseConfig('context: 5\nexcel: true\ncooccurrence:\n  window: 7\n', 'c.yaml');
  const settings = resolveSettings(
    config,
    new Map<string, string | string[] | boolean>([
      ['context', '9'],
      ['tables', ['terms,words', 'documents']],
      ['widths', false],
      ['ngrams.lengths', ['2,4']],
      ['terms', ['a,b.csv']],
    ]),
  );
  expect(settings).toMatchObject({
    context: 9,
    excel: true,
    widths: false,
    punctuation: true,
    tables: ['documents', 'terms', 'words'],
    cooccurrence: { window: 7, count: 'presence' },
    ngrams: { lengths: [2, 4], min_frequency: 2 },
    // A path may hold a comma.
    terms: ['a,b.csv'],
  });
});

test('one value stands for a list of one', () => {
  const config = parseConfig('terms: my.csv\ntables: terms\nngrams: { lengths: 4 }\n', 'c.yaml');
  expect(resolveSettings(config, new Map())).toMatchObject({
    terms: ['my.csv'],
    tables: ['terms'],
    ngrams: { lengths: [4] },
  });
});

test('every fault is told at once, each at its place', () => {
  const yaml = [
    'contxt: 20',
    'variant: twpp',
    'excel: maybe',
    'cooccurrence:',
    '  windw: 3',
    '  window: 1',
    '  units: [sentence, page]',
    'tables:',
    '  - terms',
    '  - termz',
    'nothing_like_it: 1',
  ].join('\n');
  expect(faults(yaml, { context: 'ten', workers: 'four' })).toEqual([
    'c.yaml:1:1 usage/misspelt-setting contxt',
    'c.yaml:2:1 usage/misspelt-value variant',
    'c.yaml:3:1 usage/not-a-switch excel',
    'c.yaml:5:3 usage/misspelt-setting cooccurrence.windw',
    'c.yaml:6:3 usage/too-small cooccurrence.window',
    'c.yaml:7:21 usage/not-one-of cooccurrence.units.1',
    'c.yaml:10:5 usage/misspelt-value tables.1',
    'c.yaml:11:1 usage/unknown-setting nothing_like_it',
    '--context usage/not-a-number context',
    '--workers usage/not-workers workers',
  ]);
});

test('broken YAML is told with its line', () => {
  expect(faults('context: 20\nexcel: true: false\n')[0]).toMatch(/^c\.yaml:2:\d+ usage\/config-syntax$/);
  expect(faults('context: &a 20\nwindow: *b\n')[0]).toMatch(/^c\.yaml:2:\d+ usage\/config-syntax$/);
  expect(faults('- a list\n')).toEqual(['c.yaml:1:1 usage/config-not-a-map']);
});

test('a key that is not the kind of thing expected is no crash', () => {
  expect(faults('cooccurrence: 5\ntables: { a: 1 }\npaths: 3\n? [a]\n: 1\n').length).toBeGreaterThan(2);
  expect(faults('')).toEqual([]);
});

test('options are named after the keys', () => {
  expect(settingKeys.map(optionName)).toEqual(
    expect.arrayContaining(['--count-kinds', '--cooccurrence-min-joint', '--ngrams-lengths', '--stem-latin']),
  );
});
