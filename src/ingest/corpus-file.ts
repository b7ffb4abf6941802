import type { ErrorKind } from '../model/errors.ts';
import type { DiskPath } from './disk-path.ts';
import type { MetadataColumn } from './metadata-columns.ts';

/** A document of the corpus: a file, a member of an archive, or a row of a table. */
export interface CorpusFile {
  /**
   * The document: path under the input root, with `/`, in NFC. A member of an archive is `a.zip/b.txt`; a row is
   * `a.csv#12`, counted from 1 under the header.
   */
  readonly id: string;
  /** The file on disk that it is, or that holds it; bytes only where a name in it is not UTF-8. */
  readonly path: DiskPath;
  /** What its name promises. */
  readonly format: string;
  /** Where it is inside the file at `path`; absent where the file itself is the document. */
  readonly member?: Member;
  /** What was wrong with it already when it was listed: reading it throws this. */
  readonly fault?: Fault;
}

/** A place inside a file. */
export interface Member {
  /** The same object for all rows of a table. */
  readonly source: MemberSource;
  /** 0-based among the rows under the header; absent where the member of an archive is the document. */
  readonly row?: number;
  /** Bytes of the document, as near as they are known before it is read. */
  readonly bytes: number;
}

/** A file on disk and the way into it. */
export interface MemberSource {
  /** Of the file on disk when it was listed. */
  readonly sha256: string;
  /** Entries of the archives' directories that lead to the document or its table, from the outermost in. */
  readonly entries: readonly number[];
  readonly table?: TableUse;
}

/** How a table is read: what was decided when it was listed. */
export interface TableUse {
  /** `csv`, `tsv`, `jsonl` or `xlsx` */
  readonly format: string;
  /** The forced encoding. */
  readonly encoding?: string;
  /** 0-based place of the sheet in its workbook. */
  readonly sheet: number;
  readonly header: readonly string[];
  /** Column with the text. */
  readonly text: number;
  readonly columns: readonly MetadataColumn[];
}

/** The parts of a CorpusError but its place. */
export interface Fault {
  readonly code: `${ErrorKind}/${string}`;
  readonly values: Readonly<Record<string, string | number>>;
}
