import type { ReferenceList } from '../../compare/reference.ts';
import type { ByteStore } from '../../count/byte-store.ts';
import type { WordSettings } from '../../count/listed-form.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import type { CodingLists } from '../resource/coding-lists.ts';
import type { Settings } from '../settings.ts';
import type { TableName } from '../table-names.ts';
import type { PartOfTotal } from './held-total.ts';
import type { SharedTotals } from './shared-totals.ts';

/** Writes a row of a table; a row of a table that is not asked for is dropped. */
export type Emit = (table: TableName, cells: readonly Cell[]) => void;

/** A table with its rows. */
export interface WholeTable {
  readonly schema: TableSchema;
  readonly rows: Iterable<readonly Cell[]>;
}

/** Tables that are made from one count of the documents. */
export interface TableFamily {
  /** The part of the time that it takes. */
  readonly name: string;
  /** What there is to tell about the corpus, once it is finished. */
  readonly messages: readonly Message[];
  /** All that it keeps of the documents, so that several threads or machines can count some each. */
  readonly held: readonly PartOfTotal[];
  /** Counts a document, and may give rows of it. */
  add(document: DescribedDocument, emit: Emit): void;
  /** Gives the rows of the whole corpus, of which all is held now, in the order of its documents. */
  finish(emit: Emit): void;
  /** Tables whose columns are known only once all is counted; asked for after `finish`. */
  matrices?(): readonly WholeTable[];
}

/** What families are made from. */
export interface FamilyInput {
  readonly settings: Settings;
  readonly terms: readonly Term[];
  readonly stopWords: ReadonlySet<string>;
  readonly coding: CodingLists;
  /** Frequencies of another corpus, where they are given. */
  readonly reference: ReferenceList | undefined;
  /** Which words are counted as words: those of the settings without the stop words. */
  readonly words: WordSettings;
  /** The same with stop words: tables of words hold them too, and say which they are. */
  readonly allWords: WordSettings;
  /** Totals that several families read; they are counted once, before the families. */
  readonly totals: SharedTotals;
  /** Keeps what there is of each document and is read again one document at a time. */
  readonly store: ByteStore;
}

/** A family before it is known whether anything of it is asked for. */
export interface FamilyKind {
  readonly schemas: Partial<Record<TableName, TableSchema>>;
  /** The schemas of these settings, where columns depend on them. */
  schemasOf?(settings: Settings): Partial<Record<TableName, TableSchema>>;
  /** Whether the settings give what the tables need, beside asking for one: groups need a column. */
  isPossible?(settings: Settings): boolean;
  create(input: FamilyInput): TableFamily;
}
