import { termsByDocumentSchema, termsSchema, wordsByDocumentSchema, wordsSchema } from '../../count/tables.ts';
import { createTermFrequency, sourceTermRows, termsByDocumentRows } from '../../count/term-frequency.ts';
import { createWordFrequency, sourceWordRows, wordsByDocumentRows } from '../../count/word-frequency.ts';
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
        if (termTotal !== undefined) {
          const { independent } = termTotal.value;
          for (const row of sourceTermRows(independent, termTotal.source(), terms)) emit('terms', row);
        }
        if (wordTotal !== undefined) {
          const { vocabulary } = wordTotal.value;
          for (const row of sourceWordRows(vocabulary, wordTotal.source(), 1, stopWords)) emit('words', row);
        }
      },
    };
  },
};
