import type { SourceLine } from './source-line.ts';

/** Share of lines that may stand left of the margin: page numbers, and what the copy moved. */
const leftOf = 0.05;
/** Pages with fewer lines take the margin of the whole text. */
const fewestLines = 10;

/**
 * The lines with the white space before them counted from the left margin. What keeps the layout of a page puts the same
 * white space before every line; only what is more than that is an indent. Odd and even pages may have margins of their own.
 */
export function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const whole = marginOf(lines, 0, lines.length);
  if (whole === 0) return lines;
  const result: SourceLine[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]!.newPage) to++;
    const margin = to - from >= fewestLines ? marginOf(lines, from, to) : whole;
    for (let i = from; i < to; i++) {
      const line = lines[i]!;
      result.push(line.split ? line : { ...line, lead: Math.max(0, line.lead - margin) });
    }
    from = to;
  }
  return result;
}

function marginOf(lines: readonly SourceLine[], from: number, to: number): number {
  let flush = 0;
  for (let i = from; i < to; i++) if (lines[i]!.lead === 0 && !lines[i]!.split) flush++;
  if (flush > leftOf * (to - from)) return 0;
  const leads: number[] = [];
  for (let i = from; i < to; i++) if (!lines[i]!.split) leads.push(lines[i]!.lead);
  leads.sort((a, b) => a - b);
  return leads[Math.floor(leads.length * leftOf)] ?? 0;
}
