import { type ComparedUnit, compareVersions } from '../../compare/diff/compare-versions.ts';
import type { DescribedDocument } from '../../model/document.ts';
import { PieceText } from './piece-text.ts';
import { type PlacedUnit, readVersion } from './read-version.ts';

/** A version as it was given. */
export interface Version {
  /** The path that the user gave. */
  readonly name: string;
  readonly document: DescribedDocument;
  readonly units: readonly PlacedUnit[];
}

/** A unit with the text of both sides. */
export interface ComparedRow extends ComparedUnit {
  readonly textA: PieceText;
  readonly textB: PieceText;
}

export interface ComparedDocuments {
  readonly a: Version;
  readonly b: Version;
  readonly rows: readonly ComparedRow[];
}

interface Given {
  readonly name: string;
  readonly document: DescribedDocument;
}

/** Compares the texts of two documents that went through the stages of a run. */
export function compareDocuments(older: Given, newer: Given): ComparedDocuments {
  const version = ({ name, document }: Given): Version => ({ name, document, units: readVersion(document) });
  const [a, b] = [version(older), version(newer)];
  const text = ({ document, units }: Version, indices: readonly number[]) =>
    new PieceText(
      document.text,
      indices.map((i) => units[i]!),
    );
  const rows = compareVersions(a.units, b.units).map((row) => ({
    ...row,
    textA: text(a, row.a),
    textB: text(b, row.b),
  }));
  return { a, b, rows };
}

/** Share of the words of both versions that were kept, 0 to 1; 1 where there is none. */
export function keptShare({ wordsA, wordsB, wordsDeleted, wordsAdded }: WordCounts): number {
  const words = wordsA + wordsB;
  return words === 0 ? 1 : 1 - (wordsDeleted + wordsAdded) / words;
}

type WordCounts = Pick<ComparedUnit, 'wordsA' | 'wordsB' | 'wordsDeleted' | 'wordsAdded'>;

/** Whether anything became of a unit. */
export function isDifferent({ status, move }: ComparedUnit): boolean {
  return status !== 'unchanged' || move !== '';
}
