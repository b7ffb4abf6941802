import { displayWidth, pad } from './display-width.ts';

/** Rows as lines for a terminal, the first row the head; columns from `left` to before `end` stand to the right. */
export function textTable(
  rows: readonly (readonly string[])[],
  left: number,
  end: number = Number.POSITIVE_INFINITY,
): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
    });
  }
  const line = (row: readonly string[]) =>
    row.map((cell, i) =>
      i < left || i >= end ? pad(cell, widths[i]!) : ' '.repeat(widths[i]! - displayWidth(cell)) + cell,
    );
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}

/** 1234567 as 1,234,567 in every language. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
