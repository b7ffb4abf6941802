import type { VersionUnit } from '../../../src/compare/diff/version-unit.ts';

/** A unit of these pieces; a piece with a letter or digit in it is a word. */
export function contentUnit(pieces: readonly string[], number = '', isHeading = false): VersionUnit {
  return {
    number,
    isHeading,
    pieces,
    isWord: Uint8Array.from(pieces, (piece) => (/[\p{L}\p{N}]/u.test(piece) ? 1 : 0)),
  };
}
