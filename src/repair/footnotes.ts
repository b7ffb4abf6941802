import type { SourceLine } from './source-line.ts';

/** Lines at the foot of a page that are looked at. */
const deepest = 8;
const mark = /^[①-⑳¹²³⁴-⁹]/;
/** Under a rule also [1], 1 and *. */
const markUnderRule = /^(?:[①-⑳¹²³⁴-⁹*＊]|[[［]\d{1,3}[\]］]|\d{1,2}[ .．、\u3000]|[注註]\d{0,2}[：:])/;
/** ————— between the text of a page and its notes. */
const rule = /^[—―─━_＿-]{5,}$/;

/** Whether a line is nothing but a rule. */
export function isRule(line: string): boolean {
  return line.length >= 5 && rule.test(line);
}

/** Whether a footnote begins with this line, which is known to be part of one. */
export function startsFootnote(line: string): boolean {
  return markUnderRule.test(line);
}

/**
 * Marks the lines of footnotes at the foot of pages: 1 for each. A footnote begins with a mark (① or ¹) that also stands
 * inside a line further up on its page, or stands under a rule, and goes on to the page's end.
 */
export function findFootnotes(
  lines: readonly SourceLine[],
  texts: readonly string[],
  furniture: Uint8Array,
): Uint8Array {
  const notes = new Uint8Array(lines.length);
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]!.newPage) to++;
    if (from > 0 || to < lines.length) markPage(texts, furniture, notes, from, to);
    from = to;
  }
  return notes;
}

function markPage(texts: readonly string[], furniture: Uint8Array, notes: Uint8Array, from: number, to: number): void {
  let first = -1;
  let looked = 0;
  for (let i = to - 1; i > from && looked < deepest; i--) {
    if (isRule(texts[i]!) && i + 1 < to && markUnderRule.test(texts[i + 1]!)) first = i;
    if (furniture[i] === 1) continue;
    looked++;
    if (mark.test(texts[i]!) && texts.slice(from, i).some((line) => line.indexOf(texts[i]!.charAt(0), 1) > 0))
      first = i;
  }
  if (first === -1) return;
  for (let i = first; i < to; i++) if (furniture[i] === 0) notes[i] = 1;
}
