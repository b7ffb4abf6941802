import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../src/run/command/command-line.ts';
import { askedLanguage } from '../../../src/run/command/command-words.ts';
import { SettingsError } from '../../../src/run/command/fault.ts';
import { loadSettings } from '../../../src/run/command/run-settings.ts';
import { settingKeys } from '../../../src/run/setting-keys.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();

/** The settings that a command line gives. */
function settings(...argv: string[]) {
  const request = readCommandLine(argv, 'en', '0');
  if (request.command !== 'run') throw new Error(`${request.command} is no run`);
  return loadSettings(request.paths, request.config, request.options, request.faults).settings;
}

/** All its faults, as `rule value…`. */
function faults(...argv: string[]): string[] {
  try {
    const request = readCommandLine(argv, 'en', '0');
    if (request.command === 'run' || request.command === 'audit')
      loadSettings(request.paths, request.config, request.options, request.faults);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.faults.map(({ rule, place, values }) => {
      const { option, found } = values;
      return [rule.replace('usage/', ''), place, option ?? found]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
    });
  }
  return [];
}

describe('the faults of a command line', () => {
  test('are told all at once', () => {
    const argv = ['run', 'texts', '--lang', 'fr', '--encoding', 'utf9', '--widow', '5', '-x', '--context', 'many'];
    expect(faults(...argv, '--excel=yes', '--tables', '', '--terms', '--variant')).toEqual([
      'unknown-option --widow',
      'unknown-option -x',
      'no-value --excel',
      'missing-value --terms',
      'missing-value --variant',
      'unknown-encoding --encoding utf9',
      'empty-value --tables',
      'not-a-number --context many',
      'not-one-of --lang fr',
    ]);
  });

  test.each([
    [['-x'], ['unknown-option -x']],
    [['run'], ['no-paths']],
    [['run', ''], ['empty-value']],
    [['run', 'a', '--out', ''], ['empty-value --out']],
    [['run', 'a', '--out'], ['missing-value --out']],
    [['run', 'a', '--out', '--excel'], ['missing-value --out']],
    [['run', 'a', '--encoding', ''], ['empty-value --encoding']],
    [['run', 'a', '-out', 'x'], ['misspelt-option -out']],
    [['run', 'a', '--formats', ','], ['empty-value --formats']],
    [['run', 'a', '--context', '1e3'], ['not-a-number --context 1e3']],
    [['run', 'a', '--context', '-1'], ['too-small --context -1']],
    [
      ['--lang', 'fr', 'run', 'a', '--otu', 'x'],
      ['misspelt-option --otu', 'not-one-of --lang fr'],
    ],
    [
      ['--lang=fr', 'rn', 'a'],
      ['misspelt-command', 'not-one-of --lang fr'],
    ],
    [
      ['init', '--lang', 'fr', '--force'],
      ['unknown-option --force', 'not-one-of --lang fr'],
    ],
    [
      ['verify', 'a', '--inptu', 'x', '--lang', ''],
      ['misspelt-option --inptu', 'too-many-arguments', 'not-one-of --lang'],
    ],
    [
      ['explain', 'a', '--encoding', 'utf9', '--lang', 'fr'],
      ['unknown-encoding --encoding utf9', 'not-one-of --lang fr'],
    ],
    [['explain', 'a', 'b', '-1'], ['unknown-option -1']],
    [
      ['explain', 'a', 'b', 'x', '--jsn'],
      ['misspelt-option --jsn', 'bad-offset x'],
    ],
    [['help', 'rnu'], []],
    [
      ['score', 'a', '--engine', 'jieba,latice', '--out', '.csv', '--encoding', 'utf9', '--lang', 'fr', '-x'],
      [
        'unknown-option -x',
        'misspelt-value --engine latice',
        'not-a-csv-name --out .csv',
        'unknown-encoding --encoding utf9',
        'not-one-of --lang fr',
      ],
    ],
    [['audit'], ['no-paths']],
    [
      ['audit', 'a', '--out', '', '--engine', 'x', '--context', '3', '--lang', 'fr'],
      ['unknown-option --context', 'empty-value', 'not-one-of --engine x', 'not-one-of --lang fr'],
    ],
  ])('%j', (argv, expected) => {
    expect(faults(...argv)).toEqual(expected);
  });
});

describe('a command line', () => {
  test('may repeat an option: the last value counts, files and lists add up', () => {
    const given = settings(
      'run',
      'a',
      'b',
      '-o',
      'x',
      '--out',
      'y',
      '-t',
      'p',
      '-tq',
      '--tables',
      'terms',
      '--tables=words',
    );
    expect(given).toMatchObject({ paths: ['a', 'b'], out: 'y', terms: ['p', 'q'], tables: ['terms', 'words'] });
    expect(settings('run', 'a', '--no-widths', '--widths').widths).toBe(true);
    expect(settings('run', 'a', '--widths', '--no-widths').widths).toBe(false);
  });

  test('takes what comes after -- for paths, and a value with a dash where it stands with =', () => {
    expect(settings('run', '--out=--excel', '--', '--odd', '-x')).toMatchObject({
      out: '--excel',
      paths: ['--odd', '-x'],
    });
  });

  test('has the last word on the language, over the configuration file', () => {
    writeFiles(folder.path, { 'c.yaml': 'lang: zh\npaths: texts\n' });
    const config = join(folder.path, 'c.yaml');
    expect(settings('run', '-c', config).lang).toBe('zh');
    expect(settings('run', '-c', config, '--lang', 'en').lang).toBe('en');
    expect(settings('--lang', 'en', 'run', '-c', config).lang).toBe('en');
    expect(askedLanguage(['run', '--lang', 'en', '--lang=zh', '--', '--lang', 'fr'])).toBe('zh');
  });

  test('shows every option in help, and at a --no- what that does', () => {
    for (const language of ['en', 'zh'] as const) {
      const request = readCommandLine(['run', '--help', '--lang', 'fr'], language, '0');
      if (request.command !== 'text') throw new Error('no help');
      const help = request.text.replace(/\s+/g, ' ');
      for (const { path, kind, default: usual } of settingKeys) {
        if (path[0] === 'paths') continue;
        const no = kind === 'switch' && usual === true ? 'no-' : '';
        expect(help).toContain(` --${no}${path.join('-').replaceAll('_', '-')} `);
      }
      expect(help).toContain(
        language === 'en' ? '--no-widths keep full-width letters and digits' : '--no-widths 保留全角字母数字原样',
      );
      expect(help).toContain(
        language === 'en' ? '--no-punctuation keep punctuation marks' : '--no-punctuation 保留标点原样',
      );
    }
  });
});
