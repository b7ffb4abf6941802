import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../src/model/engine.ts';
import { createEngine, engineNames } from '../src/run/create-engine.ts';
import { loadLexicon } from '../src/run/load-lexicon.ts';
import { countSentence, noCounts, readGold, scoreOf } from './segmentation-score.ts';

const usage = `Scores a segmenter against gold texts (words parted by spaces, or CoNLL-U).

  npm run score -- FILE... [--vocabulary FILE] [--engine lattice|jieba|nodejieba]

f1 is in percent of words; xblk counts the stretches per 1,000 gold words that both cut and not one inside the other;
termX is the share of gold words of two or more Han characters that are crossed; oov is the share found of the gold words
that the vocabulary, a text like the gold ones, lacks (without it, that the segmenter gives no tag of its own).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { vocabulary: { type: 'string' }, engine: { type: 'string', default: 'lattice' }, help: { type: 'boolean' } },
});
const name = engineNames.find((name) => name === values.engine);
if (values.help || positionals.length === 0 || name === undefined) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const engine = createEngine({ engine: name, lexicon: loadLexicon(), listed: [] });
const vocabulary = values.vocabulary && new Set(readGold(readFileSync(values.vocabulary, 'utf8')).flat());
const known = (word: string) => (vocabulary ? vocabulary.has(word) : engine.tag(engine.id(word)) !== 'x');

console.log(`${engine.name} ${engine.version}`);
console.log(['file', 'gold words', 'words', 'f1', 'xblk', 'termX', 'oov'].join('\t'));
for (const file of positionals) {
  const counts = noCounts();
  for (const gold of readGold(readFileSync(file, 'utf8'))) {
    countSentence(counts, gold, cut(engine, gold.join('')), known);
  }
  const { f1, xblk, termX, oovRecall } = scoreOf(counts);
  const row = [f1.toFixed(1), xblk.toFixed(2), termX.toFixed(2), oovRecall.toFixed(0)];
  console.log([basename(file), counts.gold, counts.predicted, ...row].join('\t'));
}

function cut(engine: Engine, text: string): string[] {
  const { length, end } = engine.cut(text);
  return Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
}
