import { describedFields } from '../../model/description.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Cell } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import { ByteBuffer } from '../../write/byte-buffer.ts';
import { CsvRows } from '../../write/csv.ts';
import { SpareRooms } from '../../write/spare-rooms.ts';
import { documentTexts, wantedFormats } from '../formats/document-files.ts';
import type { DocumentFormat, FormatContext } from '../formats/document-format.ts';
import { reportView, reportViews } from '../report/report-views.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import type { Settings } from '../settings.ts';
import type { Stopwatch } from '../stopwatch.ts';
import type { TableName } from '../table-names.ts';
import type { CountPlan } from '../tables/count-plan.ts';
import { DocumentIndex } from './document-index.ts';
import { blockRows, breakRows, mentionRows, occurrenceRows } from './document-rows.ts';
import { locate } from './message-rows.ts';
import { nameRows } from './name-rows.ts';
import { Places } from './places.ts';
import type { DocumentHead, SentColumn, SentDocuments } from './rendered-document.ts';
import { ownMetadata, tableSchemas } from './table-schemas.ts';
import { tokenRows } from './token-rows.ts';

/** Where a document stands in the corpus and in the result. */
export interface DocumentPlace {
  /** Number of the document in the corpus, from 0. */
  readonly place: number;
  /** Path of its file in each of the formats of documents. */
  readonly forms: readonly string[];
}

/** Counts documents and puts their rows and texts into bytes, wherever the documents are made. */
export class DocumentRenderer {
  /** Rooms of earlier documents, for the rows of the next ones. */
  readonly rooms = new SpareRooms();
  readonly #settings: Settings;
  readonly #terms: readonly Term[];
  readonly #metadata: readonly string[];
  readonly #counts: CountPlan;
  readonly #watch: Stopwatch;
  readonly #formats: readonly DocumentFormat[];
  readonly #context: FormatContext;
  readonly #tables = new Map<string, { readonly rows: CsvRows; readonly column: GrowingBytes }>();
  readonly #text = new GrowingBytes(this.rooms);
  readonly #view = new GrowingBytes(this.rooms);
  readonly #forms: readonly GrowingBytes[];
  #heads: DocumentHead[] = [];

  /** `metadata` are the columns of the corpus. */
  constructor(
    { settings, terms, metadata }: { settings: Settings; terms: readonly Term[]; metadata: readonly string[] },
    counts: CountPlan,
    watch: Stopwatch,
  ) {
    this.#settings = settings;
    this.#terms = terms;
    this.#metadata = ownMetadata(metadata);
    this.#counts = counts;
    this.#watch = watch;
    this.#formats = wantedFormats(settings.formats);
    const { version } = findPackageRoot();
    this.#context = {
      terms,
      metadata: this.#metadata,
      countKinds: settings.count_kinds,
      excel: settings.excel,
      version,
    };
    this.#forms = this.#formats.map(() => new GrowingBytes(this.rooms));
    for (const schema of tableSchemas(settings, metadata)) {
      const column = new GrowingBytes(this.rooms);
      this.#tables.set(schema.name, { rows: new CsvRows(column.bytes, schema), column });
    }
  }

  /** Counts one document and renders it. Where that throws, nothing of it can be used any more. */
  render(document: DescribedDocument, place: DocumentPlace): void {
    this.#watch.time('write', () => this.#render(document, place));
  }

  /** All documents since it was asked last. */
  release(): SentDocuments {
    const heads = this.#heads;
    this.#heads = [];
    const tables = [...this.#tables].map(([name, { column }]) => ({ name, column: column.handOver() }));
    tables.push({ name: reportViews, column: this.#view.handOver() });
    return { heads, tables, text: this.#text.handOver(), forms: this.#forms.map((column) => column.handOver()) };
  }

  #render(document: DescribedDocument, { place, forms }: DocumentPlace): void {
    const { id, bytes, sha256, meta, description } = document;
    const settings = this.#settings;
    const places = new Places(document);
    const index = new DocumentIndex(document);
    const emit = (name: TableName, cells: readonly Cell[]) => this.#tables.get(name)?.rows.row(cells);
    const into = (name: TableName, rows: (emit: (cells: readonly Cell[]) => void) => void) => {
      const table = this.#tables.get(name)?.rows;
      if (table !== undefined) rows((cells) => table.row(cells));
    };
    const counts = this.#counts.add(document, place, emit);
    const counted = document.blocks.filter((block) => block.kind !== 'furniture');
    emit('documents', [
      id,
      ...describedFields.map((name) => meta[name] ?? description[name] ?? null),
      ...this.#metadata.map((name) => meta[name] ?? null),
      document.format,
      document.encoding,
      bytes,
      sha256,
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
    into('blocks', (add) => blockRows(document, places, add));
    into('occurrences', (add) => occurrenceRows(document, this.#terms, places, index, settings, add));
    into('tokens', (add) => tokenRows(document, this.#terms, places, index, settings, add));
    into('mentions', (add) => mentionRows(document, places, index, add));
    into('names', (add) => nameRows(document, places, index, add));
    into('breaks', (add) => breakRows(document, places, add));
    this.#text.bytes.write(`${document.text}\n`);
    const texts = documentTexts(document, this.#formats, forms, this.#context);
    for (const [i, column] of this.#forms.entries()) column.bytes.write(texts[i]!);

    for (const { rows, column } of this.#tables.values()) {
      rows.flush();
      column.end();
    }
    if (settings.report) this.#view.bytes.write(reportView(document, this.#terms, place));

    for (const column of [this.#text, this.#view, ...this.#forms]) column.end();
    const messages = document.messages.map((message) => locate(message, places));
    const { tokens, termOccurrences } = counts;
    this.#heads.push({ place, id, bytes, sha256, messages, tokens, termOccurrences });
  }
}

/** Bytes of documents one after another. */
class GrowingBytes {
  readonly bytes: ByteBuffer;
  #ends: number[] = [];

  constructor(rooms: SpareRooms) {
    this.bytes = new ByteBuffer(rooms);
  }

  /** Ends the part of a document. */
  end(): void {
    this.#ends.push(this.bytes.used);
  }

  /** The bytes with their room, which comes back. */
  handOver(): SentColumn {
    const ends = this.#ends;
    this.#ends = [];
    return { bytes: this.bytes.handOver(), ends };
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
