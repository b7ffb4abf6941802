import { type DescribedField, describedFields } from '../../model/description.ts';
import type { DescribedDocument } from '../../model/document.ts';
import { SettingsError } from '../command/fault.ts';
import { nearMatch } from '../command/near-match.ts';
import type { Settings } from '../settings.ts';

/** Names that are no column but follow from one. */
const derivedGroups = ['year', 'decade'];

/** Throws a SettingsError where the settings group documents by a column that there is not. */
export function checkGroups({ by, dispersion: { parts } }: Settings, metadata: readonly string[]): void {
  checkGroupColumn(by, metadata);
  const isColumn = parts !== 'documents' && parts !== 'chunks';
  checkGroupColumn(isColumn ? parts : null, metadata, 'dispersion.parts');
}

/** Throws a SettingsError where documents cannot be grouped by a column of that name. */
export function checkGroupColumn(by: string | null, metadata: readonly string[], setting = 'by'): void {
  const known = [...new Set([...metadata, ...describedFields, ...derivedGroups])];
  if (by === null || known.includes(by)) return;
  const near = nearMatch(by, known);
  const values = { setting, expected: known.join(', '), found: by };
  throw new SettingsError([
    near === undefined
      ? { rule: 'usage/not-one-of', place: '', values }
      : { rule: 'usage/misspelt-value', place: '', values: { ...values, near } },
  ]);
}

/**
 * The group of a document by a column of documents.csv: of its metadata, or of what it says of itself. `year` and `decade`
 * follow from a date where no metadata has such a column. Undefined where it has no value.
 */
export function groupValue({ meta, description }: DescribedDocument, by: string): string | undefined {
  const value = meta[by] ?? description[by as DescribedField];
  if (value !== undefined || (by !== 'year' && by !== 'decade')) return value === '' ? undefined : value;
  const date = meta.year ?? meta.date ?? description.date ?? '';
  const year = /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/.exec(date)?.[0];
  return year === undefined || by === 'year' ? year : `${year.slice(0, 3)}0`;
}
