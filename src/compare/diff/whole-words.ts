import type { Edit } from './edit.ts';
import type { Content } from './version-unit.ts';

/** Whether no word of either version goes on over these places. */
export function isBetweenWords(a: Content, b: Content, atA: number, atB: number): boolean {
  return a.goesOn[atA - 1] !== 1 && b.goesOn[atB - 1] !== 1;
}

/** Edits in which a word is kept or replaced as a whole: 商业秘密 to 商业机密, not 秘密 to 机密 in it. */
export function wholeWords(edits: readonly Edit[], a: Content, b: Content): Edit[] {
  const whole: Edit[] = [];
  let [fromA, fromB] = [0, 0];
  const change = (toA: number, toB: number) =>
    whole.push({ same: false, aStart: fromA, aEnd: toA, bStart: fromB, bEnd: toB });
  for (const { same, aStart, aEnd, bStart, bEnd } of edits) {
    if (!same) continue;
    let [startA, startB, endA, endB] = [aStart, bStart, aEnd, bEnd];
    while (startA < endA && !isBetweenWords(a, b, startA, startB)) [startA, startB] = [startA + 1, startB + 1];
    while (startA < endA && !isBetweenWords(a, b, endA, endB)) [endA, endB] = [endA - 1, endB - 1];
    if (startA === endA) continue;
    change(startA, startB);
    whole.push({ same: true, aStart: startA, aEnd: endA, bStart: startB, bEnd: endB });
    [fromA, fromB] = [endA, endB];
  }
  change(a.pieces.length, b.pieces.length);
  return whole.filter((edit) => edit.aStart < edit.aEnd || edit.bStart < edit.bEnd);
}
