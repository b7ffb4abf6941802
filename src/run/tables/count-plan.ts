import { type ByteStore, memoryStore } from '../../count/byte-store.ts';
import { type DocumentCounts, documentCounts } from '../../count/document-counts.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { RunResult } from '../result/run-result.ts';
import type { Settings } from '../settings.ts';
import type { Stopwatch } from '../stopwatch.ts';
import type { TableName } from '../table-names.ts';
import { citationTables } from './citation-tables.ts';
import { cooccurrenceTables } from './cooccurrence-tables.ts';
import { dispersionTables } from './dispersion-tables.ts';
import { frequencyTables } from './frequency-tables.ts';
import { groupTables } from './group-tables.ts';
import { heldByDocument, type PartOfTotal } from './held-total.ts';
import { ngramTables } from './ngram-tables.ts';
import { reuseTables } from './reuse-tables.ts';
import { ruleTables } from './rule-tables.ts';
import { scoreTables } from './score-tables.ts';
import { SharedTotals } from './shared-totals.ts';
import { similarityTables } from './similarity-tables.ts';
import type { Emit, FamilyInput, FamilyKind, TableFamily, WholeTable } from './table-family.ts';

/** Every kind of tables that come from counting, in the order in which they are counted. */
const kinds: readonly FamilyKind[] = [
  frequencyTables,
  dispersionTables,
  ngramTables,
  cooccurrenceTables,
  groupTables,
  similarityTables,
  ruleTables,
  scoreTables,
  citationTables,
  reuseTables,
];

/** The lists that counting needs. */
export type CountedLists = Pick<FamilyInput, 'terms' | 'stopWords' | 'coding' | 'reference'>;

/** What some documents contribute to the tables of counts; plain data. The elements are those of a plan of the same settings. */
export interface PartialTotal {
  readonly counts: readonly unknown[];
  /** What is held of each document. */
  readonly documents: readonly unknown[];
}

const shownAtTheEnd = 10;

/** All counting of a run: which totals are kept follows from the tables that are asked for. */
export class CountPlan {
  readonly topTerms: RunResult['topTerms'][number][] = [];
  readonly topPairs: (RunResult['topPairs'][number] & { unit: string })[] = [];
  readonly messages: Message[] = [];
  readonly #settings: Settings;
  readonly #totals: SharedTotals;
  readonly #families: readonly TableFamily[];
  /** The place in the corpus of each document that was counted. */
  readonly #places = heldByDocument<number>();
  readonly #counted: readonly PartOfTotal[];
  readonly #byDocument: readonly PartOfTotal[];
  readonly #watch: Stopwatch;

  /** What there is of each document and comes from elsewhere is put into `store`. */
  constructor(
    settings: Settings,
    { terms, stopWords, coding, reference }: CountedLists,
    watch: Stopwatch,
    store: ByteStore = memoryStore(),
  ) {
    this.#settings = settings;
    this.#watch = watch;
    const words = {
      countKinds: settings.count_kinds,
      stopWords,
      tags: settings.tags,
      minLength: settings.min_length,
      stemLatin: settings.stem_latin,
    };
    const allWords = { ...words, stopWords: new Set<string>() };
    this.#totals = new SharedTotals(terms, allWords, store);
    const input = { settings, terms, stopWords, coding, reference, words, allWords, totals: this.#totals, store };
    this.#families = kinds.filter((kind) => isWanted(kind, settings)).map((kind) => kind.create(input));
    const held = [this.#places, ...this.#totals.held, ...this.#families.flatMap((family) => family.held)];
    this.#counted = held.filter((total) => !total.isByDocument);
    this.#byDocument = held.filter((total) => total.isByDocument);
  }

  /** The tables of counts that a run of these settings writes. */
  static schemas(settings: Settings): Partial<Record<TableName, TableSchema>> {
    const wanted = kinds.filter((kind) => isWanted(kind, settings));
    return Object.assign({}, ...wanted.map((kind) => kind.schemasOf?.(settings) ?? kind.schemas));
  }

  /**
   * Counts one document, the one at that place in the corpus, and gives the rows of the tables that have rows for each
   * document. Documents may come in any order.
   */
  add(document: DescribedDocument, place: number, emit: Emit): DocumentCounts {
    this.#places.value.push(place);
    this.#watch.time('count', () => this.#totals.add(document));
    for (const family of this.#families) this.#watch.time(family.name, () => family.add(document, emit));
    return this.#watch.time('count', () => documentCounts(document, this.#settings.count_kinds));
  }

  /** What was counted so far; counting begins anew. */
  take(): PartialTotal {
    const take = (held: readonly PartOfTotal[]) => held.map((total) => total.take());
    return { counts: take(this.#counted), documents: take(this.#byDocument) };
  }

  /** Puts in what a plan of the same settings gave elsewhere. Throws CorpusError where it becomes more than the settings allow. */
  merge(part: PartialTotal): void {
    this.#watch.time('merge', () => {
      for (const [i, total] of this.#counted.entries()) total.merge(part.counts[i]);
      for (const [i, total] of this.#byDocument.entries()) total.merge(part.documents[i]);
    });
  }

  /** The rows of the totals. */
  finish(emit: Emit): void {
    this.#orderDocuments();
    const emitNoted: Emit = (table, row) => {
      if (table === 'terms') this.#noteTerm(row);
      else if (table === 'cooccurrence') this.#notePair(row);
      emit(table, row);
    };
    for (const family of this.#families) {
      this.#watch.time(family.name, () => family.finish(emitNoted));
      this.messages.push(...family.messages);
    }
  }

  /** Tables whose columns follow from the counts, once all is finished. */
  matrices(): WholeTable[] {
    return this.#families.flatMap((family) => family.matrices?.() ?? []);
  }

  /** Sums of fractions depend on the order of their parts in the last digit. */
  #orderDocuments(): void {
    const places = this.#places.value;
    if (places.every((place, i) => i === 0 || places[i - 1]! < place)) return;
    const order = Uint32Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
    for (const total of [...this.#counted, ...this.#byDocument]) total.inOrder(order);
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

function isWanted({ schemas, isPossible }: FamilyKind, settings: Settings): boolean {
  return (isPossible?.(settings) ?? true) && settings.tables.some((name) => name in schemas);
}
