import type { Automaton } from './automaton.ts';
import type { Strategy } from './query-syntax.ts';
import type { UnitTests } from './test-units.ts';
import type { TextUnits } from './text-units.ts';

/** A match as tokens: from `first` to before `end`. */
export interface UnitMatch {
  readonly first: number;
  readonly end: number;
}

/** All results of a query in one text, by their start, then the shortest first. */
export function matchQuery(
  automaton: Automaton,
  units: TextUnits,
  tests: UnitTests,
  strategy: Strategy,
): readonly UnitMatch[] {
  const search = new Search(automaton, units, tests);
  const matches: UnitMatch[] = [];
  for (let first = 0; first < units.length; first++) {
    const end = search.from(first, strategy === 'longest');
    if (end > first) matches.push({ first, end });
  }
  return reduced(matches, strategy);
}

/** What a strategy keeps of matches with rising starts; see `Strategy`. */
function reduced(matches: readonly UnitMatch[], strategy: Strategy): readonly UnitMatch[] {
  if (strategy === 'traditional') return matches;
  if (strategy === 'standard') {
    const ends = new Set<number>();
    return matches.filter(({ end }) => {
      const isNew = !ends.has(end);
      ends.add(end);
      return isNew;
    });
  }
  if (strategy === 'longest') {
    let furthest = 0;
    return matches.filter(({ end }) => {
      const reaches = end > furthest;
      furthest = Math.max(furthest, end);
      return reaches;
    });
  }
  let nearest = Number.POSITIVE_INFINITY;
  return matches
    .toReversed()
    .filter(({ end }) => {
      const holdsNone = end < nearest;
      nearest = Math.min(nearest, end);
      return holdsNone;
    })
    .reverse();
}

/** Runs an automaton over the tokens of one text: all its states at once, a token at a time. */
class Search {
  readonly #automaton: Automaton;
  readonly #units: TextUnits;
  readonly #tests: UnitTests;
  /** Where a state was entered last, by the number of the step. */
  readonly #entered: Float64Array;
  #step = 0;
  /** States to enter before each of the next tokens; a term of several tokens leads further than the next. */
  readonly #waiting: number[][] = [[]];
  /** Tests that a match may begin with. */
  readonly #first: readonly number[];
  #limitEnd = 0;

  constructor(automaton: Automaton, units: TextUnits, tests: UnitTests) {
    this.#automaton = automaton;
    this.#units = units;
    this.#tests = tests;
    this.#entered = new Float64Array(automaton.states.length);
    this.#first = firstTests(automaton);
  }

  /** End of the first (or longest) match that begins at a token; -1 where there is none. */
  from(first: number, longest: boolean): number {
    const { states, within, most } = this.#automaton;
    const region = this.#units.region[within];
    if (this.#limitEnd <= first) {
      this.#limitEnd = first + 1;
      while (this.#limitEnd < this.#units.length && region[this.#limitEnd] === region[first]) this.#limitEnd++;
    }
    const tests = this.#tests;
    if (!this.#first.some((test) => tests.passes(test, first) || tests.termEnd(test, first) >= 0)) return -1;
    const last = Math.min(this.#limitEnd, first + most);
    let found = -1;
    let reach = first;
    this.#waitAt(0).push(0);
    for (let at = first; at <= reach; at++) {
      const here = this.#waiting[at - first]!;
      this.#step++;
      while (here.length > 0) {
        const number = here.pop()!;
        if (this.#entered[number] === this.#step) continue;
        this.#entered[number] = this.#step;
        const state = states[number]!;
        if (state.kind === 'fork') here.push(...state.next);
        else if (state.kind === 'anchor') {
          if (this.#isEdge(state.region, state.edge, at)) here.push(state.next);
        } else if (state.kind === 'end') {
          if (at > first) found = at;
        } else if (at < last) {
          const term = tests.termEnd(state.test, at);
          const next = term >= 0 ? term + 1 : tests.passes(state.test, at) ? at + 1 : -1;
          if (next >= 0 && next <= last) {
            this.#waitAt(next - first).push(state.next);
            reach = Math.max(reach, next);
          }
        }
      }
      if (found >= 0 && !longest) break;
    }
    for (let i = 0; i <= reach - first; i++) this.#waiting[i]!.length = 0;
    return found;
  }

  #waitAt(distance: number): number[] {
    while (this.#waiting.length <= distance) this.#waiting.push([]);
    return this.#waiting[distance]!;
  }

  #isEdge(name: 's' | 'p' | 'text', edge: 'start' | 'end', at: number): boolean {
    const region = this.#units.region[name];
    if (at === 0) return edge === 'start';
    if (at === this.#units.length) return edge === 'end';
    return region[at] !== region[at - 1];
  }
}

function firstTests({ states }: Automaton): number[] {
  const tests = new Set<number>();
  const seen = new Set<number>();
  const open = [0];
  while (open.length > 0) {
    const number = open.pop()!;
    if (seen.has(number)) continue;
    seen.add(number);
    const state = states[number]!;
    if (state.kind === 'token') tests.add(state.test);
    else if (state.kind === 'fork') open.push(...state.next);
    else if (state.kind === 'anchor') open.push(state.next);
  }
  return [...tests];
}
