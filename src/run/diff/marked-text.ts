import type { ComparedRow } from './compare-documents.ts';

/** A stretch of a unit as it is shown. */
export interface MarkedPart {
  readonly kind: 'same' | 'deleted' | 'added';
  readonly text: string;
}

/** The content of both versions in one, without its number: what was deleted comes before what was put in its place. */
export function markedParts({ edits, textA, textB }: ComparedRow): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (const { same, aStart, aEnd, bStart, bEnd } of edits) {
    if (same) parts.push({ kind: 'same', text: textB.slice(bStart, bEnd) });
    else {
      if (aEnd > aStart) parts.push({ kind: 'deleted', text: textA.slice(aStart, aEnd) });
      if (bEnd > bStart) parts.push({ kind: 'added', text: textB.slice(bStart, bEnd) });
    }
  }
  return parts;
}

type Mark = (text: string) => string;

export function markedText(row: ComparedRow, deleted: Mark, added: Mark, same: Mark = (text) => text): string {
  const marks = { same, deleted, added };
  return markedParts(row)
    .map(({ kind, text }) => marks[kind](text))
    .join('');
}
