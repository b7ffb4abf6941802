import type { DescribedDocument, TaggedDocument } from '../../model/document.ts';
import type { Term } from '../../model/term.ts';

/**
 * A document on its way from a thread to another. Forms go over once a thread, not once a document: `newForms` are
 * those that the segmenter has seen since the last one. Labels of terms, the same for all, stay behind.
 */
export interface SentDocument {
  readonly document: DescribedDocument;
  readonly newForms: readonly string[];
}

/** The sending side, which knows how many forms it has sent. */
export class DocumentSender {
  #sent = 0;
  readonly #decisions: boolean;

  /** `decisions` tells whether those at line breaks are wanted on the other side. */
  constructor(decisions: boolean) {
    this.#decisions = decisions;
  }

  /** A document of the segmenter of all before it, and the buffers of its columns, which are handed over and not copied. */
  pack(document: DescribedDocument): { sent: SentDocument; buffers: ArrayBuffer[] } {
    const { tokens, terms, decisions } = document;
    const { numbers } = tokens;
    const newForms = numbers === undefined ? [] : numbers.forms.slice(this.#sent);
    this.#sent += newForms.length;
    const bare = {
      ...document,
      // A document out of a cache has forms of its own.
      tokens: numbers === undefined ? tokens : { ...tokens, types: [], numbers: { ...numbers, forms: [] } },
      terms: { ...terms, labels: [] },
      decisions: this.#decisions ? decisions : [],
    };
    return { sent: { document: bare, newForms }, buffers: buffersOf(document) };
  }
}

/** The receiving side, which keeps the forms that it was sent. */
export class DocumentReceiver {
  readonly #forms: string[] = [];
  readonly #labels: readonly string[];

  constructor(terms: readonly Term[]) {
    this.#labels = terms.map(({ term }) => term);
  }

  unpack({ document, newForms }: SentDocument): DescribedDocument {
    const forms = this.#forms;
    for (const form of newForms) forms.push(form);
    const { tokens } = document;
    const terms = { ...document.terms, labels: this.#labels };
    if (tokens.numbers === undefined) return { ...document, terms };
    const { ofType } = tokens.numbers;
    const types = Array.from(ofType, (number) => forms[number]!);
    return { ...document, terms, tokens: { ...tokens, types, numbers: { forms, ofType } } };
  }
}

function buffersOf(document: TaggedDocument): ArrayBuffer[] {
  const { map, removed, citations, tokens, fineEnds, sentences, terms, nested, mentions, layout } = document;
  const layers = [removed, citations, sentences, terms, mentions].map(({ start, end, label }) => [start, end, label]);
  const { start, end, type, tag, numbers } = tokens;
  const columns = [
    ...layers.flat(),
    map.source,
    map.target,
    map.kept,
    start,
    end,
    type,
    tag,
    fineEnds,
    nested,
    ...(numbers === undefined ? [] : [numbers.ofType]),
    ...Object.values(layout ?? {}).filter((column) => typeof column !== 'number'),
  ];
  return [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))];
}
