import type { Edit } from './edit.ts';
import { editScript } from './edit-script.ts';
import { kindOfChange, type VersionChange } from './kind-of-change.ts';
import { matchUnits } from './match-units.ts';
import { joinUnits, type VersionUnit } from './version-unit.ts';

export type UnitStatus = 'unchanged' | 'changed' | 'split' | 'merged' | 'added' | 'deleted';

/** What became of an article or paragraph. */
export interface ComparedUnit {
  readonly status: UnitStatus;
  /** Indices of the units of each version, rising; empty where it was added or deleted. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Whether it stands at another place, and else whether its number is another one. */
  readonly move: '' | 'moved' | 'renumbered';
  /** The gravest change; empty where there is none, and where the unit was added or deleted. */
  readonly change: '' | VersionChange;
  /** Over the pieces of the units of each version, joined by `joinUnits`. */
  readonly edits: readonly Edit[];
  readonly wordsA: number;
  readonly wordsB: number;
  readonly wordsDeleted: number;
  readonly wordsAdded: number;
}

/**
 * Compares two versions by units: in the order of the newer one, what was deleted where it stood. Swapping the versions swaps
 * added and deleted, split and merged, and both sides.
 */
export function compareVersions(a: readonly VersionUnit[], b: readonly VersionUnit[]): ComparedUnit[] {
  const matches = matchUnits(a, b);
  const renumbered = new Map<string, string>();
  for (const match of matches) {
    const [from, to] = [a[match.a[0]!]!.number, b[match.b[0]!]!.number];
    if (from !== '' && to !== '') renumbered.set(from, to);
  }
  const matched = matches.map((match) => {
    const [inA, inB] = [joinUnits(match.a.map((i) => a[i]!)), joinUnits(match.b.map((j) => b[j]!))];
    const edits = editScript(inA, inB);
    const words = countWords(edits, inA.isWord, inB.isWord);
    const isRenumbered = match.a.length === match.b.length && a[match.a[0]!]!.number !== b[match.b[0]!]!.number;
    const change = kindOfChange(edits, inA.pieces, inB.pieces, renumbered);
    const status =
      match.b.length > 1 ? 'split' : match.a.length > 1 ? 'merged' : change === '' ? 'unchanged' : 'changed';
    const move = match.isMoved ? 'moved' : isRenumbered ? 'renumbered' : '';
    return { status, a: match.a, b: match.b, move, change, edits, ...words } satisfies ComparedUnit;
  });
  const inA = new Set(matches.flatMap((match) => match.a));
  const inB = new Set(matches.flatMap((match) => match.b));
  const rows: ComparedUnit[] = [];
  let nextA = 0;
  const deletedBefore = (end: number) => {
    for (; nextA < end; nextA++) if (!inA.has(nextA)) rows.push(deleted(a[nextA]!, nextA));
  };
  const byB = new Map(matched.map((row) => [row.b[0]!, row]));
  for (let j = 0; j < b.length; j++) {
    const row = byB.get(j);
    if (row !== undefined) {
      if (row.move !== 'moved') deletedBefore(row.a[0]!);
      rows.push(row);
    } else if (!inB.has(j)) rows.push(mirrored(deleted(b[j]!, j)));
  }
  deletedBefore(a.length);
  return deletedFirst(rows);
}

/** In a run of units that only one version has the deleted ones come before the added ones. */
function deletedFirst(rows: readonly ComparedUnit[]): ComparedUnit[] {
  const ordered: ComparedUnit[] = [];
  let added: ComparedUnit[] = [];
  for (const row of rows) {
    if (row.status === 'added') added.push(row);
    else {
      if (row.status !== 'deleted') {
        ordered.push(...added);
        added = [];
      }
      ordered.push(row);
    }
  }
  return [...ordered, ...added];
}

function deleted({ pieces, isWord }: VersionUnit, index: number): ComparedUnit {
  const edits = [{ same: false, aStart: 0, aEnd: pieces.length, bStart: 0, bEnd: 0 }];
  const counts = countWords(edits, isWord, new Uint8Array(0));
  return { status: 'deleted', a: [index], b: [], move: '', change: '', edits, ...counts };
}

function mirrored(row: ComparedUnit): ComparedUnit {
  return {
    ...row,
    status: 'added',
    a: row.b,
    b: row.a,
    edits: row.edits.map((edit) => ({
      ...edit,
      aStart: edit.bStart,
      aEnd: edit.bEnd,
      bStart: edit.aStart,
      bEnd: edit.aEnd,
    })),
    wordsA: row.wordsB,
    wordsB: row.wordsA,
    wordsDeleted: row.wordsAdded,
    wordsAdded: row.wordsDeleted,
  };
}

function countWords(edits: readonly Edit[], isWordA: Uint8Array, isWordB: Uint8Array) {
  const count = (flags: Uint8Array, start: number, end: number) => {
    let words = 0;
    for (let i = start; i < end; i++) words += flags[i]!;
    return words;
  };
  let wordsDeleted = 0;
  let wordsAdded = 0;
  for (const { same, aStart, aEnd, bStart, bEnd } of edits) {
    if (same) continue;
    wordsDeleted += count(isWordA, aStart, aEnd);
    wordsAdded += count(isWordB, bStart, bEnd);
  }
  const [wordsA, wordsB] = [count(isWordA, 0, isWordA.length), count(isWordB, 0, isWordB.length)];
  return { wordsA, wordsB, wordsDeleted, wordsAdded };
}
