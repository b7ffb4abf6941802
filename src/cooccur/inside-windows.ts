import type { Occurrences } from './document-units.ts';
import { addOrdered } from './ordered-pairs.ts';
import type { UnitTotal } from './units.ts';

/**
 * Notes the windows of a run that hold two nodes, but no disjoint occurrences of them: with the inner node, the shorter one
 * of the two that overlap first. `order` are the occurrences by last word.
 */
export function noteInside(
  total: UnitTotal,
  occurrences: Occurrences,
  order: Uint32Array,
  runStart: number,
  width: number,
): void {
  const { node, start, end } = occurrences;
  const byStart = order.slice().sort();
  const known = new Set<string>();
  for (let x = 0; x < byStart.length; x++) {
    const i = byStart[x]!;
    const a = node[i]!;
    for (let y = x + 1; y < byStart.length && start[byStart[y]!]! < end[i]!; y++) {
      const j = byStart[y]!;
      const b = node[j]!;
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (a === b || known.has(key)) continue;
      known.add(key);
      const ofBoth = order.filter((k) => node[k] === a || node[k] === b);
      const windows = windowsInside(occurrences, ofBoth, runStart, width);
      if (windows === 0) continue;
      const longer = end[i]! - start[i]! - (end[j]! - start[j]!);
      if (longer < 0 || (longer === 0 && a > b)) addOrdered(total.inside, a, b, windows);
      else addOrdered(total.inside, b, a, windows);
    }
  }
}

/** Windows with both of two nodes less those with a disjoint pair. `order` are the occurrences of the two by last word. */
function windowsInside(
  { node, start, end, firstWord, lastWord }: Occurrences,
  order: Uint32Array,
  runStart: number,
  width: number,
): number {
  let both = 0;
  let apart = 0;
  let bothTo = runStart;
  let apartTo = runStart;
  for (let y = 1; y < order.length; y++) {
    const j = order[y]!;
    const low = Math.max(runStart, lastWord[j]! - width + 1);
    for (let x = y - 1; x >= 0 && lastWord[order[x]!]! >= low; x--) {
      const i = order[x]!;
      if (node[i] === node[j]) continue;
      const to = Math.min(firstWord[i]!, firstWord[j]!) + 1;
      both += Math.max(0, to - Math.max(low, bothTo));
      bothTo = Math.max(bothTo, to);
      if (start[i]! < end[j]! && start[j]! < end[i]!) continue;
      apart += Math.max(0, to - Math.max(low, apartTo));
      apartTo = Math.max(apartTo, to);
    }
  }
  return both - apart;
}
