import { bonus } from '../engine/lattice-engine.ts';
import { markPlaces } from '../engine/number-places.ts';
import { addedWords } from '../lexicon/added-words.ts';
import type { Dictionary } from '../lexicon/dictionary.ts';
import { engineWords } from '../lexicon/engine-words.ts';
import { BoundaryLogits, rows as modelRows, rowsOfOffset } from './boundary-logits.ts';
import { type BoundaryModel, weightScale } from './boundary-model.ts';
import type { BoundaryExamples } from './train-boundaries.ts';
import { WordLattice } from './word-lattice.ts';

/** The examples of sentences, each given as its words; `base` is a model that is to be corrected. */
export function boundaryExamples(
  sentences: readonly (readonly string[])[],
  builtin: Dictionary,
  base?: BoundaryModel,
): BoundaryExamples {
  const { dictionary, listed } = engineWords(builtin, [], addedWords, bonus);
  const scores = dictionary.weights.map((weight) => weight + bonus);
  const lattice = new WordLattice({ trie: dictionary.trie, rank: dictionary.rank, scores }, listed);
  const weights = base?.weights ?? new Int8Array(modelRows);
  const logits = new BoundaryLogits(weights);
  const most = sentences.reduce((sum, words) => words.reduce((units, word) => units + word.length, sum), 0);
  const rows = new Int32Array(most * rowsOfOffset);
  const labels = new Uint8Array(most);
  const prior = new Float64Array(most);
  let count = 0;
  for (const words of sentences) {
    const text = words.join('');
    const record = new Int32Array(text.length * rowsOfOffset);
    lattice.reserve(text.length);
    markPlaces(text, lattice.places);
    lattice.build(text);
    logits.ask(text, lattice, record);
    let word = 0;
    let boundary = words[0]!.length;
    for (let i = 1; i < text.length; i++) {
      const isBoundary = i === boundary;
      if (isBoundary) boundary += words[++word]!.length;
      const own = record.subarray(i * rowsOfOffset, (i + 1) * rowsOfOffset);
      if (own[0] === -1) continue;
      rows.set(own, count * rowsOfOffset);
      labels[count] = Number(isBoundary);
      prior[count] = own.reduce((sum, row) => sum + weights[row]!, 0) / weightScale;
      count++;
    }
  }
  return {
    rows: rows.subarray(0, count * rowsOfOffset),
    labels: labels.subarray(0, count),
    prior: prior.subarray(0, count),
  };
}
