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
  return {
    tokens: countTokens(blocks),
    types: countForms(document, countTypes(document, blocks)),
    termOccurrences: countedTerms(document, blocks).length,
  };
}

/** Different forms among the counted types: a form that was tagged by context may be several types. */
function countForms({ tokens }: TaggedDocument, counts: Uint32Array): number {
  if (tokens.universal !== undefined) return new Set(tokens.types.filter((_, type) => counts[type]! > 0)).size;
  let forms = 0;
  for (const count of counts) if (count > 0) forms++;
  return forms;
}
