import type { Span } from '../text/offset-map.ts';

/** How much a message matters: an error costs a document, a warning may cost text, an info is to be known. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * Something to tell about the corpus; data, never thrown. `rule` is `stage/name` and has its wording (English and
 * Chinese, with places for `values`) in run/wording.ts. `span` is in UTF-16 units of the raw text.
 */
export interface Message {
  readonly severity: Severity;
  readonly rule: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly span?: Span;
}

/** A message with the document it is about; empty where it concerns the run. */
export interface PlacedMessage {
  readonly document: string;
  readonly message: Message;
}
