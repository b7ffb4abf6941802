import type { BlockGroup } from './block-group.ts';

const division = /^第 ?[一二三四五六七八九十百千零〇○\d０-９]{1,9} ?(分[编編]|[编編章节節])/;
const ranks: Readonly<Record<string, number>> = { 编: 0, 編: 0, 分编: 1, 分編: 1, 章: 2, 节: 3, 節: 3 };
/** One alone says nothing of others. */
const fewest = 2;

/**
 * Gives the headings of parts, chapters and sections the depth that they have in the document, whatever the size of each:
 * 章 is 1 in a law without 编 and 2 in one with them. `texts` are the texts of the groups without white space at the ends.
 */
export function levelDivisions(groups: readonly BlockGroup[], texts: readonly string[]): void {
  const found: { readonly group: BlockGroup; readonly rank: number }[] = [];
  groups.forEach((group, i) => {
    if (group.kind !== 'heading' || texts[i]!.charCodeAt(0) !== 0x7b2c) return;
    const match = division.exec(texts[i]!);
    if (match !== null) found.push({ group, rank: ranks[match[1]!]! });
  });
  if (found.length < fewest) return;
  const present = [...new Set(found.map(({ rank }) => rank))].sort((a, b) => a - b);
  for (const { group, rank } of found) group.level = present.indexOf(rank) + 1;
}
