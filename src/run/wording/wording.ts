import { english } from './wording-en.ts';
import { chinese } from './wording-zh.ts';

/** Language of messages, help and reports. */
export type Language = 'en' | 'zh';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english, zh: chinese };

/**
 * The text of a rule, an error code or a phrase of the command line, with `{places}` filled. A part in square brackets is
 * left out where one of its places has no value or an empty one; `{count|line|lines}` is the form that goes with a number.
 */
export function say(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = texts[language][key];
  // A rule without wording is told as it is: a message must never be lost.
  if (text === undefined) return `${key} ${JSON.stringify(values)}`;
  return text
    .replace(/\[([^[\]]*)\]/g, (all, part: string) => optional(all, part, values))
    .replace(/\{(\w+)\|([^{}|]*)\|([^{}|]*)\}/g, (_, name: string, one: string, more: string) =>
      String(values[name]) === '1' ? one : more,
    )
    .replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

function optional(all: string, part: string, values: Readonly<Record<string, string | number>>): string {
  const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  if (names.length === 0) return all;
  return names.every((name) => (values[name] ?? '') !== '') ? part : '';
}

/** The language of messages: what was asked for, or the environment's. */
export function languageOf(
  asked: string | null | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'en' || asked === 'zh') return asked;
  // POSIX: LC_ALL outvotes LC_MESSAGES, which outvotes LANG; an empty one counts as unset.
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
