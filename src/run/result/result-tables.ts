import { describedFields } from '../../model/description.ts';
import type { RawDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import { CsvWriter } from '../../write/csv.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { FileDigest } from '../../write/file-writer.ts';
import type { OutputFolder } from '../../write/folder.ts';
import { textPaths } from '../../write/text-file.ts';
import { DocumentFiles, formatPaths, wantedFormats } from '../formats/document-files.ts';
import { ReportViews, reportViews } from '../report/report-views.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import type { Settings } from '../settings.ts';
import type { CountPlan } from '../tables/count-plan.ts';
import { termListSchema } from './document-schemas.ts';
import { MessageRows } from './message-rows.ts';
import type { RenderedDocument } from './rendered-document.ts';
import { ownMetadata, tableSchemas } from './table-schemas.ts';

/** What is known of a document that could not be processed. */
export interface FailedDocument extends Pick<RawDocument, 'id' | 'meta' | 'format'> {
  readonly file: FileDigest | undefined;
}

/** The files of a result while a run writes them: rows come document by document, in their order. */
export class ResultTables {
  readonly messages: MessageRows;
  /** Of all documents so far. */
  readonly sums = { tokens: 0, termOccurrences: 0 };
  /** Documents for the report. */
  readonly views = new ReportViews();
  readonly #folder: OutputFolder;
  readonly #settings: Settings;
  readonly #metadata: readonly string[];
  readonly #counts: CountPlan;
  readonly #tables = new Map<string, { writer: CsvWriter; schema: TableSchema }>();
  readonly #texts: DescribedFile[] = [];
  readonly #textPaths: ReadonlyMap<string, string>;
  readonly #formatPaths: readonly ReadonlyMap<string, string>[];
  readonly #documentFiles: DocumentFiles;

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
    this.#metadata = ownMetadata(metadata);
    this.#counts = counts;
    const formats = wantedFormats(settings.formats);
    this.#formatPaths = formatPaths(formats, documents);
    const { version } = findPackageRoot();
    const context = {
      terms,
      metadata: this.#metadata,
      countKinds: settings.count_kinds,
      excel: settings.excel,
      version,
    };
    this.#documentFiles = new DocumentFiles(folder, formats, this.#formatPaths, context);
    for (const schema of tableSchemas(settings, metadata)) this.#open(schema);
    this.#open(termListSchema);
    for (const { term, category, variants, notIn, note } of terms) {
      this.#row('term_list', [term, category, variants.join('|'), notIn.join('|'), note]);
    }
    this.messages = new MessageRows((cells) => this.#row('messages', cells));
  }

  /** Paths of a document's files in the formats of documents. */
  formsOf(document: string): string[] {
    return this.#formatPaths.map((paths) => paths.get(document)!);
  }

  /** The rows and the texts of one document, whose counts come with the totals. */
  add({ id, messages, rows, text, forms, tokens, termOccurrences }: RenderedDocument): void {
    for (const message of messages) this.messages.addLocated(message, id);
    for (const [name, bytes] of rows) {
      if (name === reportViews) this.views.add(bytes);
      else if (bytes.length > 0) this.#tables.get(name)!.writer.append(bytes);
    }
    this.sums.tokens += tokens;
    this.sums.termOccurrences += termOccurrences;
    this.#text(id, text);
    this.#documentFiles.add(id, forms);
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

  /**
   * Writes the totals and closes every file. Tables come first, then texts in document order. `tell` gets the closed tables and
   * gives messages about them, before the table of messages is closed.
   */
  finish(tell: (closed: readonly DescribedFile[]) => readonly Message[] = () => []): DescribedFile[] {
    this.#counts.finish((name, cells) => this.#row(name, cells));
    for (const { schema, rows } of this.#counts.matrices()) {
      this.#open(schema);
      for (const row of rows) this.#row(schema.name, row);
    }
    for (const message of this.#counts.messages) this.messages.add(message, '');
    const closed = new Map<string, DescribedFile>();
    for (const name of this.#tables.keys()) if (name !== 'messages') closed.set(name, this.#close(name));
    for (const message of tell([...closed.values()])) this.messages.add(message, '');
    this.messages.finish();
    const tables = [...this.#tables.keys()].map((name) => closed.get(name) ?? this.#close(name));
    return [...tables, ...this.#texts, ...this.#documentFiles.finish()];
  }

  #close(name: string): DescribedFile {
    const { writer, schema } = this.#tables.get(name)!;
    return { path: `${name}.csv`, schema, ...writer.close() };
  }

  #open(schema: TableSchema): void {
    const file = this.#folder.file(`${schema.name}.csv`);
    this.#tables.set(schema.name, { schema, writer: new CsvWriter(file, schema, this.#settings.excel) });
  }

  #row(name: string, cells: readonly Cell[]): void {
    this.#tables.get(name)?.writer.row(cells);
  }

  #text(document: string, text: Uint8Array): void {
    const path = this.#textPaths.get(document)!;
    if (path !== `text/${document}.txt`) {
      this.messages.add({ severity: 'info', rule: 'run/shortened-name', values: { path } }, document);
    }
    this.#texts.push({ path, ...this.#folder.whole(path, text) });
  }
}
