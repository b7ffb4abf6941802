import type { ComparedItems } from '../../compare/keywords.ts';
import { orderDocuments } from '../../count/document-order.ts';
import type { WordSettings } from '../../count/listed-form.ts';
import { createTermFrequency, type TermTotal } from '../../count/term-frequency.ts';
import { usualTags } from '../../count/vocabulary.ts';
import { createWordFrequency, type WordTotal } from '../../count/word-frequency.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Term } from '../../model/term.ts';
import { HeldTotal } from './held-total.ts';

/** How often each term and each word is in each document: counted once, where a family asks for it when it is made. */
export class SharedTotals {
  readonly #terms: readonly Term[];
  readonly #termCounts: ReturnType<typeof createTermFrequency>;
  readonly #wordCounts: ReturnType<typeof createWordFrequency>;
  #termTotal: HeldTotal<TermTotal> | undefined;
  #wordTotal: HeldTotal<WordTotal> | undefined;

  /** `words` says which words are counted. */
  constructor(terms: readonly Term[], words: WordSettings) {
    this.#terms = terms;
    this.#termCounts = createTermFrequency(terms, words);
    this.#wordCounts = createWordFrequency(words);
  }

  /** The terms; complete once all documents are counted. */
  terms(): HeldTotal<TermTotal> {
    this.#termTotal ??= new HeldTotal<TermTotal>({ ...this.#termCounts, inOrder });
    return this.#termTotal;
  }

  /** The words, stop words among them; complete once all documents are counted. */
  words(): HeldTotal<WordTotal> {
    this.#wordTotal ??= new HeldTotal<WordTotal>({ ...this.#wordCounts, inOrder });
    return this.#wordTotal;
  }

  /** Those that a family has asked for. */
  get held(): readonly HeldTotal<unknown>[] {
    const asked: (HeldTotal<unknown> | undefined)[] = [this.#termTotal, this.#wordTotal];
    return asked.filter((total) => total !== undefined);
  }

  add(document: DescribedDocument): void {
    if (this.#termTotal !== undefined) this.#termCounts.add(this.#termTotal.value, document);
    if (this.#wordTotal !== undefined) this.#wordCounts.add(this.#wordTotal.value, document);
  }

  /** Both in one shape, once all documents are counted: first terms, then words. */
  compared(): readonly ComparedItems[] {
    const { vocabulary, postings } = this.words().value;
    return [
      {
        unit: 'term',
        forms: this.#terms.map(({ term }) => term),
        labels: this.#terms.map(({ category }) => category),
        postings: this.terms().value.postings,
      },
      { unit: 'word', forms: vocabulary.forms, labels: usualTags(vocabulary), postings },
    ];
  }
}

function inOrder({ postings }: Pick<WordTotal, 'postings'>, order: Uint32Array): void {
  orderDocuments(postings, postings.count, order);
}
