import type { Groups } from '../../compare/groups.ts';
import type { Side } from '../../compare/reference.ts';
import type { Message } from '../../model/message.ts';

/**
 * The side that these names give together: names of groups, or `1978..1992` for all groups of a series from one to the
 * other. Undefined where none is a group; what is none is told.
 */
export function sideOf(
  setting: 'target' | 'reference',
  given: readonly string[],
  groups: Groups,
  tell: (severity: Message['severity'], name: string, values: Message['values'] & object) => void,
): Side | undefined {
  if (given.length === 0) return undefined;
  const expected = groups.names.slice(0, 20).join(', ');
  const found = given.map((name) => groupsOf(name, groups));
  const known = given.filter((_, i) => found[i]!.length > 0);
  for (const name of given.filter((_, i) => found[i]!.length === 0)) {
    tell('error', known.length > 0 ? 'group-left-out' : 'no-such-group', { setting, found: name, expected });
  }
  if (known.length === 0) return undefined;
  return { name: known.join(';'), groups: [...new Set(found.flat())].sort((a, b) => a - b) };
}

function groupsOf(name: string, { names, isSeries, times }: Groups): number[] {
  const index = names.indexOf(name);
  if (index >= 0) return [index];
  const ends = name.split('..').map((end) => Number.parseFloat(end));
  if (!isSeries || ends.length !== 2 || ends.some(Number.isNaN)) return [];
  // The last year is whole: 2015 takes 2015-03-05.
  const isYears = names.some((other) => other.includes('-', 1));
  const [from, to] = [ends[0]!, isYears ? ends[1]! + 1 - 1e-9 : ends[1]!];
  return [...names.keys()].filter((group) => times[group]! >= from && times[group]! <= to);
}
