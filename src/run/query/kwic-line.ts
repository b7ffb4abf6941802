import type { DescribedDocument } from '../../model/document.ts';
import type { Cell } from '../../model/table.ts';
import type { SortedLine } from '../../query/sort-lines.ts';
import type { PlacedMatch } from './match-place.ts';

/** A line of a concordance. */
export interface KwicLine extends SortedLine {
  readonly title: string;
  readonly page: number | null;
  readonly line: number;
  /** Offset of the match in the text, in code points. */
  readonly start: number;
  readonly form: string;
  /** The cells of `kwicSchema`. */
  readonly cells: readonly Cell[];
}

/** The line of one match; `group` is undefined where there are no groups, or the document is in none. */
export function kwicLine(document: DescribedDocument, group: string | undefined, placed: PlacedMatch): KwicLine {
  const title = document.meta.title ?? document.description.title ?? '';
  const { cells, ...shown } = placed;
  return {
    ...shown,
    document: document.id,
    title,
    group: group ?? '',
    cells: [document.id, title || null, group ?? null, placed.form, ...cells],
  };
}
