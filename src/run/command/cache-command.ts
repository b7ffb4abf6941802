import { codeDigest } from '../cache/code-digest.ts';
import { pruneCache } from '../cache/prune-cache.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { type Language, say } from '../wording/wording.ts';
import type { CacheRequest } from './cache-arguments.ts';

const day = 24 * 3600 * 1000;

/** `cewen cache prune`: tidies a cache and says what is left. */
export function cacheCommand({ folder, days }: CacheRequest, language: Language): string {
  const pruned = pruneCache(folder, codeDigest(loadLexicon()), Date.now() - days * day);
  const { removed, removedBytes, kept, keptBytes } = pruned;
  const values = { removed, removedMegabytes: megabytes(removedBytes), kept, keptMegabytes: megabytes(keptBytes) };
  return `${say(language, 'cache/pruned', values)}\n`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
