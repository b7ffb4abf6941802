import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import { csvEntries } from './csv-entries.ts';
import { termOf } from './term-entry.ts';
import { yamlEntries } from './yaml-entries.ts';

/** A term list as it was read. */
export interface TermList {
  readonly name: string;
  readonly terms: readonly Term[];
  /** 1-based line of each term. */
  readonly lines: readonly number[];
  /** What was wrong with it: bad lines are left out, the rest is used. `values` name the list and the line. */
  readonly messages: readonly Message[];
}

/**
 * Reads a term list: YAML where the name ends in .yaml, .yml or .json (which is YAML too), else comma or tab separated
 * values or one term a line. Never throws: `readTermList` refuses what has no term.
 */
export function parseTermList(content: string, name: string): TermList {
  const text = content.replace(/^\ufeff/, '');
  const { entries, messages } = /\.(?:ya?ml|json)$/i.test(name) ? yamlEntries(text, name) : csvEntries(text, name);
  const terms: Term[] = [];
  const lines: number[] = [];
  for (const entry of entries) {
    const term = termOf(entry, name, messages);
    if (term === undefined) continue;
    terms.push(term);
    lines.push(entry.line);
  }
  messages.sort((a, b) => Number(a.values?.line) - Number(b.values?.line));
  return { name, terms, lines, messages };
}
