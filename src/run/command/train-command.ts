import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SegmentationCounts, segmentationScore } from '../../measure/segmentation.ts';
import { CorpusError } from '../../model/errors.ts';
import { boundaryExamples } from '../../segment/hybrid/boundary-examples.ts';
import { rows } from '../../segment/hybrid/boundary-logits.ts';
import { type BoundaryModel, boundaryModel } from '../../segment/hybrid/boundary-model.ts';
import { granularities } from '../../segment/hybrid/hybrid-engine.ts';
import { trainBoundaries } from '../../segment/hybrid/train-boundaries.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { decodedBoundaryModel, loadBoundaryModel } from '../resource/load-boundary-model.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { readGivenStream } from '../resource/read-given-file.ts';
import { readGold } from '../score/read-gold.ts';
import { none } from '../settings.ts';
import { boundaryModelBytes } from '../train/boundary-model-bytes.ts';
import { crossValidate } from '../train/cross-validate.ts';
import { type Language, say } from '../wording/wording.ts';
import { printable } from './printable.ts';
import { grouped, textTable } from './text-table.ts';
import type { TrainRequest } from './train-arguments.ts';

/** `cewen train`: writes the model and gives what to print. Throws CorpusError. */
export function trainCommand({ golds, out, base, encoding }: TrainRequest, language: Language): string {
  checkPlace(out);
  const files = [...new Set(golds)];
  const given = encoding === 'auto' ? undefined : encoding;
  const sentences = files.flatMap((file) =>
    readGold(readGivenStream(file, 'gold'), file, given).sentences.map(({ words }) => words),
  );
  const dictionary = decodeDictionary(loadLexicon());
  const from = base === none ? noModel() : loadBoundaryModel(base ?? null);
  const validated = granularities.map((granularity) => ({
    granularity,
    ...crossValidate(sentences, dictionary, from, granularity),
  }));
  const bytes = boundaryModelBytes(trainBoundaries(boundaryExamples(sentences, dictionary, from), from));
  writeAtomically(out, bytes);

  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) => say(language, key, values);
  const head = ['granularity', 'model', 'f1', 'oov', 'conflicts', 'crossed'].map((name) =>
    tell(name === 'granularity' || name === 'model' ? `train/${name}` : `score/${name}`),
  );
  const table = validated.flatMap(({ granularity, before, after }) => [
    [granularity, tell('train/before'), ...cells(before)],
    [granularity, tell('train/after'), ...cells(after)],
  ]);
  const count = grouped(sentences.length);
  const words = grouped(sentences.reduce((sum, sentence) => sum + sentence.length, 0));
  return [
    tell('train/read', { count, words }),
    textTable([head, ...table], 2),
    tell('train/written', { file: printable(out), bytes: grouped(bytes.length) }),
    '',
  ].join('\n\n');
}

function cells(counts: SegmentationCounts): string[] {
  const { f1, oovRecall, conflictsPer1000, crossed } = segmentationScore(counts);
  const fixed = (value: number, decimals: number) => (Number.isNaN(value) ? '–' : value.toFixed(decimals));
  return [fixed(f1, 1), fixed(oovRecall, 1), fixed(conflictsPer1000, 2), fixed(crossed, 2)];
}

function noModel(): BoundaryModel {
  return boundaryModel(new Int8Array(rows));
}

/** Only an earlier model is replaced. */
function checkPlace(path: string): void {
  if (!existsSync(dirname(path))) throw new CorpusError('output/no-parent', path, { reason: 'ENOENT' });
  if (!existsSync(path)) return;
  if (!statSync(path).isFile()) throw new CorpusError('output/not-a-file', path);
  if (decodedBoundaryModel(readFileSync(path)) === undefined) throw new CorpusError('output/not-a-model', path);
}
