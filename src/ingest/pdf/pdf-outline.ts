import type { OutlineEntry } from '../page/outline.ts';
import type { Pdfium } from './pdfium.ts';

/** An outline with more entries is damaged, or made of something else than headings. */
const mostEntries = 5000;
const deepest = 12;
const longestTitle = 1024;

/** The bookmarks of a file in their order. */
export function pdfOutline(pdfium: Pdfium, file: number): OutlineEntry[] {
  const { call } = pdfium;
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const room = call.malloc!(longestTitle);
  const read = (parent: number, depth: number) => {
    let mark = call.FPDFBookmark_GetFirstChild!(file, parent);
    while (mark !== 0 && !seen.has(mark) && entries.length < mostEntries) {
      seen.add(mark);
      const size = call.FPDFBookmark_GetTitle!(mark, room, longestTitle);
      if (size > 2 && size <= longestTitle) {
        const title = new TextDecoder('utf-16le').decode(pdfium.bytes().slice(room, room + size - 2));
        const place = call.FPDFBookmark_GetDest!(file, mark);
        const index = place === 0 ? -1 : call.FPDFDest_GetDestPageIndex!(file, place);
        entries.push({ title, depth, page: index < 0 ? undefined : index });
      }
      if (depth < deepest) read(mark, depth + 1);
      mark = call.FPDFBookmark_GetNextSibling!(file, mark);
    }
  };
  try {
    read(0, 1);
  } finally {
    call.free!(room);
  }
  return entries;
}
