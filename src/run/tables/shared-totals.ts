import type { ComparedItems } from '../../compare/keywords.ts';
import type { WordSettings } from '../../count/listed-form.ts';
import { createTermFrequency, type TermTotal } from '../../count/term-frequency.ts';
import { createWordFrequency, type WordTotal } from '../../count/word-frequency.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Term } from '../../model/term.ts';

/** How often each term and each word is in each document: counted once, where a family asks for it when it is made. */
export class SharedTotals {
  readonly #terms: readonly Term[];
  readonly #termCounts: ReturnType<typeof createTermFrequency>;
  readonly #wordCounts: ReturnType<typeof createWordFrequency>;
  #termTotal: TermTotal | undefined;
  #wordTotal: WordTotal | undefined;

  /** `words` says which words are counted. */
  constructor(terms: readonly Term[], words: WordSettings) {
    this.#terms = terms;
    this.#termCounts = createTermFrequency(terms, words);
    this.#wordCounts = createWordFrequency(words);
  }

  /** The terms; complete once all documents are counted. */
  terms(): TermTotal {
    this.#termTotal ??= this.#termCounts.empty();
    return this.#termTotal;
  }

  /** The words, stop words among them; complete once all documents are counted. */
  words(): WordTotal {
    this.#wordTotal ??= this.#wordCounts.empty();
    return this.#wordTotal;
  }

  add(document: DescribedDocument): void {
    if (this.#termTotal !== undefined) this.#termCounts.add(this.#termTotal, document);
    if (this.#wordTotal !== undefined) this.#wordCounts.add(this.#wordTotal, document);
  }

  /** Both in one shape, once all documents are counted: first terms, then words. */
  compared(): readonly ComparedItems[] {
    const { vocabulary, postings } = this.words();
    return [
      {
        unit: 'term',
        forms: this.#terms.map(({ term }) => term),
        labels: this.#terms.map(({ category }) => category),
        postings: this.terms().postings,
      },
      { unit: 'word', forms: vocabulary.forms, labels: vocabulary.tags, postings },
    ];
  }
}
