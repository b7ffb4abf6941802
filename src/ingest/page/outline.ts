/** What the outline (bookmarks) of a file says of one of its headings. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly depth: number;
  /** 0-based page that it leads to; undefined where it says none. */
  readonly page: number | undefined;
}

/** Shorter titles stand in a text by chance. */
const shortestTitle = 2;

/** Depths of the headings of each page by their text without white space; of entries without a page at -1. */
export function outlineDepths(outline: readonly OutlineEntry[]): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const pages = new Map<number, Map<string, number>>();
  for (const { title, depth, page = -1 } of outline) {
    const key = bareTitle(title);
    if (key.length < shortestTitle) continue;
    const own = pages.get(page) ?? new Map<string, number>();
    pages.set(page, own);
    if (!own.has(key)) own.set(key, depth);
  }
  return pages;
}

/** A title as it is compared with a line. */
export function bareTitle(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}
