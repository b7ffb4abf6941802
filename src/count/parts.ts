/**
 * A division of the counted words into parts: `documents`, `chunks` equal runs of words in the order of the documents, or
 * groups of documents, of which −1 is none.
 */
export type Division =
  | { readonly kind: 'documents' }
  | { readonly kind: 'chunks'; readonly chunks: number }
  | { readonly kind: 'groups'; readonly of: ArrayLike<number>; readonly groups: number };

/** The parts of a corpus by size, and where in it each document begins. */
export interface Parts {
  readonly sizes: Float64Array;
  /** Words that are in any part. */
  readonly length: number;
  /** Word of the corpus at which each document begins, counted over those that are in a part; −1 for one that is not. */
  readonly documentStart: Float64Array;
  /** The part in which a word of a document stands, by its place in the corpus. */
  partOf(document: number, place: number): number;
}

/** Divides documents of these sizes (counted words). */
export function divide(sizes: ArrayLike<number>, division: Division): Parts {
  const groupOf = division.kind === 'groups' ? division.of : undefined;
  const documentStart = new Float64Array(sizes.length);
  let length = 0;
  for (let i = 0; i < sizes.length; i++) {
    const isIn = groupOf === undefined || groupOf[i]! >= 0;
    documentStart[i] = isIn ? length : -1;
    if (isIn) length += sizes[i]!;
  }
  if (division.kind === 'chunks') {
    const { chunks } = division;
    // Chunk i begins at the first word p with p·chunks/length ≥ i, so that sizes differ by one word at most.
    const begin = (chunk: number) => Math.ceil((chunk * length) / chunks);
    const own = Float64Array.from({ length: chunks }, (_, chunk) => begin(chunk + 1) - begin(chunk));
    return { sizes: own, length, documentStart, partOf: (_, place) => Math.floor((place * chunks) / length) };
  }
  if (groupOf === undefined) {
    return { sizes: Float64Array.from(sizes), length, documentStart, partOf: (document) => document };
  }
  const own = new Float64Array(division.kind === 'groups' ? division.groups : 0);
  for (let i = 0; i < sizes.length; i++) if (groupOf[i]! >= 0) own[groupOf[i]!]! += sizes[i]!;
  return { sizes: own, length, documentStart, partOf: (document) => groupOf[document]! };
}
