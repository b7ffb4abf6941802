import { resolve } from 'node:path';
import { builtin, none, type Settings } from '../settings.ts';

/** Settings with absolute paths; relative ones are under `folder`, without it under the one that the program runs in. */
export function absoluteSettings(settings: Settings, folder = ''): Settings {
  const place = (path: string) => (path === builtin || path === none ? path : resolve(folder, path));
  return {
    ...settings,
    paths: settings.paths.map(place),
    out: place(settings.out),
    cache: settings.cache === null ? null : place(settings.cache),
    metadata: settings.metadata === null ? null : place(settings.metadata),
    terms: settings.terms.map(place),
    stop_words: settings.stop_words.map(place),
    user_words: settings.user_words.map(place),
    rules: settings.rules.map(place),
    grades: settings.grades.map(place),
    reference_list: settings.reference_list === null ? null : place(settings.reference_list),
    model: settings.model === null ? null : place(settings.model),
  };
}
