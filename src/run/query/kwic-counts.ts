import { perMillion } from '../../count/per-million.ts';
import type { Cell } from '../../model/table.ts';

export const countKeys = ['form', 'document', 'group'] as const;
export type CountKey = (typeof countKeys)[number];

/** Matches of a pattern counted by form, document or group. */
export class KwicCounts {
  readonly #by: CountKey;
  readonly #found = new Map<string, { frequency: number; documents: number }>();
  /** Counted words by document or group; of a form those of all documents are the base. */
  readonly #tokens = new Map<string, number>();
  #all = 0;

  constructor(by: CountKey) {
    this.#by = by;
  }

  /** One document with the forms of its matches; one without a group counts in none. */
  add(document: string, group: string | undefined, tokens: number, forms: readonly string[]): void {
    this.#all += tokens;
    const key = this.#by === 'document' ? document : group;
    if (this.#by === 'form') {
      for (const form of forms) this.#count(form, 1, 0);
      for (const form of new Set(forms)) this.#count(form, 0, 1);
      return;
    }
    if (key === undefined) return;
    this.#tokens.set(key, (this.#tokens.get(key) ?? 0) + tokens);
    // A group without matches is a finding, too; a list of all documents without would bury the others.
    if (forms.length > 0 || this.#by === 'group') this.#count(key, forms.length, Math.min(forms.length, 1));
  }

  /** Rows of `kwicCountSchema`, the most frequent first, then by code unit. */
  rows(): Cell[][] {
    return [...this.#found]
      .sort(([a, { frequency: f }], [b, { frequency: g }]) => g - f || (a < b ? -1 : 1))
      .map(([key, { frequency, documents }]) => {
        const tokens = this.#by === 'form' ? this.#all : (this.#tokens.get(key) ?? 0);
        return [key, frequency, documents, tokens, perMillion(frequency, tokens)];
      });
  }

  #count(key: string, frequency: number, documents: number): void {
    const found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, { frequency, documents });
    else {
      found.frequency += frequency;
      found.documents += documents;
    }
  }
}
