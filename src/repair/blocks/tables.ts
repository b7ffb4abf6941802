const cells = /\S(?:[ \u00a0]{2,}|\u3000{2,}|\t)[ \t\u3000]*\S/g;

/** Marks rows of tables: lines with two gaps or more, two such lines together, and no sentence in them. */
export function findTables(texts: readonly string[]): Uint8Array {
  const tables = new Uint8Array(texts.length);
  let run = 0;
  for (let i = 0; i <= texts.length; i++) {
    if (i < texts.length && isRow(texts[i]!)) {
      run++;
      continue;
    }
    if (run >= 2) tables.fill(1, i - run, i);
    run = 0;
  }
  return tables;
}

function isRow(content: string): boolean {
  if (content.length > 200 || !/[\t\u3000 ]{2}|\t/.test(content) || /[。；]/.test(content)) return false;
  return (content.match(cells)?.length ?? 0) >= 2;
}
