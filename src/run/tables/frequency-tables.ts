import { termsByDocumentSchema, termsSchema, wordsByDocumentSchema, wordsSchema } from '../../count/tables.ts';
import { createTermFrequency, termRows, termsByDocumentRows } from '../../count/term-frequency.ts';
import { createWordFrequency, wordRows, wordsByDocumentRows } from '../../count/word-frequency.ts';
import type { FamilyKind } from './table-family.ts';

/** terms, words, and both by document. */
export const frequencyTables: FamilyKind = {
  schemas: {
    terms: termsSchema,
    terms_by_document: termsByDocumentSchema,
    words: wordsSchema,
    words_by_document: wordsByDocumentSchema,
  },
  create({ settings, terms, words, allWords, stopWords, totals }) {
    const has = (name: (typeof settings.tables)[number]) => settings.tables.includes(name);
    const termTotal = has('terms') ? totals.terms() : undefined;
    const wordTotal = has('words') ? totals.words() : undefined;
    const termsOfDocument = createTermFrequency(terms, words);
    const wordsOfDocument = createWordFrequency(allWords);
    return {
      name: 'count',
      messages: [],
      held: [],
      add(document, emit) {
        if (has('terms_by_document')) {
          for (const row of termsByDocumentRows(document, terms, termsOfDocument)) emit('terms_by_document', row);
        }
        if (has('words_by_document')) {
          for (const row of wordsByDocumentRows(document, wordsOfDocument)) emit('words_by_document', row);
        }
      },
      finish(emit) {
        if (termTotal !== undefined) for (const row of termRows(termTotal.value, terms)) emit('terms', row);
        if (wordTotal !== undefined) for (const row of wordRows(wordTotal.value, 1, stopWords)) emit('words', row);
      },
    };
  },
};
