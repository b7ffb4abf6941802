import type { Term } from '../../model/term.ts';
import { countBelow } from '../../text/count-below.ts';
import type { Span } from '../../text/offset-map.ts';
import { queryFinder, regexFinder } from '../pattern.ts';
import { PlainSearch, type PlainSettings } from '../plain-search.ts';
import type { TextView } from '../text-view.ts';
import { type Code, partsOf, type Rule, type RuleUnit } from './coding-rule.ts';
import type { ResolvedCodes } from './resolve-codes.ts';
import { spanChains } from './span-chains.ts';

/** Finds all codes in a text: for each code its places by start, apart from each other. */
export type FindCodes = (view: TextView) => readonly (readonly Span[])[];

/** Prepares codes for texts: patterns are read once, and all plain strings are looked for in one pass. */
export function createFindCodes(
  { codes, references, order }: ResolvedCodes,
  terms: readonly Term[],
  settings: PlainSettings,
): FindCodes {
  const strings: string[] = [];
  const finders = new Map<Rule, (view: TextView) => readonly Span[]>();
  const stringOf = new Map<Rule, number>();
  const prepare = (rule: Rule): void => {
    const { base } = rule;
    if (base.kind === 'plain') stringOf.set(rule, strings.push(base.pattern) - 1);
    else if (base.kind === 'regex') finders.set(rule, regexFinder(base.pattern));
    else if (base.kind === 'query') finders.set(rule, queryFinder(base.pattern, { strategy: 'standard', terms }));
    for (const part of partsOf(rule)) prepare(part);
  };
  for (const { rule } of codes) prepare(rule);
  const search = new PlainSearch(strings, settings);
  return (view) => {
    const plain = search.find(view).spans;
    const found: (readonly Span[])[] = codes.map((): Span[] => []);
    const rules = new RuleSearch(view, (rule) => {
      const string = stringOf.get(rule);
      if (string !== undefined) return plain[string]!;
      const finder = finders.get(rule);
      if (finder !== undefined) return finder(view);
      return references.get(rule)!.flatMap((code) => found[code]!);
    });
    for (const code of order) found[code] = apart(rules.find((codes[code] as Code).rule));
    return found;
  };
}

/** Of overlapping spans the first, and of those that begin at one place the longest. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** Finds rules in one text. */
class RuleSearch {
  readonly #view: TextView;
  readonly #leaves: (rule: Rule) => readonly Span[];

  /** `leaves` finds patterns and other codes. */
  constructor(view: TextView, leaves: (rule: Rule) => readonly Span[]) {
    this.#view = view;
    this.#leaves = leaves;
  }

  /** Matches by start, then end, each once. */
  find(rule: Rule): readonly Span[] {
    const { base, not, except, unit } = rule;
    let spans = distinct(this.#base(rule));
    if (except !== undefined && spans.length > 0) {
      const covered = joined(this.find(except));
      const ends = covered.map(({ end }) => end);
      spans = spans.filter(({ start, end }) => !((covered[countBelow(ends, start + 1)]?.start ?? end) < end));
    }
    if (not !== undefined && spans.length > 0) {
      const units = new Set(this.find(not).map((span) => this.#unitAt(unit, span.start)));
      spans = spans.filter(({ start }) => !units.has(this.#unitAt(unit, start)));
    }
    return base.kind === 'any' || spans.length < 2 ? spans : distinct(spans);
  }

  #base(rule: Rule): readonly Span[] {
    const { base, unit } = rule;
    switch (base.kind) {
      case 'any':
        return base.rules.flatMap((part) => this.find(part));
      case 'all':
        return this.#together(base.rules, unit);
      case 'chain': {
        const lists: (readonly Span[])[] = [];
        for (const part of base.rules) {
          const spans = this.find(part);
          // Without one of them there is nothing to look for.
          if (spans.length === 0) return [];
          lists.push(spans);
        }
        return spanChains(lists, {
          gap: base.gap,
          ordered: base.ordered,
          unitOf: (span) => this.#unitOf(unit, span),
          wordsBetween: (from, to) => this.#view.wordsBetween(from, to),
        });
      }
      default:
        return this.#leaves(rule);
    }
  }

  /** For each unit that has a match of every rule the stretch that holds the first of each. */
  #together(rules: readonly Rule[], unit: RuleUnit): Span[] {
    let found: Map<number, Span> | undefined;
    for (const rule of rules) {
      const first = new Map<number, Span>();
      for (const span of this.find(rule)) {
        const number = this.#unitAt(unit, span.start);
        if (!first.has(number)) first.set(number, span);
      }
      if (found === undefined) found = first;
      else {
        const both = new Map<number, Span>();
        for (const [number, { start, end }] of found) {
          const other = first.get(number);
          if (other === undefined) continue;
          both.set(number, { start: Math.min(start, other.start), end: Math.max(end, other.end) });
        }
        found = both;
      }
    }
    return [...(found?.values() ?? [])];
  }

  #unitOf(unit: RuleUnit, { start, end }: Span): number | undefined {
    const number = this.#unitAt(unit, start);
    return this.#unitAt(unit, end - 1) === number ? number : undefined;
  }

  #unitAt(unit: RuleUnit, offset: number): number {
    if (unit === 'document') return 0;
    const { document, blocks } = this.#view;
    if (unit === 'sentence') return countBelow(document.sentences.start, offset + 1);
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What spans cover, as spans that do not overlap. */
function joined(spans: readonly Span[]): Span[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

function distinct(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, i) => i === 0 || sorted[i - 1]!.start !== start || sorted[i - 1]!.end !== end);
}
