import { join } from 'node:path';
import { type CorpusError, SeveralErrors } from '../../model/errors.ts';
import type { Code } from '../../query/coding/coding-rule.ts';
import { readCodingRules } from '../../query/coding/read-coding-rules.ts';
import { type ResolvedCodes, resolveCodes } from '../../query/coding/resolve-codes.ts';
import type { GradedEntry } from '../../query/grade/graded-entry.ts';
import { readGradedLexicon } from '../../query/grade/read-graded-lexicon.ts';
import { lastPart } from '../result/manifest.ts';
import { builtin, none, type Settings } from '../settings.ts';
import { findPackageRoot } from './package-root.ts';

/** The coding rules and graded words of a run. */
export interface CodingLists {
  readonly rules: ResolvedCodes;
  readonly grades: readonly GradedEntry[];
  /** What the pipeline makes of a string: those of rules and lexicons get the same. */
  readonly normalise: (form: string) => string;
}

/**
 * Reads the coding rules and graded lexicons of the settings; `decoded` gives the text of a list. Throws all that is wrong
 * with them: a rule that was left out would be a code that is never found.
 */
export function readCodingLists(
  settings: Pick<Settings, 'rules' | 'grades'>,
  decoded: (kind: 'rules' | 'grades', path: string) => string,
  normalise: (form: string) => string,
): CodingLists {
  const errors: CorpusError[] = [];
  const codes: Code[] = [];
  for (const path of settings.rules.filter((path) => path !== none)) {
    const read = readCodingRules(decoded('rules', path), path);
    codes.push(...read.codes);
    errors.push(...read.errors);
  }
  // With rules missing for their faults, references to them are no faults of their own.
  const rules = resolveCodes(codes, errors.length > 0 ? [] : errors);
  const grades: GradedEntry[] = [];
  for (const given of settings.grades.filter((path) => path !== none)) {
    const path = given === builtin ? join(findPackageRoot().folder, 'lexicon', 'policy-strength.csv') : given;
    const read = readGradedLexicon(decoded('grades', path), lastPart(path), path);
    grades.push(...read.entries);
    errors.push(...read.errors);
  }
  const [first, ...others] = errors;
  if (first !== undefined) throw others.length === 0 ? first : new SeveralErrors(first, others);
  return { rules, grades, normalise };
}
