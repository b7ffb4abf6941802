import { significant } from '../measure/significant.ts';
import { candidateColumns } from '../model/candidate-columns.ts';
import { text } from '../model/columns.ts';
import type { Cell, TableSchema } from '../model/table.ts';
import type { FoundTerm } from './discover-terms.ts';

export const candidateSchema: TableSchema = {
  name: 'candidates',
  en: 'One row per string that may be a term, best first, in the format of a term list.',
  zh: '每个候选术语一行，得分高者在前，格式同术语表。',
  columns: [
    text('term', 'The candidate.', '候选术语。'),
    text(
      'category',
      'A suggestion, where the listed terms inside it agree; else empty.',
      '建议类别：仅当其中所含的已列术语类别一致时给出，否则为空。',
    ),
    text('variants', 'For you to fill: other forms, parted by |.', '供填写：其他写法，以 | 分隔。'),
    text('not_in', 'For you to fill: longer strings in which it is not meant.', '供填写：不应计入的更长字串。'),
    text('note', 'For you to fill.', '供填写：备注。'),
    ...candidateColumns,
  ],
};

/** The cells of `candidateSchema`; rates are by `words` words. */
export function candidateRow(
  found: FoundTerm,
  words: number,
  shown: { readonly category: string; readonly known: boolean; readonly examples: readonly string[] },
): Cell[] {
  const { candidate, places, score, dpNorm, logRatio, referenceFrequency, inside } = found;
  const [first = null, second = null, third = null] = shown.examples;
  return [
    candidate.form,
    shown.category || null,
    null,
    null,
    null,
    significant(score),
    places.frequency,
    places.documents,
    significant((places.frequency * 1e6) / words),
    significant(dpNorm),
    candidate.sources.join(' '),
    significant(candidate.cValue),
    significant(candidate.ncValue),
    significant(candidate.cohesion),
    significant(candidate.leftEntropy),
    significant(candidate.rightEntropy),
    candidate.alone,
    significant(logRatio),
    referenceFrequency,
    inside ?? null,
    shown.known ? 'yes' : null,
    first,
    second,
    third,
  ];
}
