import { describedFields } from '../../model/description.ts';
import type { DescribedDocument, RawDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import { CsvWriter } from '../../write/csv.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { FileDigest } from '../../write/file-writer.ts';
import type { OutputFolder } from '../../write/folder.ts';
import { textPaths } from '../../write/text-file.ts';
import type { Settings } from '../settings.ts';
import { type TableName, tableNames } from '../table-names.ts';
import { CountPlan } from '../tables/count-plan.ts';
import { DocumentIndex } from './document-index.ts';
import { blockRows, breakRows, mentionRows, occurrenceRows } from './document-rows.ts';
import {
  blocksSchema,
  breaksSchema,
  documentsSchema,
  mentionsSchema,
  messagesSchema,
  occurrencesSchema,
  termListSchema,
} from './document-schemas.ts';
import { MessageRows } from './message-rows.ts';
import { Places } from './places.ts';

/** What is known of a document that could not be processed. */
export interface FailedDocument extends Pick<RawDocument, 'id' | 'meta' | 'format'> {
  readonly file: FileDigest | undefined;
}

/** The files of a result while a run writes them: rows come document by document, in their order. */
export class ResultTables {
  readonly messages: MessageRows;
  readonly #folder: OutputFolder;
  readonly #settings: Settings;
  readonly #terms: readonly Term[];
  readonly #metadata: readonly string[];
  readonly #counts: CountPlan;
  readonly #tables = new Map<string, { writer: CsvWriter; schema: TableSchema }>();
  readonly #texts: DescribedFile[] = [];
  readonly #textPaths: ReadonlyMap<string, string>;

  constructor(
    folder: OutputFolder,
    settings: Settings,
    terms: readonly Term[],
    { documents, metadata }: { readonly documents: readonly string[]; readonly metadata: readonly string[] },
    counts: CountPlan,
  ) {
    this.#textPaths = textPaths(documents);
    this.#folder = folder;
    this.#settings = settings;
    this.#terms = terms;
    this.#metadata = metadata.filter((name) => !(describedFields as readonly string[]).includes(name));
    this.#counts = counts;
    const schemas: Partial<Record<TableName, TableSchema>> = {
      documents: documentsSchema(this.#metadata),
      blocks: blocksSchema,
      occurrences: occurrencesSchema,
      mentions: mentionsSchema,
      breaks: breaksSchema,
      messages: messagesSchema,
      ...CountPlan.schemas(settings),
    };
    for (const name of tableNames) {
      const schema = schemas[name];
      if (settings.tables.includes(name) && schema !== undefined) this.#open(schema);
    }
    this.#open(termListSchema);
    for (const { term, category, variants, notIn, note } of terms) {
      this.#row('term_list', [term, category, variants.join('|'), notIn.join('|'), note]);
    }
    this.messages = new MessageRows((cells) => this.#row('messages', cells));
  }

  /** The rows and the text of one document. */
  add(document: DescribedDocument): void {
    const places = new Places(document);
    const index = new DocumentIndex(document);
    const rowsOf = (name: TableName) => (cells: readonly Cell[]) => this.#row(name, cells);
    for (const message of document.messages) this.messages.add(message, document.id, places);
    const counts = this.#counts.add(document, (name, cells) => this.#row(name, cells));
    const counted = document.blocks.filter((block) => block.kind !== 'furniture');
    this.#row('documents', [
      document.id,
      ...describedFields.map((name) => document.meta[name] ?? document.description[name] ?? null),
      ...this.#metadata.map((name) => document.meta[name] ?? null),
      document.format,
      document.encoding,
      document.bytes,
      document.sha256,
      places.pages(document.raw.length),
      // One block a line: the line breaks between them are not of the text.
      places.text.toCodePoints(document.text.length) - Math.max(0, counted.length - 1),
      document.blocks.length,
      document.sentences.start.length,
      counts.tokens,
      counts.types,
      counts.termOccurrences,
      document.messages.some(tellsOfLoss) ? 'partial' : 'ok',
    ]);
    if (this.#has('blocks')) blockRows(document, places, rowsOf('blocks'));
    if (this.#has('occurrences')) {
      occurrenceRows(document, this.#terms, places, index, this.#settings, rowsOf('occurrences'));
    }
    if (this.#has('mentions')) mentionRows(document, places, index, rowsOf('mentions'));
    if (this.#has('breaks')) breakRows(document, places, rowsOf('breaks'));
    this.#text(document);
  }

  /** The row of a document that could not be processed, and why. */
  addFailed(document: FailedDocument, message: Message): void {
    this.messages.add(message, document.id);
    this.#row('documents', [
      document.id,
      ...describedFields.map((name) => document.meta[name] ?? null),
      ...this.#metadata.map((name) => document.meta[name] ?? null),
      document.format,
      null,
      document.file?.bytes ?? null,
      document.file?.sha256 ?? null,
      ...new Array<null>(7).fill(null),
      'failed',
    ]);
  }

  /** Writes the totals and closes every file. Tables come first, then texts in document order. */
  finish(): DescribedFile[] {
    this.#counts.finish((name, cells) => this.#row(name, cells));
    for (const { schema, rows } of this.#counts.matrices()) {
      this.#open(schema);
      for (const row of rows) this.#row(schema.name, row);
    }
    for (const message of this.#counts.messages) this.messages.add(message, '');
    this.messages.finish();
    const tables = [...this.#tables].map(([name, { writer, schema }]) => {
      return { path: `${name}.csv`, schema, ...writer.close() };
    });
    return [...tables, ...this.#texts];
  }

  #has(name: TableName): boolean {
    return this.#tables.has(name);
  }

  #open(schema: TableSchema): void {
    const file = this.#folder.file(`${schema.name}.csv`);
    this.#tables.set(schema.name, { schema, writer: new CsvWriter(file, schema, this.#settings.excel) });
  }

  #row(name: string, cells: readonly Cell[]): void {
    this.#tables.get(name)?.writer.row(cells);
  }

  #text(document: DescribedDocument): void {
    const path = this.#textPaths.get(document.id)!;
    if (path !== `text/${document.id}.txt`) {
      this.messages.add({ severity: 'info', rule: 'run/shortened-name', values: { path } }, document.id);
    }
    this.#texts.push({ path, ...this.#folder.whole(path, `${document.text}\n`) });
  }
}

/** Messages about pages whose text, or part of it, is not in the result. */
const lossyRules = new Set([
  'ingest/no-text-layer',
  'ingest/unreadable-page',
  'ingest/incomplete-page',
  'ingest/unmapped-characters',
]);

function tellsOfLoss({ severity, rule }: Message): boolean {
  return severity === 'error' || lossyRules.has(rule);
}
