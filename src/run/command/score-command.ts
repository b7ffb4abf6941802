import {
  mergeSegmentation,
  noSegmentation,
  type SegmentationCounts,
  segmentationScore,
} from '../../measure/segmentation.ts';
import { significant } from '../../measure/significant.ts';
import type { Engine } from '../../model/engine.ts';
import type { Cell } from '../../model/table.ts';
import { wordAt } from '../../segment/lexicon/dictionary.ts';
import { decodeDictionary } from '../../segment/lexicon/dictionary-file.ts';
import { withPolicyTokens } from '../../segment/policy/policy-tokens.ts';
import { createEngine } from '../resource/create-engine.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { readGivenStream } from '../resource/read-given-file.ts';
import { MessageRows } from '../result/message-rows.ts';
import { Places } from '../result/places.ts';
import { type GoldText, readGold, readVocabulary } from '../score/read-gold.ts';
import { byCount, type Confusion, type Confusions, scoreEngine } from '../score/score-engine.ts';
import { confusionSchema, scoreSchema } from '../score/score-schemas.ts';
import { defaultSettings } from '../settings.ts';
import { type Language, say } from '../wording/wording.ts';
import { messageLines } from './message-lines.ts';
import { printable } from './printable.ts';
import { rowRecords } from './row-records.ts';
import { partsOf, type ScoredEngine, type ScoreRequest } from './score-arguments.ts';
import { grouped, textTable } from './text-table.ts';
import { checkReport, writeReports } from './write-report.ts';

// More of the commonest confusions are in the file.
const shown = 10;

interface Scored {
  readonly name: string;
  readonly version: string;
  /** One element a gold text. */
  readonly counts: readonly SegmentationCounts[];
  readonly confusions: readonly Confusion[];
}

/** `cewen score`: what to print, and the warnings about the files. Throws CorpusError. */
export function scoreCommand(request: ScoreRequest, language: Language): { text: string; warnings: string[] } {
  const { engines, vocabulary, out, excel } = request;
  const encoding = request.encoding === 'auto' ? undefined : request.encoding;
  if (out !== undefined) {
    checkReport(out, scoreSchema);
    checkReport(confusionsBeside(out), confusionSchema);
  }
  const files = [...new Set(request.golds)];
  const golds = files.map((file) => readGold(readGivenStream(file, 'gold'), file, encoding));
  const isKnown = vocabulary === undefined ? knownToDictionary() : knownTo(vocabulary, encoding);
  const scored = engines.map((name): Scored => {
    const engine = engineNamed(name, request);
    const confusions: Confusions = new Map();
    const counts = files.map((file, i) => scoreEngine(engine, file, golds[i]!.sentences, isKnown, confusions));
    return { name, version: engine.version, counts, confusions: byCount(confusions) };
  });
  const rows = scoreRows(files, golds, scored);
  const confusions = scored.flatMap((engine) => confusionRows(engine));
  if (out !== undefined) {
    const beside = confusionsBeside(out);
    writeReports(
      [
        { path: out, schema: scoreSchema, rows },
        { path: beside, schema: confusionSchema, rows: confusions },
      ],
      excel,
    );
  }
  const text = request.json
    ? `${JSON.stringify({ scores: rowRecords(scoreSchema, rows), confusions: rowRecords(confusionSchema, confusions) }, null, 2)}\n`
    : scoreText(files, golds, scored, request, language);
  return { text, warnings: warningsOf(files, golds, language) };
}

/** The file of confusions that goes with a file of scores. */
export function confusionsBeside(out: string): string {
  return out.replace(/\.csv$/i, '-confusions$&');
}

function engineNamed(name: ScoredEngine, { granularity, model }: ScoreRequest): Engine {
  const { engine: plain, hasPolicyTokens } = partsOf(name);
  const engine = createEngine({
    engine: plain,
    lexicon: loadLexicon(),
    granularity: granularity ?? 'standard',
    model: model ?? null,
  });
  return hasPolicyTokens ? withPolicyTokens(engine, { units: 'apart' }) : engine;
}

function knownTo(path: string, encoding: string | undefined): (word: string) => boolean {
  const words = readVocabulary(readGivenStream(path, 'list'), path, encoding);
  return (word) => words.has(word);
}

