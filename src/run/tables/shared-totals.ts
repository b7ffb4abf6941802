import type { ComparedItems } from '../../compare/keywords.ts';
import type { ByteStore } from '../../count/byte-store.ts';
import type { WordSettings } from '../../count/listed-form.ts';
import { createTermFrequency, type TermTotal } from '../../count/term-frequency.ts';
import { adoptAll, usualTags } from '../../count/vocabulary.ts';
import { createWordFrequency, type WordTotal } from '../../count/word-frequency.ts';
import type { DescribedDocument } from '../../model/document.ts';
import type { Term } from '../../model/term.ts';
import type { PartOfTotal } from './held-total.ts';
import { PostedTotal } from './posted-total.ts';

/** How often each term and each word is in each document: counted once, where a family asks for it when it is made. */
export class SharedTotals {
  readonly #terms: readonly Term[];
  readonly #termCounts: ReturnType<typeof createTermFrequency>;
  readonly #wordCounts: ReturnType<typeof createWordFrequency>;
  #termTotal: PostedTotal<TermTotal> | undefined;
  #wordTotal: PostedTotal<WordTotal> | undefined;

  readonly #store: ByteStore;

  /** `words` says which words are counted. */
  constructor(terms: readonly Term[], words: WordSettings, store: ByteStore) {
    this.#store = store;
    this.#terms = terms;
    this.#termCounts = createTermFrequency(terms, words);
    this.#wordCounts = createWordFrequency(words);
  }

  /** The terms; complete once all documents are counted. */
  terms(): PostedTotal<TermTotal> {
    const mergeRest = ({ independent }: TermTotal, other: TermTotal) => {
      for (let entry = 0; entry < independent.length; entry++) independent[entry]! += other.independent[entry]!;
      return (entry: number) => entry;
    };
    this.#termTotal ??= new PostedTotal<TermTotal>({ empty: this.#termCounts.empty, mergeRest }, this.#store);
    return this.#termTotal;
  }

  /** The words, stop words among them; complete once all documents are counted. */
  words(): PostedTotal<WordTotal> {
    const mergeRest = ({ vocabulary }: WordTotal, other: WordTotal) => {
      const ids = adoptAll(vocabulary, other.vocabulary);
      return (id: number) => ids[id]!;
    };
    this.#wordTotal ??= new PostedTotal<WordTotal>({ empty: this.#wordCounts.empty, mergeRest }, this.#store);
    return this.#wordTotal;
  }

  /** Those that a family has asked for. */
  get held(): readonly PartOfTotal[] {
    const asked: (PartOfTotal | undefined)[] = [this.#termTotal, this.#wordTotal];
    return asked.filter((total) => total !== undefined);
  }

  add(document: DescribedDocument): void {
    if (this.#termTotal !== undefined) this.#termCounts.add(this.#termTotal.value, document);
    if (this.#wordTotal !== undefined) this.#wordCounts.add(this.#wordTotal.value, document);
  }

  /** Both in one shape, once all documents are counted: first terms, then words. */
  compared(): readonly ComparedItems[] {
    const { vocabulary, postings } = this.words().whole();
    return [
      {
        unit: 'term',
        forms: this.#terms.map(({ term }) => term),
        labels: this.#terms.map(({ category }) => category),
        postings: this.terms().whole().postings,
      },
      { unit: 'word', forms: vocabulary.forms, labels: usualTags(vocabulary), postings },
    ];
  }
}
