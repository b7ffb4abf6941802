import type { LocatedMessage } from './message-rows.ts';

/** What is known of a document, beside its rows and texts. */
export interface DocumentHead {
  /** Number of the document in the corpus, from 0. */
  readonly place: number;
  readonly id: string;
  /** Of its file. */
  readonly bytes: number;
  readonly sha256: string;
  readonly messages: readonly LocatedMessage[];
  readonly tokens: number;
  readonly termOccurrences: number;
}

/** What a document contributes to a result, beside the totals. */
export interface RenderedDocument extends DocumentHead {
  /** Its rows of each table, as CSV in UTF-8. */
  readonly rows: ReadonlyMap<string, Uint8Array>;
  /** Its repaired text, with the line feed at its end, and its forms in the formats of documents. */
  readonly text: Uint8Array;
  readonly forms: readonly Uint8Array[];
}

/** Bytes of documents one after another, with the end of each. */
export interface SentColumn {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
}

/** Several documents on their way to another thread: few buffers, however many documents there are. */
export interface SentDocuments {
  readonly heads: readonly DocumentHead[];
  readonly tables: readonly { readonly name: string; readonly column: SentColumn }[];
  readonly text: SentColumn;
  readonly forms: readonly SentColumn[];
}

/** The documents, each with its part of the bytes. */
export function unpackDocuments({ heads, tables, text, forms }: SentDocuments): RenderedDocument[] {
  return heads.map((head, i) => ({
    ...head,
    rows: new Map(tables.map(({ name, column }) => [name, partOf(column, i)])),
    text: partOf(text, i),
    forms: forms.map((column) => partOf(column, i)),
  }));
}

/** The buffers, to be handed over. */
export function buffersOf({ tables, text, forms }: SentDocuments): ArrayBuffer[] {
  return [...tables.map(({ column }) => column), text, ...forms].map(({ bytes }) => bytes.buffer);
}

/** What documents are in: the rows are done with once they are appended, the texts when they are written. */
export interface DocumentRooms {
  readonly rows: readonly ArrayBuffer[];
  readonly texts: readonly ArrayBuffer[];
}

export function roomsOf({ tables, text, forms }: SentDocuments): DocumentRooms {
  return {
    rows: tables.map(({ column }) => column.bytes.buffer),
    texts: [text, ...forms].map(({ bytes }) => bytes.buffer),
  };
}

function partOf({ bytes, ends }: SentColumn, i: number): Uint8Array {
  return bytes.subarray(ends[i - 1] ?? 0, ends[i]);
}
