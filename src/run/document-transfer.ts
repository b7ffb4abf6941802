import type { TaggedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';

/**
 * A document on its way from a thread to another. Forms go over once a thread, not once a document: `types` are indices
 * into all that were sent so far, `newForms` are those of this document. Labels of terms, the same for all, stay behind.
 */
export interface SentDocument {
  readonly document: TaggedDocument;
  readonly types: Uint32Array;
  readonly newForms: readonly string[];
}

/** The sending side, which keeps the forms that it has sent. */
export class DocumentSender {
  readonly #ids = new Map<string, number>();
  readonly #decisions: boolean;

  /** `decisions` tells whether those at line breaks are wanted on the other side. */
  constructor(decisions: boolean) {
    this.#decisions = decisions;
  }

  /** The document, and the buffers of its columns, which are handed over and not copied. */
  pack(document: TaggedDocument): { sent: SentDocument; buffers: ArrayBuffer[] } {
    const { tokens, terms, decisions } = document;
    const newForms: string[] = [];
    const types = Uint32Array.from(tokens.types, (form) => {
      let id = this.#ids.get(form);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(form, id);
        newForms.push(form);
      }
      return id;
    });
    const bare = {
      ...document,
      tokens: { ...tokens, types: [] },
      terms: { ...terms, labels: [] },
      decisions: this.#decisions ? decisions : [],
    };
    return { sent: { document: bare, types, newForms }, buffers: [...buffersOf(document), types.buffer] };
  }
}

/** The receiving side, which keeps the forms that it was sent. */
export class DocumentReceiver {
  readonly #forms: string[] = [];
  readonly #labels: readonly string[];

  constructor(terms: readonly Term[]) {
    this.#labels = terms.map(({ term }) => term);
  }

  unpack({ document, types, newForms }: SentDocument): TaggedDocument {
    for (const form of newForms) this.#forms.push(form);
    return {
      ...document,
      tokens: { ...document.tokens, types: Array.from(types, (id) => this.#forms[id]!) },
      terms: { ...document.terms, labels: this.#labels },
    };
  }
}

function buffersOf({ map, removed, citations, tokens, fineEnds, sentences, terms, nested, mentions }: TaggedDocument) {
  const layers = [removed, citations, sentences, terms, mentions].map(({ start, end, label }) => [start, end, label]);
  const { start, end, type, tag } = tokens;
  const columns = [...layers.flat(), map.source, map.target, map.kept, start, end, type, tag, fineEnds, nested];
  return [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))];
}
