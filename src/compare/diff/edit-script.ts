import { alignPieces } from './align-pieces.ts';
import type { Edit } from './edit.ts';
import { tidyEdits } from './tidy-edits.ts';
import type { Content } from './version-unit.ts';
import { wholeWords } from './whole-words.ts';

/**
 * What turns the content `a` into `b`, from start to end without gaps. Kept stretches have the same characters, though a word of
 * one may be two of the other. Swapping the contents swaps the ranges.
 */
export function editScript(a: Content, b: Content): Edit[] {
  // Of several ways that are as good the one taken depends on which comes first: so it is always the same.
  if (isAfter(a.pieces, b.pieces)) {
    return editScript(b, a).map(({ same, aStart, aEnd, bStart, bEnd }) => ({
      same,
      aStart: bStart,
      aEnd: bEnd,
      bStart: aStart,
      bEnd: aEnd,
    }));
  }
  const ids = new Map<string, number>();
  const weight: number[] = [];
  const number = ({ pieces, isWord, goesOn }: Content) =>
    Int32Array.from(pieces, (piece, i) => {
      let id = ids.get(piece);
      if (id === undefined) {
        id = ids.size;
        ids.set(piece, id);
        weight.push(isWord[i] === 1 || goesOn[i] === 1 ? wordWeight(piece) : 1);
      }
      return id;
    });
  const partner = alignPieces(number(a), number(b), weight);
  return tidyEdits(wholeWords(editsOf(partner, b.pieces.length), a, b), a, b);
}

/** Longer words say more: 的 1, 规定 4, 国务院 6. */
function wordWeight(word: string): number {
  return word.length === 1 ? 1 : Math.min(word.length, 6) * 2;
}

function editsOf(partner: Int32Array, bLength: number): Edit[] {
  const edits: Edit[] = [];
  let a = 0;
  let b = 0;
  while (a < partner.length || b < bLength) {
    const [aStart, bStart] = [a, b];
    while (a < partner.length && partner[a] === b) {
      a++;
      b++;
    }
    if (a > aStart) edits.push({ same: true, aStart, aEnd: a, bStart, bEnd: b });
    const [aFrom, bFrom] = [a, b];
    while (a < partner.length && partner[a] === -1) a++;
    b = a < partner.length ? partner[a]! : bLength;
    if (a > aFrom || b > bFrom) edits.push({ same: false, aStart: aFrom, aEnd: a, bStart: bFrom, bEnd: b });
  }
  return edits;
}

function isAfter(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const at = a.findIndex((piece, i) => piece !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
}
