import type { HtmlMeasures } from './html-measure.ts';
import type { HtmlTree } from './html-tree.ts';

/** Characters of the largest cell of a table; a larger one holds an article. */
const largestCell = 800;
/** Share of a table's text in one cell, and text from which the share says something. */
const layout = { share: 0.6, characters: 300 };

/** Marks the tables that have rows and columns of data; the others only place things on the page. */
export function dataTables({ nodes, ends }: HtmlTree, { prose, linked }: HtmlMeasures): ReadonlySet<number> {
  const found = new Set<number>();
  const open: { at: number; rows: number; cells: number; largest: number; isLayout: boolean }[] = [];
  const close = () => {
    const table = open.pop()!;
    if (table.cells > 1) table.rows++;
    const text = charactersOf(table.at);
    const isPlaced = table.largest > largestCell || (text > layout.characters && table.largest > layout.share * text);
    if (!table.isLayout && !isPlaced && table.rows > 1) found.add(table.at);
  };
  const charactersOf = (i: number) => prose[ends[i]!]! - prose[i]! + linked[ends[i]!]! - linked[i]!;
  for (let i = 0; i < nodes.length; i++) {
    while (open.length > 0 && ends[open.at(-1)!.at]! <= i) close();
    const { name, attribs } = nodes[i]!;
    const table = open.at(-1);
    if (name === 'table') {
      if (table !== undefined) table.isLayout = true;
      const isLayout = attribs?.role === 'presentation' || attribs?.role === 'none';
      open.push({ at: i, rows: 0, cells: 0, largest: 0, isLayout });
    } else if (table === undefined) continue;
    else if (name === 'tr') {
      if (table.cells > 1) table.rows++;
      table.cells = 0;
    } else if (name === 'td' || name === 'th') {
      const characters = charactersOf(i);
      if (characters > 0) table.cells++;
      if (characters > table.largest) table.largest = characters;
    }
  }
  while (open.length > 0) close();
  return found;
}
