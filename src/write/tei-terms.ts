import type { Piece } from './document-parts.ts';

/** A labelled span of the text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A span by the pieces that it reaches into: indices of the first, and after the last. */
export interface PieceSpan<S extends TextSpan> {
  readonly from: number;
  readonly to: number;
  readonly span: S;
}

/**
 * Parts spans (sorted by start, then longest first) into those that can be elements around whole pieces of one sentence, one
 * within another, and all others. `sentenceEnds` are the indices after the last piece of each sentence, rising.
 */
export function elementSpans<S extends TextSpan>(
  pieces: readonly Piece[],
  sentenceEnds: readonly number[],
  spans: readonly S[],
): { inline: PieceSpan<S>[]; apart: PieceSpan<S>[] } {
  const inline: PieceSpan<S>[] = [];
  const apart: PieceSpan<S>[] = [];
  const open: number[] = [];
  let first = 0;
  let sentence = 0;
  for (const span of spans) {
    while (first < pieces.length && pieces[first]!.end <= span.start) first++;
    let to = first;
    while (to < pieces.length && pieces[to]!.start < span.end) to++;
    if (to === first) continue;
    while (sentenceEnds[sentence]! <= first) sentence++;
    while (open.length > 0 && open.at(-1)! <= first) open.pop();
    const isExact = pieces[first]!.start === span.start && pieces[to - 1]!.end === span.end;
    const fits = isExact && to <= sentenceEnds[sentence]! && to <= (open.at(-1) ?? to);
    (fits ? inline : apart).push({ from: first, to, span });
    if (fits) open.push(to);
  }
  return { inline, apart };
}
