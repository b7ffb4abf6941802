import type { CleanDocument } from '../model/document.ts';
import { toSource } from '../text/offset-map.ts';

/** Where a page of the source begins in the text (UTF-16 units), pages rising; the first page that has text begins at its block. */
export interface PageStart {
  readonly at: number;
  /** 1-based. */
  readonly page: number;
}

/** The pages of a document as its text meets them; none where the source has no pages. */
export function pageStarts({ raw, map, blocks }: Pick<CleanDocument, 'raw' | 'map' | 'blocks'>): PageStart[] {
  const starts: PageStart[] = [];
  let last = 0;
  const add = (at: number, page: number) => {
    if (page <= last) return;
    starts.push({ at, page });
    last = page;
  };
  for (const { kind, page, start, end, rawStart, rawEnd } of blocks) {
    if (kind === 'furniture' || page === undefined) continue;
    add(start, page);
    let inside = page;
    for (let feed = raw.indexOf('\f', rawStart); feed >= 0 && feed < rawEnd; feed = raw.indexOf('\f', feed + 1)) {
      inside++;
      const at = firstAfter(start, end, (offset) => toSource(map, { start: offset, end: offset + 1 }).start > feed);
      if (at < end) add(at, inside);
    }
  }
  return starts;
}

/** The first offset of a stretch for which `holds`, which then holds to its end. */
function firstAfter(start: number, end: number, holds: (offset: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
