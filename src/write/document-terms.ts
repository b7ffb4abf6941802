import type { TaggedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';

/** An occurrence of a listed term; offsets are UTF-16 units of the text. */
export interface TermOccurrence {
  /** 1-based number in the document, in the order of starts, the longer first. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly category: string;
  readonly isNested: boolean;
}

/** The occurrences of terms in a document, in their order. */
export function documentTerms({ terms, nested }: TaggedDocument, list: readonly Term[]): TermOccurrence[] {
  return Array.from(terms.start, (start, i) => {
    const { term, category } = list[terms.label[i]!]!;
    return { number: i + 1, start, end: terms.end[i]!, term, category, isNested: nested[i] === 1 };
  });
}
