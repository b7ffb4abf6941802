import type { Term } from '../../model/term.ts';

/** How one term differs between two lists. */
export interface TermChange {
  readonly term: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** Terms that were added, removed or changed between two lists, in the order of code units. */
export function termChanges(before: readonly Term[], after: readonly Term[]): TermChange[] {
  const old = bySignature(before);
  const now = bySignature(after);
  const changes: TermChange[] = [];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(name);
    const is = now.get(name);
    if (was === is) continue;
    changes.push({ term: name, change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' });
  }
  return changes;
}

/** All that is said of each term, as one string. A term may be listed in several categories. */
function bySignature(terms: readonly Term[]): Map<string, string> {
  const signatures = new Map<string, string>();
  for (const { term, category, variants, notIn } of terms) {
    const signature = JSON.stringify([category, variants, notIn]);
    signatures.set(term, `${signatures.get(term) ?? ''}${signature}`);
  }
  return signatures;
}
