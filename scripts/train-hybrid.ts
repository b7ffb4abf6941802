/**
 * Trains the model of engine `hybrid`: lexicon/hybrid.bin.br from treebanks in CoNLL-U. The same files give the same bytes.
 * Use: npm run hybrid -- FOLDER [--held-out]; FOLDER has the files of UD GSDSimp (dev, test), HK, CFL and PUD.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { segmentationScore } from '../src/measure/segmentation.ts';
import { loadLexicon } from '../src/run/resource/load-lexicon.ts';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { boundaryModelBytes } from '../src/run/train/boundary-model-bytes.ts';
import { scoreTrained } from '../src/run/train/cross-validate.ts';
import { boundaryExamples } from '../src/segment/hybrid/boundary-examples.ts';
import { granularities } from '../src/segment/hybrid/hybrid-engine.ts';
import { trainBoundaries } from '../src/segment/hybrid/train-boundaries.ts';
import { decodeDictionary } from '../src/segment/lexicon/dictionary-file.ts';
import { readTreebank, type TreebankSentence, toSimplified } from './treebank.ts';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run hybrid -- FOLDER');
const dictionary = decodeDictionary(loadLexicon());
const read = (name: string) => readTreebank(join(folder, `zh_${name}.conllu`));
const wordsOf = (sentences: readonly TreebankSentence[]) =>
  sentences.map(({ words }) => words.map(({ form }) => form.replace(/\s+/g, '')));
const dev = wordsOf(read('gsdsimp-ud-dev'));
const test = wordsOf(read('gsdsimp-ud-test'));
const [hk, cfl, pud] = ['hk-ud-test', 'cfl-ud-test', 'pud-ud-test'].map((name) =>
  wordsOf(toSimplified(read(name))),
) as [string[][], string[][], string[][]];

/** The other treebanks cut some words otherwise, so those that were edited in Simplified characters weigh more. */
const trained = (own: readonly string[][], others: readonly string[][]) =>
  trainBoundaries(boundaryExamples([...own, ...own, ...own, ...others], dictionary));

if (mode === '--held-out') {
  for (const [name, model, held] of [
    ['UD GSDSimp dev', trained(test, [...hk, ...cfl, ...pud]), dev],
    ['UD GSDSimp test', trained(dev, [...hk, ...cfl, ...pud]), test],
    ['PUD', trained([...dev, ...test], [...hk, ...cfl]), pud],
    ['HK', trained([...dev, ...test], [...cfl, ...pud]), hk],
    ['CFL', trained([...dev, ...test], [...hk, ...pud]), cfl],
  ] as const) {
    for (const granularity of granularities) {
      const { f1, conflictsPer1000, crossed } = segmentationScore(scoreTrained(model, held, dictionary, granularity));
      const shown = [f1, conflictsPer1000, crossed].map((value) => value.toFixed(2)).join(' / ');
      console.log(`${name}, trained without it, ${granularity}: ${shown}`);
    }
  }
} else {
  const bytes = boundaryModelBytes(trained([...dev, ...test], [...hk, ...cfl, ...pud]));
  writeFileSync(join(findPackageRoot().folder, 'lexicon', 'hybrid.bin.br'), bytes);
  console.log(`lexicon/hybrid.bin.br: ${bytes.length} bytes`);
}
