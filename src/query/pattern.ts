import type { Term } from '../model/term.ts';
import type { Span } from '../text/offset-map.ts';
import { PlainSearch, type PlainSettings } from './plain-search.ts';
import type { TextView } from './text-view.ts';
import { type Automaton, buildAutomaton } from './token/automaton.ts';
import { matchQuery } from './token/match-query.ts';
import { QueryFault, type Strategy } from './token/query-syntax.ts';
import { readQuery } from './token/read-query.ts';
import { asksForTerms, unitTests } from './token/test-units.ts';

export type PatternKind = 'term' | 'regex' | 'query';

/** A pattern that can be looked for in texts. */
export interface Finder {
  readonly kind: PatternKind;
  /** Matches by their start, then their end. */
  find(view: TextView): readonly Span[];
  /** Occurrences of a plain string so far that were left out because they begin or end inside a word. */
  readonly refused: number;
}

/** What a pattern is: a regular expression stands between slashes, a token query begins with one of its signs. */
export function kindOf(pattern: string): PatternKind {
  const trimmed = pattern.trim();
  if (/^\/.+\/[a-z]*$/s.test(trimmed)) return 'regex';
  return /^(?:\(\s*)*["“'‘<]|^(?:\(\s*)*\[(?:\]|!|\(|\s*[\p{L}_]+\s*(?:!?=|["“'‘]))|^\(\?\s*\w+\s*\)/u.test(trimmed)
    ? 'query'
    : 'term';
}

/** Where a pattern is to be found. */
export interface PatternSettings extends PlainSettings {
  readonly strategy: Strategy;
  readonly terms: readonly Term[];
}

/** Makes a finder of a pattern. Throws QueryFault where it cannot be read. */
export function createFinder(pattern: string, settings: PatternSettings, kind: PatternKind = kindOf(pattern)): Finder {
  if (kind === 'term') return plainFinder(pattern.trim(), settings);
  if (kind === 'regex') return { kind, refused: 0, find: regexFinder(pattern.trim()) };
  return { kind, refused: 0, find: queryFinder(pattern, settings) };
}

function plainFinder(string: string, settings: PlainSettings): Finder {
  if (!/[\p{L}\p{N}]/u.test(string)) throw new QueryFault('query/no-word', 1, { found: string });
  const search = new PlainSearch([string], settings);
  let refused = 0;
  return {
    kind: 'term',
    get refused() {
      return refused;
    },
    find(view) {
      const found = search.find(view);
      refused += found.refused[0]!;
      return found.spans[0]!;
    },
  };
}

/** Finds what `/…/` matches in the text of each block; a match of nothing is none. */
export function regexFinder(pattern: string): Finder['find'] {
  const close = pattern.lastIndexOf('/');
  const flags = pattern.slice(close + 1);
  const other = /[^imsu]/.exec(flags);
  if (other !== null) throw new QueryFault('query/bad-regex-flag', close + 2 + other.index, { found: other[0] });
  let regex: RegExp;
  try {
    regex = new RegExp(pattern.slice(1, close), `${[...new Set(`${flags}gu`)].join('')}`);
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: .*?\/[a-z]*: /s, '');
    throw new QueryFault('query/bad-regex', 1, { found: pattern, reason });
  }
  return ({ document, blocks }) =>
    blocks.flatMap((block) => {
      const spans: Span[] = [];
      for (const { index, 0: match } of document.text.slice(block.start, block.end).matchAll(regex)) {
        const start = block.start + index;
        if (match !== '') spans.push({ start, end: start + match.length });
      }
      return spans;
    });
}

/** Finds the matches of a token query. */
export function queryFinder(pattern: string, settings: Pick<PatternSettings, 'strategy' | 'terms'>): Finder['find'] {
  const query = readQuery(pattern);
  return automatonFinder(buildAutomaton(query), query.strategy ?? settings.strategy, settings.terms);
}

/** Finds the matches of an automaton. */
function automatonFinder(automaton: Automaton, strategy: Strategy, terms: readonly Term[]): Finder['find'] {
  const withTerms = asksForTerms(automaton.tests);
  return (view) => {
    const { units, document } = view;
    const where = withTerms ? view.terms : undefined;
    const tests = unitTests(automaton.tests, units, document.text, terms, where);
    return matchQuery(automaton, units, tests, strategy).map(({ first, end }) => ({
      start: units.start[first]!,
      end: units.end[end - 1]!,
    }));
  };
}
