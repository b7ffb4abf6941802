/**
 * Trains the tagger of contexts: lexicon/tagger.bin.br from treebanks in CoNLL-U. An averaged perceptron over the words as the
 * treebanks cut them and as the engine does; the same files give the same bytes.
 * Use: npm run tagger -- FOLDER [--held-out | --cross-validate]; FOLDER has the files of UD GSDSimp (dev, test), HK, CFL and PUD.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { createEngine } from '../src/run/resource/create-engine.ts';
import { loadLexicon } from '../src/run/resource/load-lexicon.ts';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { accuracyOf, shownAccuracy } from './tagger/accuracy.ts';
import { examplesOf } from './tagger/examples.ts';
import { trainTagger } from './tagger/perceptron.ts';
import { readTreebank, type TreebankSentence, toSimplified } from './treebank.ts';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run tagger -- FOLDER');
const engine = createEngine({ engine: 'lattice', lexicon: loadLexicon() });
const read = (name: string) => readTreebank(join(folder, `zh_${name}.conllu`));
const dev = read('gsdsimp-ud-dev');
const test = read('gsdsimp-ud-test');
const others = ['hk-ud-test', 'cfl-ud-test', 'pud-ud-test'].flatMap((name) => toSimplified(read(name)));

/** The other treebanks tag some words otherwise (也 is ADV there, SCONJ here), so these weigh more. */
const weighted = (own: readonly TreebankSentence[]) => [...own, ...own, ...own, ...others];

const evaluate = (name: string, training: readonly TreebankSentence[], held: readonly TreebankSentence[]) => {
  const weights = trainTagger(training.flatMap((sentence) => examplesOf(sentence, engine)));
  console.log(`\n${name}\n${shownAccuracy(accuracyOf({ weights }, held, engine))}`);
};

if (mode === '--held-out') evaluate('UD GSDSimp dev, trained without it', weighted(test), dev);
else if (mode === '--cross-validate') {
  evaluate('UD GSDSimp dev, trained without it', weighted(test), dev);
  const all = [...dev, ...test];
  const folds = 5;
  for (let fold = 0; fold < folds; fold++) {
    const held = all.filter((_, i) => i % folds === fold);
    evaluate(`fold ${fold + 1} of GSDSimp`, weighted(all.filter((_, i) => i % folds !== fold)), held);
  }
} else {
  const weights = trainTagger(weighted([...dev, ...test]).flatMap((sentence) => examplesOf(sentence, engine)));
  const bytes = brotliCompressSync(new Uint8Array(weights.buffer), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });
  writeFileSync(join(findPackageRoot().folder, 'lexicon', 'tagger.bin.br'), bytes);
  console.log(`lexicon/tagger.bin.br: ${weights.length} bytes, ${bytes.length} compressed`);
}
