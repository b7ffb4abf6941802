import { propertyOf } from './docx-styles.ts';
import { localName, type XmlNode, xmlChild } from './xml-tree.ts';

/** A row as the cells that are shown; empty places stand for what cells reach over. */
export type DocxRow = readonly (XmlNode | undefined)[];

/** Word has no more columns. */
const mostColumns = 63;
/** Elements around rows and cells that are no part of the table. */
const around = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

/** The rows of a table without those that a tracked change deletes. */
export function docxRows(table: XmlNode): DocxRow[] {
  const rows: DocxRow[] = [];
  for (const row of within(table, 'tr')) {
    const properties = xmlChild(row, 'trPr');
    if (xmlChild(properties, 'del') !== undefined) continue;
    const cells: (XmlNode | undefined)[] = [];
    skip(cells, propertyOf(properties, 'gridBefore'), 0);
    for (const cell of within(row, 'tc')) {
      const own = xmlChild(cell, 'tcPr');
      if (xmlChild(own, 'cellDel') !== undefined) continue;
      const merged = xmlChild(own, 'vMerge') ?? xmlChild(own, 'hMerge');
      const isContinued = merged !== undefined && merged.attribs !== undefined && !isStart(own);
      cells.push(isContinued ? undefined : cell);
      skip(cells, propertyOf(own, 'gridSpan'), 1);
    }
    rows.push(cells);
  }
  return rows;
}

/** Whether the cell is the first of those that are merged. */
function isStart(properties: XmlNode | undefined): boolean {
  const vertical = xmlChild(properties, 'vMerge') === undefined || propertyOf(properties, 'vMerge') === 'restart';
  const across = xmlChild(properties, 'hMerge') === undefined || propertyOf(properties, 'hMerge') === 'restart';
  return vertical && across;
}

/** Adds empty places up to a count of columns, of which `done` are there. */
function skip(cells: (XmlNode | undefined)[], columns: string | undefined, done: number): void {
  const count = Math.min(Number(columns ?? done) || done, mostColumns);
  for (let i = done; i < count; i++) cells.push(undefined);
}

function within(node: XmlNode, name: string, found: XmlNode[] = []): XmlNode[] {
  for (const child of node.children ?? []) {
    const own = localName(child);
    if (own === name) found.push(child);
    else if (around.has(own)) within(child, name, found);
  }
  return found;
}
