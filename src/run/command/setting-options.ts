import { Option } from 'commander';
import type { SettingKey } from '../setting-keys.ts';
import { type Language, say } from '../wording/wording.ts';
import { optionName } from './options.ts';

/** Other names of options, by the path of the setting. */
const shortNames: Readonly<Record<string, string>> = {
  out: '-o',
  terms: '-t',
  'cooccurrence.measures': '--measures',
  'cooccurrence.max_pairs': '--max-pairs',
};

/** The options of one setting; a switch has a form for each of its positions. */
export function settingOptions(key: SettingKey, language: Language): Option[] {
  const name = optionName(key);
  const text = (prefix = '') => say(language, `option/${prefix}${key.path.join('.')}`);
  if (key.kind === 'switch') {
    // Help shows the position that is not the default, with a text of its own.
    const off = new Option(name.replace(/^--/, '--no-'), key.default === true ? text('no-') : '');
    const on = new Option(name, text());
    return key.default === true ? [on.hideHelp(), off] : [on, off.hideHelp()];
  }
  // A folder of the configuration file can be left alone.
  const off = key.path[0] === 'cache' ? [new Option('--no-cache', text('no-'))] : [];
  const help = `${text()}${defaultOf(key, language)}`;
  const place = { text: '<value>', list: '<list>', number: '<n>', numbers: '<list>', 'number or word': '<n>' }[
    key.kind
  ];
  const short = shortNames[key.path.join('.')];
  const option = new Option(`${short === undefined ? '' : `${short}, `}${name} ${place}`, help);
  if (key.kind === 'list' || key.kind === 'numbers') option.argParser(collect);
  return [option, ...off];
}

/** `--lang`, which every command has. */
export function languageOption(language: Language): Option {
  return new Option('--lang <en|zh>', say(language, 'option/lang'));
}

/** All values of an option that may be repeated. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** The values of these settings' options, by the path of the setting. */
export function givenOptions(
  keys: readonly SettingKey[],
  values: Readonly<Record<string, unknown>>,
  language: Language,
): Map<string, string | readonly string[] | boolean> {
  const options = new Map<string, string | readonly string[] | boolean>();
  for (const key of keys) {
    const value = values[settingOptions(key, language)[0]!.attributeName()];
    if (value !== undefined) options.set(key.path.join('.'), value as string | string[] | boolean);
  }
  return options;
}

function defaultOf(key: SettingKey, language: Language): string {
  const value = Array.isArray(key.default) ? key.default.join(',') : key.default;
  if (value === null || value === '') return '';
  return say(language, 'help/default', { value: String(value) });
}
