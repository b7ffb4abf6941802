import { codeDigest } from '../cache/code-digest.ts';
import { openCacheFolder } from '../cache/document-cache.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import type { Resources } from '../resource/resources.ts';
import type { Settings } from '../settings.ts';
import type { WorkInput } from './process-batch.ts';

/** What documents are made of in a run of these settings. */
export function workInput(
  settings: Settings,
  { terms, userWords, stopWords, coding }: Resources,
  metadata: readonly string[],
): WorkInput {
  const lexicon = loadLexicon();
  const { rules, grades } = coding;
  const input = { settings, terms, userWords, lexicon, stopWords, rules, grades, metadata };
  if (settings.cache === null) return input;
  openCacheFolder(settings.cache);
  return { ...input, cache: { folder: settings.cache, code: codeDigest(lexicon) } };
}
