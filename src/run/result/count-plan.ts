import type { ComparedItems } from '../../compare/keywords.ts';
import { byGroupSchema, comparisonSchema, trendsSchema } from '../../compare/tables.ts';
import { cooccurrenceSchema } from '../../cooccur/tables.ts';
import { createTermCooccurrence, termPairRows } from '../../cooccur/term-cooccurrence.ts';
import { createWordCooccurrence, wordPairRows } from '../../cooccur/word-cooccurrence.ts';
import { type DocumentCounts, documentCounts } from '../../count/document-counts.ts';
import type { WordSettings } from '../../count/listed-form.ts';
import { createNgrams, ngramRows } from '../../count/ngrams.ts';
import {
  ngramsSchema,
  termsByDocumentSchema,
  termsSchema,
  wordsByDocumentSchema,
  wordsSchema,
} from '../../count/tables.ts';
import { createTermFrequency, termRows, termsByDocumentRows } from '../../count/term-frequency.ts';
import { createWordFrequency, wordRows, wordsByDocumentRows } from '../../count/word-frequency.ts';
import type { DescribedDocument, TaggedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Aggregate } from '../../model/stage.ts';
import type { Cell } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import type { Settings, TableName } from '../settings.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { GroupTables, groupTableNames } from './group-tables.ts';
import type { RunResult } from './run-result.ts';

type Emit = (table: TableName, cells: readonly Cell[]) => void;

/** A total that grows with each document, and the rows that it becomes. */
interface Counter {
  readonly name: string;
  add(document: TaggedDocument): void;
  rows(): Iterable<readonly Cell[]>;
  readonly table: TableName;
}

const shownAtTheEnd = 10;

/** All counting of a run: which totals are kept follows from the tables that are asked for. */
export class CountPlan {
  static readonly schemas = {
    terms: termsSchema,
    terms_by_document: termsByDocumentSchema,
    words: wordsSchema,
    words_by_document: wordsByDocumentSchema,
    cooccurrence: cooccurrenceSchema,
    ngrams: ngramsSchema,
    comparison: comparisonSchema,
    by_group: byGroupSchema,
    trends: trendsSchema,
  } as const;
  /** What was counted of all documents so far. */
  readonly sums = { tokens: 0, termOccurrences: 0 };
  readonly topTerms: RunResult['topTerms'][number][] = [];
  readonly topPairs: (RunResult['topPairs'][number] & { unit: string })[] = [];
  readonly messages: Message[] = [];
  readonly #settings: Settings;
  readonly #terms: readonly Term[];
  readonly #words: WordSettings;
  readonly #termsOfDocument: ReturnType<typeof createTermFrequency>;
  readonly #wordsOfDocument: ReturnType<typeof createWordFrequency>;
  readonly #counters: readonly Counter[];
  readonly #groups: GroupTables | undefined;
  /** What groups are compared by. */
  readonly #compared: () => readonly ComparedItems[];
  readonly #watch: Stopwatch;

