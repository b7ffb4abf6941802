import { displayWidth, pad } from './display-width.ts';
import { messageFile } from './message-lines.ts';
import type { RunResult } from './run-result.ts';
import { type Language, say } from './wording.ts';

/** The summary of a run for a terminal. */
export function summary(result: RunResult, language: Language): string {
  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) => say(language, key, values);
  const parts = [
    tell(result.failed > 0 ? 'summary/counts-failed' : 'summary/counts', {
      documents: result.documents,
      failed: result.failed,
      tokens: grouped(result.tokens),
      occurrences: grouped(result.termOccurrences),
    }),
  ];
  if (result.topTerms.length > 0) {
    parts.push(
      table(
        [tell('summary/terms'), tell('summary/frequency'), tell('summary/documents')],
        result.topTerms.map(({ term, frequency, documents }) => [term, grouped(frequency), grouped(documents)]),
      ),
    );
  }
  if (result.topPairs.length > 0) {
    const title = tell('summary/pairs', { unit: tell(`unit/${result.pairUnit}`) });
    parts.push(
      table(
        [title, tell('summary/joint')],
        result.topPairs.map(({ a, b, joint }) => [`${a} + ${b}`, grouped(joint)]),
      ),
    );
  }
  if (result.messages.length > 0) {
    const rows = result.messages.map(({ severity, rule, count }) => [
      tell(`severity/${severity}`),
      rule,
      grouped(count),
    ]);
    const [first = [], ...others] = rows;
    parts.push(`${tell('summary/messages', { file: messageFile(result) })}\n${table(first, others, 2)}`);
  }
  parts.push(tell('summary/files', { out: result.out, files: result.files.join(' ') }));
  return `${parts.join('\n\n')}\n`;
}

/** 1234567 as 1,234,567 in every language. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Columns from `left` on stand to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string {
  const widths = head.map((title, i) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (i < left ? pad(cell, widths[i]!) : ' '.repeat(widths[i]! - displayWidth(cell)) + cell))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
