import { alignPieces } from '../../compare/diff/align-pieces.ts';
import { type Span, toSource } from '../../text/offset-map.ts';
import type { ComparedDocuments } from './compare-documents.ts';

/** Places where the sources differ and the repaired, normalised texts do not. */
export interface HiddenDifferences {
  /** Line breaks and other white space. */
  readonly spacing: number;
  /** Widths, forms of marks and characters, and what stands around the text of a page. */
  readonly characters: number;
}

const anyUnit = new Uint8Array(0x10000).fill(4);
const white = /^[\s\u200b\ufeff]*$/;

/** Counts them where the words of both versions are the same. */
export function hiddenDifferences({ a, b, rows }: Pick<ComparedDocuments, 'a' | 'b' | 'rows'>): HiddenDifferences {
  let spacing = 0;
  let characters = 0;
  const rawOf = ({ document: { raw, map } }: ComparedDocuments['a'], span: Span) => {
    const { start, end } = toSource(map, span);
    return raw.slice(start, end);
  };
  const compare = (inA: string, inB: string) => {
    if (inA === inB) return;
    for (const difference of differences(inA, inB)) {
      if (white.test(difference)) spacing++;
      else characters++;
    }
  };
  for (const row of rows) {
    const [unitsA, unitsB] = [row.a.map((i) => a.units[i]!), row.b.map((j) => b.units[j]!)];
    for (const { same, aStart, aEnd, bStart, bEnd } of row.edits) {
      if (!same) continue;
      const inA = row.textA.stretches(aStart, aEnd);
      const inB = row.textB.stretches(bStart, bEnd);
      inA.forEach((span, k) => {
        const other = inB[k];
        if (other === undefined) return;
        // The number of an article, and the space after it.
        const isFirst = k === 0 && aStart === 0 && bStart === 0 && unitsA[0]!.number === unitsB[0]!.number;
        const from = (own: Span, units: typeof unitsA) =>
          isFirst ? { ...own, start: units[0]!.blocks[0]!.start } : own;
        compare(rawOf(a, from(span, unitsA)), rawOf(b, from(other, unitsB)));
      });
    }
  }
  return { spacing, characters };
}

/** The characters of each stretch that only one of two sources has, of both sides together. */
function differences(a: string, b: string): string[] {
  const units = (text: string) => Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const partner = alignPieces(units(a), units(b), anyUnit);
  const found: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && partner[i] === j) {
      i++;
      j++;
      continue;
    }
    const [fromA, fromB] = [i, j];
    while (i < a.length && partner[i] === -1) i++;
    j = i < a.length ? partner[i]! : b.length;
    found.push(a.slice(fromA, i) + b.slice(fromB, j));
  }
  return found;
}
