/**
 * Names of ASCII letters, digits and `_` for columns of metadata, which many programs demand: the column's own in lower case
 * where it has one, else `meta1`, `meta2` … by its place. None is used twice, and none of `taken`.
 */
export function attributeNames(columns: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return columns.map((column, i) => {
    const own = column.toLowerCase().replace(/[ -]/g, '_');
    let name = /^[a-z][a-z0-9_]*$/.test(own) && !used.has(own) ? own : `meta${i + 1}`;
    while (used.has(name)) name += '_';
    used.add(name);
    return name;
  });
}
