import type { ComparedRow } from './compare-documents.ts';

/** The content of both versions in one, without its number: [-deleted-] before {+what was put in its place+}. */
export function markedText({ edits, textA, textB }: ComparedRow): string {
  return edits
    .map(({ same, aStart, aEnd, bStart, bEnd }) => {
      const added = textB.slice(bStart, bEnd);
      if (same) return added;
      const deleted = textA.slice(aStart, aEnd);
      return (deleted && `[-${deleted}-]`) + (added && `{+${added}+}`);
    })
    .join('');
}
