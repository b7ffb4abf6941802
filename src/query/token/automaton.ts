import { type Pattern, QueryFault, type Region, type Test, type TokenQuery } from './query-syntax.ts';

/** A step of an automaton: to other states at once, over a token that passes a test, or where a region begins or ends. */
export type State =
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'token'; readonly test: number; next: number }
  | { readonly kind: 'anchor'; readonly region: Region; readonly edge: 'start' | 'end'; next: number }
  | { readonly kind: 'end' };

/** A query as an automaton; it begins in state 0. Tests that occur more than once in the pattern stand once. */
export interface Automaton extends Pick<TokenQuery, 'within' | 'most'> {
  readonly states: readonly State[];
  readonly tests: readonly Test[];
}

/** States of a query that repeats long groups many times: more would take longer to build than to look at. */
const mostStates = 20_000;

/** Builds the automaton of a query (Thompson 1968). Throws QueryFault where no token is needed, or it becomes too large. */
export function buildAutomaton({ pattern, within, most }: TokenQuery): Automaton {
  const states: State[] = [];
  const tests: Test[] = [];
  const numbers = new Map<Test, number>();
  const add = (state: State): number => {
    if (states.length >= mostStates) throw new QueryFault('query/too-large', 1);
    return states.push(state) - 1;
  };
  const numberOf = (test: Test) => {
    let number = numbers.get(test);
    if (number === undefined) {
      number = tests.push(test) - 1;
      numbers.set(test, number);
    }
    return number;
  };
  const fork = () => {
    const next: number[] = [];
    return { next, at: add({ kind: 'fork', next }) };
  };
  /** States of a pattern, from its entry to a state where it ends; that one forks to whatever comes next. */
  const build = (part: Pattern): { entry: number; exit: { next: number[] } } => {
    const entry = fork();
    if (part.kind === 'sequence') {
      let exit: { next: number[] } = entry;
      for (const inner of part.parts) {
        const built = build(inner);
        exit.next.push(built.entry);
        exit = built.exit;
      }
      return { entry: entry.at, exit };
    }
    const exit = fork();
    switch (part.kind) {
      case 'token':
        entry.next.push(add({ kind: 'token', test: numberOf(part.test), next: exit.at }));
        break;
      case 'anchor':
        entry.next.push(add({ kind: 'anchor', region: part.region, edge: part.edge, next: exit.at }));
        break;
      case 'choice':
        for (const inner of part.parts) {
          const built = build(inner);
          entry.next.push(built.entry);
          built.exit.next.push(exit.at);
        }
        break;
      case 'repeat': {
        let from: { next: number[] } = entry;
        const copies = part.most ?? Math.max(1, part.least);
        for (let i = 0; i < copies; i++) {
          if (i >= part.least) from.next.push(exit.at);
          const built = build(part.part);
          from.next.push(built.entry);
          from = built.exit;
          if (part.most === undefined && i === copies - 1) from.next.push(built.entry);
        }
        from.next.push(exit.at);
      }
    }
    return { entry: entry.at, exit };
  };
  const { exit } = build(pattern);
  exit.next.push(add({ kind: 'end' }));
  if (tests.length === 0) throw new QueryFault('query/no-token', 1);
  return { states, tests, within, most };
}
