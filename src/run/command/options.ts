import type { z } from 'zod';
import { type SettingKey, settingKeys } from '../setting-keys.ts';
import { type Settings, type SettingsInput, settingsSchema } from '../settings.ts';
import type { ConfigFile } from './config-file.ts';
import { encodingFault } from './encoding-fault.ts';
import { type Fault, SettingsError } from './fault.ts';
import { nearMatch } from './near-match.ts';

/** Values given on the command line, by the path of the setting joined with dots: strings as typed, or switches. */
export type GivenOptions = ReadonlyMap<string, string | readonly string[] | boolean>;

/** The long option of a setting: `cooccurrence.min_joint` is `--cooccurrence-min-joint`. */
export function optionName(key: SettingKey): string {
  return `--${key.path.join('-').replaceAll('_', '-')}`;
}

/**
 * The settings of a run: defaults, then the configuration file, then the command line. Throws one `SettingsError` with
 * every fault of both.
 */
export function resolveSettings(config: ConfigFile | undefined, options: GivenOptions): Settings {
  const faults: Fault[] = [...(config?.faults ?? [])];
  const input = structuredClone(config?.values ?? {});
  const fromOptions = new Set<string>();
  for (const key of settingKeys) {
    const name = key.path.join('.');
    const given = options.get(name);
    if (given !== undefined) {
      fromOptions.add(name);
      put(input, key.path, readOption(key, given));
    } else {
      listOfOne(input, key);
    }
  }
  const result = settingsSchema.safeParse(input);
  if (result.success && faults.length === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part));
    const name = path.filter((part) => typeof part === 'string').join('.');
    const key = settingKeys.find((key) => key.path.join('.') === name);
    const option = key !== undefined && fromOptions.has(name);
    // Paths are arguments: no option stands before them.
    const place = option ? (name === 'paths' ? '' : optionName(key)) : (config?.place(path) ?? '');
    faults.push(...faultsOf(issue, path, place, config, input));
  }
  throw new SettingsError(inOrder(faults));
}

/** Settings that a program gives, with the defaults filled in. Throws one `SettingsError` with every fault. */
export function checkSettings(input: SettingsInput): Settings {
  const values = input as Record<string, unknown>;
  return resolveSettings({ path: '', values, faults: [], place: (key) => key.join('.') }, new Map());
}

/** Faults of the file by line and column, then those of the options. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const rank = ({ place }: Fault) => {
    const [, line, column] = /:(\d+):(\d+)$/.exec(place) ?? [];
    return line === undefined ? Number.POSITIVE_INFINITY : Number(line) * 1e6 + Number(column);
  };
  return [...faults].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** A typed value as the schema expects it; what cannot be read stays as it is, for the schema to refuse. */
function readOption(key: SettingKey, given: string | readonly string[] | boolean): unknown {
  if (typeof given === 'boolean') return given;
  const parts = (typeof given === 'string' ? [given] : given).flatMap((part) => part.split(','));
  const words = parts.map((part) => part.trim()).filter((part) => part !== '');
  const last = typeof given === 'string' ? given : (given.at(-1) ?? '');
  switch (key.kind) {
    // Paths may hold commas; they are repeated instead.
    case 'list':
      return isPath(key) ? given : words.length === 0 ? '' : words;
    case 'numbers':
      return words.length === 0 ? '' : words.map(readNumber);
    case 'number':
    case 'number or word':
      return readNumber(last);
    case 'switch':
      return last === 'true' ? true : last === 'false' ? false : last;
    default:
      return last;
  }
}

function isPath(key: SettingKey): boolean {
  return ['paths', 'terms', 'stop_words', 'user_words', 'rules', 'grades'].includes(key.path[0] as string);
}

function readNumber(word: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
}

/** `terms: my.csv` is short for `terms: [my.csv]`. */
function listOfOne(input: Record<string, unknown>, key: SettingKey): void {
  if (key.kind !== 'list' && key.kind !== 'numbers') return;
  let holder: unknown = input;
  for (const part of key.path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[part];
  const last = key.path.at(-1) as string;
  if (holder === null || typeof holder !== 'object') return;
  const value = (holder as Record<string, unknown>)[last];
  if (typeof value === 'string' || typeof value === 'number') (holder as Record<string, unknown>)[last] = [value];
}

function put(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let holder = input;
  for (const part of path.slice(0, -1)) {
    const next = holder[part];
    if (next === null || typeof next !== 'object') holder[part] = {};
    holder = holder[part] as Record<string, unknown>;
  }
  holder[path.at(-1) as string] = value;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  path: (string | number)[],
  place: string,
  config: ConfigFile | undefined,
  input: unknown,
): Fault[] {
  const setting = path.join('.');
  let found: unknown = input;
  for (const part of path) found = (found as Record<string | number, unknown> | undefined)?.[part];
  const values = { setting, found: show(found) };
  if (setting === 'memory') return [{ rule: 'usage/not-a-size', place, values }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const depth = path.length;
        const known = [
          ...new Set(settingKeys.filter((k) => startsWith(k.path, path)).map((k) => k.path[depth] as string)),
        ];
        const near = nearMatch(key, known);
        const at = config?.place([...path, key]) ?? place;
        const name = [...path, key].join('.');
        return near === undefined
          ? { rule: 'usage/unknown-setting', place: at, values: { setting: name } }
          : { rule: 'usage/misspelt-setting', place: at, values: { setting: name, near } };
      });
    case 'invalid_value': {
      const expected = issue.values.map(String);
      const near = nearMatch(String(found), expected);
      const list = { ...values, expected: expected.join(', ') };
      return [
        near === undefined
          ? { rule: 'usage/not-one-of', place, values: list }
          : { rule: 'usage/misspelt-value', place, values: { ...list, near } },
      ];
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ rule: 'usage/empty-value', place, values }];
      return [{ rule: 'usage/too-small', place, values: { ...values, expected: Number(issue.minimum) } }];
    case 'too_big':
      return [{ rule: 'usage/too-large', place, values: { ...values, expected: Number(issue.maximum) } }];
    case 'invalid_type':
      if (found === '') return [{ rule: 'usage/empty-value', place, values }];
      if (setting === 'document_seconds') return [{ rule: 'usage/not-a-decimal', place, values }];
      return [{ rule: notOfType[issue.expected] ?? 'usage/not-text', place, values }];
    case 'invalid_union':
      return [{ rule: 'usage/not-workers', place, values }];
    default:
      return [encodingFault(values.found, place) ?? { rule: 'usage/bad-value', place, values }];
  }
}

const notOfType: Readonly<Record<string, string>> = {
  number: 'usage/not-a-number',
  int: 'usage/not-a-number',
  boolean: 'usage/not-a-switch',
  array: 'usage/not-a-list',
  object: 'usage/not-a-group',
};

function startsWith(path: readonly string[], start: readonly (string | number)[]): boolean {
  return start.every((part, i) => path[i] === part);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
