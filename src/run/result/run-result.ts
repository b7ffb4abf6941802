import type { Severity } from '../../model/message.ts';
import type { Notice } from './message-rows.ts';

/** What a run tells at its end. */
export interface RunResult {
  readonly out: string;
  readonly documents: number;
  /** Documents that could not be processed. */
  readonly failed: number;
  readonly tokens: number;
  readonly termOccurrences: number;
  /** The most frequent terms. */
  readonly topTerms: readonly { readonly term: string; readonly frequency: number; readonly documents: number }[];
  /** The pairs that share most units of the first kind that was counted. */
  readonly topPairs: readonly { readonly a: string; readonly b: string; readonly joint: number }[];
  /** The unit of `topPairs`. */
  readonly pairUnit: string;
  readonly messages: readonly { readonly severity: Severity; readonly rule: string; readonly count: number }[];
  /** The first errors and warnings, one by one; `messages` has the numbers of all. */
  readonly notices: readonly Notice[];
  /** Names of the files, those under text/ left out; of other folders only the folder, with its `/`. */
  readonly files: readonly string[];
}
