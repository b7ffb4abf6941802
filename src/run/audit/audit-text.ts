import { printable } from '../command/printable.ts';
import { grouped, textTable } from '../command/text-table.ts';
import { type Language, say } from '../wording/wording.ts';
import { type Finding, findingNames } from './finding.ts';

/** What an audit tells. */
export interface AuditResult {
  readonly documents: number;
  readonly tokens: number;
  readonly occurrences: number;
  readonly terms: number;
  /** Terms with an occurrence. */
  readonly seen: number;
  readonly findings: readonly Finding[];
  /** The file with all findings; undefined where none was written. */
  readonly path: string | undefined;
}

// The rest is in the file: a section is to be read at one look.
const shown = 10;
/** Characters of a detail that fit on a line beside the rest. */
const longestDetail = 40;

/** An audit for a terminal: a section a kind of finding, the first of each and the number of the rest. */
export function auditText(result: AuditResult, language: Language): string {
  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) => say(language, key, values);
  const { documents, tokens, occurrences, terms, seen, findings, path } = result;
  const counts = { documents, tokens: grouped(tokens), occurrences: grouped(occurrences) };
  const parts = [tell('audit/counts', { ...counts, terms: grouped(terms), seen: grouped(seen) })];
  for (const name of findingNames) {
    const all = findings.filter(({ finding }) => finding === name);
    if (all.length === 0) continue;
    const rows = all.slice(0, shown).map(({ term, detail, count, document, line }) => {
      const place = document === '' ? '' : `${document}:${line}`;
      const cells = [term, shortened(detail), place].map(printable);
      // What stands in every row as nothing takes no column.
      return [`  ${cells[0]}`, cells[1]!, cells[2]!, count === null || count === 0 ? '' : grouped(count)];
    });
    const filled = [0, 1, 2, 3].filter((column) => rows.some((row) => row[column] !== ''));
    const lines = [`${tell(`audit/${name}`)} (${grouped(all.length)})`];
    lines.push(
      textTable(
        rows.map((row) => filled.map((column) => row[column]!)),
        filled.includes(3) ? filled.length - 1 : filled.length,
      ),
    );
    const count = all.length - rows.length;
    if (count > 0) lines.push(`  ${tell('audit/more', { count: grouped(count), file: path ?? '' })}`);
    parts.push(lines.join('\n'));
  }
  if (findings.length === 0) parts.push(tell('audit/nothing'));
  if (path !== undefined) parts.push(tell('audit/file', { file: printable(path) }));
  else if (findings.length > 0) parts.push(tell('audit/no-file'));
  return `${parts.join('\n\n')}\n`;
}

function shortened(detail: string): string {
  const characters = [...detail];
  return characters.length <= longestDetail ? detail : `${characters.slice(0, longestDetail - 1).join('')}…`;
}
