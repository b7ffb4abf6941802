import { describedFields } from '../model/description.ts';

/** Columns of documents.csv that the program fills; what a document says of itself is not among them: there the user goes first. */
const reserved = new Set([
  'document',
  'format',
  'encoding',
  'bytes',
  'sha256',
  'pages',
  'characters',
  'blocks',
  'sentences',
  'tokens',
  'types',
  'term_occurrences',
  'status',
]);

/** A column of a metadata table: what it is called in the output, and its place in the rows. */
export interface MetadataColumn {
  readonly name: string;
  readonly index: number;
}

/**
 * Names for the columns to keep that are unique, also for programs that do not tell `Year` from `year`, and collide with
 * no column of documents.csv. Every change is told.
 */
export function metadataColumns(
  header: readonly string[],
  keep: readonly boolean[],
  tell: (rule: string, values: Record<string, string | number>) => void,
): MetadataColumn[] {
  const taken = new Set<string>();
  const columns: MetadataColumn[] = [];
  header.forEach((cell, index) => {
    if (!keep[index]) return;
    const column = index + 1;
    const given = cell.normalize('NFC').replace(/\s+/g, ' ');
    const lower = given.toLowerCase();
    let name = given;
    let rule = '';
    if (given === '') {
      name = `column_${column}`;
      rule = 'metadata-unnamed-column';
    } else if ((describedFields as readonly string[]).includes(lower)) {
      name = lower;
    } else if (reserved.has(lower)) {
      name = `meta_${given}`;
      rule = 'metadata-renamed-column';
    }
    const base = name;
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      name = `${base}_${n}`;
      rule = 'metadata-duplicate-column';
    }
    taken.add(name.toLowerCase());
    columns.push({ name, index });
    if (rule !== '') tell(rule, { column, found: given, name });
  });
  return columns;
}
