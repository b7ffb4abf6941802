import { data, documentNames, termNames, views } from './data.ts';

/** A place with what stands around it. */
export interface ConcordanceLine {
  readonly document: string;
  readonly page: number;
  readonly line: number;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

const around = 24;
const mostPlaces = 2000;

/** Occurrences of a term of the list, as they are counted; `total` is the number of all. */
export function termLines(text: string): { lines: ConcordanceLine[]; total: number } | undefined {
  const rows = new Set(termNames.flatMap((name, row) => (name === text ? [row] : [])));
  if (rows.size === 0) return undefined;
  const lines = data.concordance.flatMap(([document, term, page, line, left, match, right]) =>
    rows.has(Number(term))
      ? [
          {
            document: documentNames[Number(document)]!,
            page: Number(page ?? 0),
            line: Number(line ?? 0),
            left: String(left ?? ''),
            match: String(match ?? ''),
            right: String(right ?? ''),
          },
        ]
      : [],
  );
  const counts = data.tables.terms;
  const at = counts?.columns.indexOf('frequency') ?? -1;
  const total = [...rows].reduce((sum, row) => sum + Number(counts?.rows[row]?.[at] ?? 0), 0);
  return { lines, total };
}

/** Places of any text in the documents that the report keeps. */
export function textLines(text: string): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  for (const view of views()) {
    const first = new Map<number, readonly [line: number, page: number]>();
    view.lines.forEach(([, block, page], i) => {
      if (block > 0 && !first.has(block)) first.set(block, [i + 1, page]);
    });
    for (const [i, [, , content]] of view.blocks.entries()) {
      for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + text.length)) {
        const [line, page] = first.get(i + 1) ?? [0, 0];
        const left = content.slice(Math.max(0, at - around), at);
        const right = content.slice(at + text.length, at + text.length + around);
        lines.push({ document: view.id, page, line, left, match: text, right });
        if (lines.length === mostPlaces) return lines;
      }
    }
  }
  return lines;
}

/** The last character first: lines that are alike before the match stand together. */
export function reversed(text: string): string {
  return [...text].reverse().join('');
}
