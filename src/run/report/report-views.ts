import type { TaggedDocument } from '../../model/document.ts';
import type { Term } from '../../model/term.ts';
import { documentView } from '../../report/document-view.ts';
import { scriptJson } from '../../report/script-json.ts';

/** Name of the documents of the report where the rows of tables are on their way. */
export const reportViews = 'report';

/** Documents that the report shows whole at most: the first ones of the corpus. */
const mostViews = 300;
/** Bytes of all of them. */
const mostBytes = 8_000_000;

/** The document at a place of the corpus as the report has it; empty where the report leaves it out anyway. */
export function reportView(document: TaggedDocument, terms: readonly Term[], place: number): string {
  return place < mostViews ? scriptJson(documentView(document, terms)) : '';
}

/** The documents that fit into the report: from the first on, those for which there is room. */
export class ReportViews {
  readonly shown: Uint8Array[] = [];
  #bytes = 0;

  /** Takes a document's view, in the order of documents. */
  add(view: Uint8Array): void {
    if (view.length === 0 || this.#bytes + view.length > mostBytes) return;
    this.#bytes += view.length;
    // A copy: what is handed over is part of the bytes of many documents.
    this.shown.push(view.slice());
  }
}