  constructor(settings: Settings, terms: readonly Term[], stopWords: ReadonlySet<string>, watch: Stopwatch) {
    this.#settings = settings;
    this.#terms = terms;
    this.#watch = watch;
    this.#words = {
      countKinds: settings.count_kinds,
      stopWords,
      tags: settings.tags,
      minLength: settings.min_length,
      stemLatin: settings.stem_latin,
    };
    // Tables of words hold stop words too, and say which they are; n-grams and pairs leave them out.
    const allWords = { ...this.#words, stopWords: new Set<string>() };
    this.#termsOfDocument = createTermFrequency(terms, this.#words);
    this.#wordsOfDocument = createWordFrequency(allWords);
    const termCounts = createTermFrequency(terms, this.#words);
    const wordCounts = createWordFrequency(allWords);
    const termTotal = termCounts.empty();
    const wordTotal = wordCounts.empty();
    const wanted: Counter[] = [
      counter('terms', 'count', termCounts, (total) => termRows(total, terms), termTotal),
      counter('words', 'count', wordCounts, (total) => wordRows(total, 1, stopWords), wordTotal),
      counter('ngrams', 'ngrams', createNgrams({ ...this.#words, lengths: settings.ngrams.lengths }), (total) =>
        ngramRows(total, settings.ngrams.min_frequency),
      ),
      this.#cooccurrence(),
    ];
    const isGrouped = settings.by !== null && groupTableNames.some((name) => settings.tables.includes(name));
    this.#groups = isGrouped ? new GroupTables(settings.by!, settings) : undefined;
    // Groups are compared by both, whether or not they have tables of their own.
    const counted = (table: TableName) => isGrouped && (table === 'terms' || table === 'words');
    this.#counters = wanted.filter(({ table }) => settings.tables.includes(table) || counted(table));
    this.#compared = () => [
      {
        unit: 'term',
        forms: terms.map(({ term }) => term),
        labels: terms.map(({ category }) => category),
        postings: termTotal.postings,
      },
      {
        unit: 'word',
        forms: wordTotal.vocabulary.forms,
        labels: wordTotal.vocabulary.tags,
        postings: wordTotal.postings,
      },
    ];
  }

  /** Counts one document, and gives the rows of the tables that have rows for each document. */
  add(document: DescribedDocument, emit: Emit): DocumentCounts {
    this.#groups?.add(document);
    for (const counter of this.#counters) this.#watch.time(counter.name, () => counter.add(document));
    return this.#watch.time('count', () => {
      if (this.#settings.tables.includes('terms_by_document')) {
        for (const row of termsByDocumentRows(document, this.#terms, this.#termsOfDocument))
          emit('terms_by_document', row);
      }
      if (this.#settings.tables.includes('words_by_document')) {
        for (const row of wordsByDocumentRows(document, this.#wordsOfDocument)) emit('words_by_document', row);
      }
      const counts = documentCounts(document, this.#settings.count_kinds);
      this.sums.tokens += counts.tokens;
      this.sums.termOccurrences += counts.termOccurrences;
      return counts;
    });
  }

  /** The rows of the totals. */
  finish(emit: Emit): void {
    for (const { table, name, rows } of this.#counters) {
      if (!this.#settings.tables.includes(table)) continue;
      this.#watch.time(name, () => {
        for (const row of rows()) {
          if (table === 'terms') this.#noteTerm(row);
          if (table === 'cooccurrence') this.#notePair(row);
          emit(table, row);
        }
      });
    }
    if (this.#groups === undefined) return;
    this.#watch.time('compare', () => this.#groups!.finish(this.#compared(), emit));
    this.messages.push(...this.#groups.messages);
  }

  #cooccurrence(): Counter {
    const {
      of,
      units,
      window,
      count,
      min_joint: minJoint,
      min_frequency: minFrequency,
      max_words: maxWords,
      max_pairs: maxPairs,
    } = this.#settings.cooccurrence;
    const settings = { ...this.#words, units, window, count, minJoint, minFrequency, maxWords, maxPairs };
    const pairsLeftOut = (unit: string, left: number) => {
      const values = { count: left, unit, written: maxPairs };
      this.messages.push({ severity: 'info', rule: 'cooccur/pairs-left-out', values });
    };
    if (of === 'terms') {
      const pairs = createTermCooccurrence(this.#terms, settings);
      return counter('cooccurrence', 'cooccur', pairs, (total) =>
        termPairRows(total, this.#terms, settings, pairsLeftOut),
      );
    }
    return counter('cooccurrence', 'cooccur', createWordCooccurrence(settings), (total) => {
      const { rows, leftOut } = wordPairRows(total, settings, pairsLeftOut);
      const values = { count: leftOut, paired: maxWords };
      if (leftOut > 0) this.messages.push({ severity: 'warning', rule: 'cooccur/words-left-out', values });
      return rows;
    });
  }

  #noteTerm([term, , frequency, , documents]: readonly Cell[]): void {
    if (this.topTerms.length >= shownAtTheEnd || frequency === 0) return;
    this.topTerms.push({ term: String(term), frequency: Number(frequency), documents: Number(documents) });
  }

  #notePair([a, b, unit, joint]: readonly Cell[]): void {
    if (this.topPairs.length >= shownAtTheEnd || (this.topPairs[0]?.unit ?? unit) !== unit) return;
    this.topPairs.push({ a: String(a), b: String(b), unit: String(unit), joint: Number(joint) });
  }
}

function counter<Total>(
  table: TableName,
  name: string,
  aggregate: Aggregate<TaggedDocument, Total>,
  rows: (total: Total) => Iterable<readonly Cell[]>,
  total = aggregate.empty(),
): Counter {
  return { table, name, add: (document) => aggregate.add(total, document), rows: () => rows(total) };
}
