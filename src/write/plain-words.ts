import type { DescribedDocument } from '../model/document.ts';
import { documentParts, type Piece } from './document-parts.ts';
import { plainSigns } from './plain-signs.ts';

/**
 * The text with a space between words and marks, one block a line. White space inside a word becomes `_`; citation marks
 * are left out.
 */
export function plainWords(document: DescribedDocument): string {
  return documentParts(document)
    .map(({ sentences }) => sentences.flatMap(({ pieces }) => spaced(pieces)).join(' '))
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** The words alone, in their order, with a space between two. */
export function onlyWords(document: DescribedDocument, counts: (kind: string) => boolean): string {
  return documentParts(document)
    .filter(({ block }) => counts(block.kind))
    .flatMap(({ sentences }) => sentences.flatMap(({ pieces }) => spaced(pieces.filter(({ kind }) => kind === 'word'))))
    .join(' ');
}

function spaced(pieces: readonly Piece[]): string[] {
  return pieces
    .filter(({ kind }) => kind !== 'citation')
    .map(({ lemma }) => plainSigns(lemma.replace(/\p{White_Space}+/gu, '_')));
}
