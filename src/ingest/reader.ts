import type { SourceMark } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { PageLayout } from '../model/page-layout.ts';

/** What a reader makes of the bytes of a file. */
export interface ReadText {
  /** The text: a block or a line of the page on each line, pages parted by form feeds where the source has pages. */
  readonly raw: string;
  /** Of a format that is a text itself. */
  readonly encoding?: string;
  /** What the format itself says of some lines, in their order. */
  readonly marks?: readonly SourceMark[];
  /** Where the text stands on the pages. */
  readonly layout?: PageLayout;
  /** What the file says of itself, such as `title`; never empty strings. */
  readonly meta?: Readonly<Record<string, string>>;
  readonly messages?: readonly Message[];
}

/**
 * Reads one format. Throws CorpusError at `id` where the file is damaged, encrypted or no such file; it never hangs, runs
 * anything in the file, or asks the network.
 */
export type Reader = (bytes: Uint8Array, id: string) => Promise<ReadText>;
