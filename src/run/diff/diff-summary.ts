import type { ComparedUnit } from '../../compare/diff/compare-versions.ts';
import { significant } from '../../measure/significant.ts';
import { type ComparedDocuments, keptShare } from './compare-documents.ts';
import { type HiddenDifferences, hiddenDifferences } from './hidden-differences.ts';

const statuses = ['unchanged', 'changed', 'split', 'merged', 'added', 'deleted'] as const;
const kinds = ['article', 'heading', 'paragraph'] as const;

/** Units of one kind by what became of them; those that moved or have another number are counted under their status, too. */
export type StatusCounts = Readonly<Record<ComparedUnit['status'] | 'moved' | 'renumbered', number>>;

export interface DiffSummary {
  readonly units: Readonly<Record<(typeof kinds)[number], StatusCounts>>;
  readonly words: {
    readonly a: number;
    readonly b: number;
    readonly deleted: number;
    readonly added: number;
    /** 1 − (deleted + added) / (a + b) */
    readonly same_share: number;
  };
  readonly hidden: HiddenDifferences;
  /** Whether the files are the same byte for byte. */
  readonly identical_files: boolean;
}

export function summarise(compared: ComparedDocuments): DiffSummary {
  const { a, b, rows } = compared;
  const none = () => Object.fromEntries([...statuses, 'moved', 'renumbered'].map((name) => [name, 0]));
  const units = Object.fromEntries(kinds.map((kind) => [kind, none()])) as Record<string, Record<string, number>>;
  const sum = { wordsA: 0, wordsB: 0, wordsDeleted: 0, wordsAdded: 0 };
  for (const row of rows) {
    const { kind } = row.b.length > 0 ? b.units[row.b[0]!]! : a.units[row.a[0]!]!;
    const counts = units[kind]!;
    counts[row.status]!++;
    if (row.move !== '') counts[row.move]!++;
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += row[name];
  }
  return {
    units: units as unknown as DiffSummary['units'],
    words: {
      a: sum.wordsA,
      b: sum.wordsB,
      deleted: sum.wordsDeleted,
      added: sum.wordsAdded,
      same_share: significant(keptShare(sum)) as number,
    },
    hidden: hiddenDifferences(compared),
    identical_files: a.document.sha256 === b.document.sha256,
  };
}
