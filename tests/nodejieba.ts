import { createRequire } from 'node:module';

/** The package itself, to compare with. */
export interface Nodejieba {
  readonly DEFAULT_DICT: string;
  cut(text: string, hmm: boolean): string[];
  cutSmall(text: string, longest: number): string[];
  tag(text: string): { word: string; tag: string }[];
}

/** nodejieba, undefined where it could not be installed: tests of it are skipped then. */
export const nodejieba: Nodejieba | undefined = (() => {
  const require = createRequire(import.meta.url);
  try {
    require('nodejieba/build/Release/nodejieba.node');
    return require('nodejieba') as Nodejieba;
  } catch {
    return undefined;
  }
})();
