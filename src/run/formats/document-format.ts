import type { BlockKind, DescribedDocument } from '../../model/document.ts';
import type { TableSchema } from '../../model/table.ts';
import type { Term } from '../../model/term.ts';
import type { DocumentFormatName } from '../format-names.ts';

/** What the forms of documents know of the run. */
export interface FormatContext {
  /** The labels of a document's terms are indices into it. */
  readonly terms: readonly Term[];
  /** Columns of the metadata, beside those that a document tells of itself. */
  readonly metadata: readonly string[];
  readonly countKinds: readonly BlockKind[];
  /** Whether CSV files have a byte order mark, as Excel wants it. */
  readonly excel: boolean;
  /** Of the program. */
  readonly version: string;
}

/** A form in which documents are written: pure functions, which run in the threads of the documents. */
export interface DocumentFormat {
  readonly name: DocumentFormatName;
  /** The folder of its files in the result. */
  readonly folder: string;
  readonly mediatype: string;
  /** Ending of the file of each document, with its dot. */
  readonly each?: string;
  /** Name of the one file of all documents, where there is no `each`. */
  readonly whole?: string;
  /** True where its program looks for files in one folder only: none of a document's own folders is made. */
  readonly isFlat?: boolean;
  /** True where a document that has nothing of it gets no file: its text is empty then. */
  readonly isSparse?: boolean;
  /** The columns of the one file, where it is a table. */
  schema?(context: FormatContext): TableSchema;
  /** What stands before the first document in the one file. */
  head?(context: FormatContext): string;
  /** What stands after the last document in the one file. */
  tail?(context: FormatContext): string;
  /** The text of one document; `name` is the path of its own file under the folder without ending, as every system can have it. */
  text(document: DescribedDocument, name: string, context: FormatContext): string;
  /** Files beside the documents, by their paths under the folder. */
  files?(context: FormatContext): readonly { readonly path: string; readonly text: string }[];
}
