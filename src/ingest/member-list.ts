import type { Message, Severity } from '../model/message.ts';
import type { CorpusFile, MemberSource } from './corpus-file.ts';

/** What decides which documents are found in a container. */
export interface ContainerOptions {
  /** Name of the column with the text; without it the one that is known for it. */
  readonly textColumn?: string | undefined;
  readonly encoding?: string | undefined;
}

/** A metadata.csv or .tsv; its rows name documents after `prefix`. */
export interface MetadataSource {
  /** On disk; in an archive the name that the member would have as a document. */
  readonly path: string;
  readonly prefix: string;
  /** Of a member of an archive. */
  readonly bytes?: Buffer;
}

/** What is found in containers. */
export interface MemberList {
  readonly files: CorpusFile[];
  readonly metadata: MetadataSource[];
  /** Columns of all tables, in their order. */
  readonly columns: Set<string>;
  readonly options: ContainerOptions;
  tell(severity: Severity, name: string, document: string, values?: Message['values']): void;
  /** Lists a container that has been read; false where it is a document itself, be it a damaged one. */
  open(file: CorpusFile, bytes: Uint8Array, source: MemberSource): boolean;
}
