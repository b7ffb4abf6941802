import type { RunResult } from '../result/run-result.ts';
import { type Language, say } from '../wording/wording.ts';
import { messageFile } from './message-lines.ts';
import { grouped, textTable } from './text-table.ts';

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
      textTable(
        [
          [tell('summary/terms'), tell('summary/frequency'), tell('summary/documents')],
          ...result.topTerms.map(({ term, frequency, documents }) => [term, grouped(frequency), grouped(documents)]),
        ],
        1,
      ),
    );
  }
  if (result.topPairs.length > 0) {
    const title = tell('summary/pairs', { unit: tell(`unit/${result.pairUnit}`) });
    parts.push(
      textTable(
        [[title, tell('summary/joint')], ...result.topPairs.map(({ a, b, joint }) => [`${a} + ${b}`, grouped(joint)])],
        1,
      ),
    );
  }
  if (result.messages.length > 0) {
    const rows = result.messages.map(({ severity, rule, count }) => [
      tell(`severity/${severity}`),
      rule,
      grouped(count),
    ]);
    parts.push(`${tell('summary/messages', { file: messageFile(result) })}\n${textTable(rows, 2)}`);
  }
  parts.push(tell('summary/files', { out: result.out, files: result.files.join(' ') }));
  return `${parts.join('\n\n')}\n`;
}
