import type { CountPlan } from '../tables/count-plan.ts';
import type { ResultTables } from './result-tables.ts';
import type { RunResult } from './run-result.ts';

/** What is told of a finished result. */
export function toldResult(
  counts: CountPlan,
  tables: ResultTables,
  { out, documents, failed, files }: Pick<RunResult, 'out' | 'documents' | 'failed' | 'files'>,
): RunResult {
  const { topTerms, topPairs } = counts;
  return {
    out,
    documents,
    failed,
    ...tables.sums,
    topTerms,
    topPairs,
    pairUnit: topPairs[0]?.unit ?? '',
    messages: tables.messages.byRule(),
    notices: tables.messages.notices,
    files,
  };
}
