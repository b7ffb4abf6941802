import { printable } from '../command/printable.ts';
import { grouped } from '../command/text-table.ts';
import { type Language, say } from '../wording/wording.ts';
import { type ComparedDocuments, isDifferent } from './compare-documents.ts';
import type { DiffSummary } from './diff-summary.ts';

const told = ['unchanged', 'changed', 'split', 'merged', 'added', 'deleted', 'moved', 'renumbered'] as const;

const titles = [
  ['article', 'diff/articles'],
  ['heading', 'diff/headings'],
  ['paragraph', 'diff/paragraphs-title'],
] as const;

/** The summary of a comparison in a few lines. */
export function summaryLines({ a, b, rows }: ComparedDocuments, summary: DiffSummary, language: Language): string[] {
  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) => say(language, key, values);
  const lines = [`${printable(a.name)} → ${printable(b.name)}`];
  if (summary.identical_files) lines.push(tell('diff/identical-files'));
  else if (!rows.some(isDifferent)) lines.push(tell('diff/no-difference'));
  for (const [kind, title] of titles) {
    const counts = summary.units[kind];
    const parts = told
      .filter((name) => counts[name] > 0)
      .map((name) => tell(`diff/count-${name}`, { count: counts[name] }));
    if (parts.length > 0) lines.push(`${tell(title)}${parts.join(comma(language))}`);
  }
  const { words, hidden } = summary;
  lines.push(
    tell('diff/words', {
      a: grouped(words.a),
      b: grouped(words.b),
      deleted: grouped(words.deleted),
      added: grouped(words.added),
      share: percent(words.same_share),
    }),
  );
  if (hidden.spacing + hidden.characters > 0) {
    lines.push(tell('diff/hidden', { spacing: grouped(hidden.spacing), characters: grouped(hidden.characters) }));
  }
  return lines;
}

/** Between the parts of an enumeration. */
export function comma(language: Language): string {
  return language === 'zh' ? '，' : ', ';
}

/** Never 100.0 where something differs. */
function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  return shown === '100.0' && share < 1 ? '99.9' : shown;
}
