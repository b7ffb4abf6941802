/**
 * A column of whole numbers below 2^32 that grows. Plain data, like all totals: it may be posted to another thread as it
 * is. Only the first `length` values count.
 */
export interface GrowingColumn {
  values: Uint32Array;
  length: number;
}

export function growingColumn(): GrowingColumn {
  return { values: new Uint32Array(64), length: 0 };
}

export function push(column: GrowingColumn, value: number): void {
  if (column.length === column.values.length) reserve(column, 1);
  column.values[column.length++] = value;
}

/** Puts `other` after `column`, each value as `change` makes it. */
export function append(column: GrowingColumn, other: GrowingColumn, change: (value: number) => number): void {
  reserve(column, other.length);
  for (let i = 0; i < other.length; i++) column.values[column.length + i] = change(other.values[i]!);
  column.length += other.length;
}

function reserve(column: GrowingColumn, more: number): void {
  const needed = column.length + more;
  if (needed <= column.values.length) return;
  const values = new Uint32Array(Math.max(needed, 2 * column.values.length));
  values.set(column.values.subarray(0, column.length));
  column.values = values;
}
