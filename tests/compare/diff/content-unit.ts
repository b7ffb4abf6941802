import type { VersionUnit } from '../../../src/compare/diff/version-unit.ts';

/** A unit of these pieces; one with a letter or digit in it is a word, and one that ends with `+` goes on. */
export function contentUnit(given: readonly string[], number = '', isHeading = false): VersionUnit {
  const goesOn = Uint8Array.from(given, (piece) => (piece.length > 1 && piece.endsWith('+') ? 1 : 0));
  const pieces = given.map((piece, i) => (goesOn[i] === 1 ? piece.slice(0, -1) : piece));
  const isWord = Uint8Array.from(pieces, (piece, i) => (/[\p{L}\p{N}]/u.test(piece) && goesOn[i] === 0 ? 1 : 0));
  return { number, isHeading, pieces, isWord, goesOn };
}
