import type { BlockKind, TaggedDocument } from '../model/document.ts';
import { countedBlocks, countedTerms, countTokens, countTypes } from './counted-blocks.ts';

/** What is counted of a document: words, different forms among them (before any stop words or stems), occurrences of terms. */
export interface DocumentCounts {
  readonly tokens: number;
  readonly types: number;
  readonly termOccurrences: number;
}

/** The columns tokens, types and term_occurrences of documents.csv. */
export function documentCounts(document: TaggedDocument, countKinds: readonly BlockKind[]): DocumentCounts {
  const blocks = countedBlocks(document, new Set(countKinds));
  let types = 0;
  for (const count of countTypes(document, blocks)) if (count > 0) types++;
  return { tokens: countTokens(blocks), types, termOccurrences: countedTerms(document, blocks).length };
}