/** Whether the built-in dictionary has a word; numbers, marks and Latin words are no matter of a dictionary. */
function knownToDictionary(): (word: string) => boolean {
  const dictionary = decodeDictionary(loadLexicon());
  return (word) => wordAt(dictionary, word) >= 0 || !/\p{Script=Han}/u.test(word);
}

function scoreRows(files: readonly string[], golds: readonly GoldText[], scored: readonly Scored[]): Cell[][] {
  return files.flatMap((file, i) =>
    scored.map(({ name, version, counts }) => {
      const all = counts[i]!;
      const score = segmentationScore(all);
      return [
        file,
        name,
        version,
        golds[i]!.sentences.length,
        all.goldWords,
        all.predictedWords,
        all.sameWords,
        significant(score.precision),
        significant(score.recall),
        significant(score.f1),
        all.unknown,
        significant(score.oovRecall),
        all.conflicts,
        significant(score.conflictsPer1000),
        all.split,
        all.merged,
        all.terms,
        all.crossedTerms,
        significant(score.crossed),
      ];
    }),
  );
}

function confusionRows({ name, confusions }: Scored): Cell[][] {
  return confusions.map(({ kind, gold, predicted, count, file, line }) => [
    name,
    kind,
    gold,
    predicted,
    count,
    file,
    line,
  ]);
}

function scoreText(
  files: readonly string[],
  golds: readonly GoldText[],
  scored: readonly Scored[],
  { out, vocabulary }: ScoreRequest,
  language: Language,
): string {
  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) => say(language, key, values);
  const row = (file: string, sentences: number, name: string, counts: SegmentationCounts) => {
    const score = segmentationScore(counts);
    const shares = [score.precision, score.recall, score.f1, score.oovRecall].map((share) => fixed(share, 1));
    const harm = [score.conflictsPer1000, score.crossed].map((share) => fixed(share, 2));
    const numbers = [sentences, counts.goldWords, counts.predictedWords].map(grouped);
    return [printable(file), name, ...numbers, ...shares, ...harm];
  };
  const names = ['file', 'engine', 'sentences', 'gold', 'words', 'precision', 'recall', 'f1', 'oov', 'conflicts'];
  const head = [...names, 'crossed'].map((name) => tell(`score/${name}`));
  const rows = files.flatMap((file, i) =>
    scored.map(({ name, counts }) => row(file, golds[i]!.sentences.length, name, counts[i]!)),
  );
  if (files.length > 1) {
    const sentences = golds.reduce((sum, gold) => sum + gold.sentences.length, 0);
    for (const { name, counts } of scored) {
      const sum = noSegmentation();
      for (const one of counts) mergeSegmentation(sum, one);
      rows.push(row(tell('score/all'), sentences, name, sum));
    }
  }
  const parts = [
    textTable([head, ...rows], 2),
    tell('score/meaning', { vocabulary: vocabulary ?? tell('score/dictionary') }),
  ];
  for (const { name, confusions } of scored) {
    if (confusions.length === 0) continue;
    const examples = confusions
      .slice(0, shown)
      .map(({ gold, predicted, count, file, line }) => [
        gold,
        predicted,
        grouped(count),
        `${tell('score/first')}${file}:${line}`,
      ]);
    const title = [tell('score/confusions', { engine: name }), tell('score/predicted'), tell('score/count'), ''];
    const table = textTable([title, ...examples.map((cells) => cells.map(printable))], 2, 3);
    const file = out === undefined ? '' : confusionsBeside(out);
    const count = confusions.length - examples.length;
    parts.push(count > 0 ? `${table}\n${tell('score/more', { count: grouped(count), file })}` : table);
  }
  if (out !== undefined) parts.push(tell('score/files', { files: `${out} ${confusionsBeside(out)}` }));
  return `${parts.join('\n\n')}\n`;
}

function fixed(value: number, decimals: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(decimals);
}

function warningsOf(files: readonly string[], golds: readonly GoldText[], language: Language): string[] {
  const rows = new MessageRows(() => {});
  golds.forEach(({ text, messages }, i) => {
    const places = new Places({ raw: text, text });
    for (const message of messages) rows.add(message, files[i]!, places);
  });
  const told = { notices: rows.notices, messages: rows.byRule(), out: '', files: [] };
  return messageLines(told, defaultSettings(), language);
}
