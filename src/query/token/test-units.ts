import type { Term } from '../../model/term.ts';
import type { Test } from './query-syntax.ts';
import type { TermUnits } from './term-units.ts';
import type { TextUnits } from './text-units.ts';

/** Answers whether tokens of one text pass the tests of a query; what depends on the form alone is found once a type. */
export interface UnitTests {
  /** Whether a token passes. */
  passes(test: number, unit: number): boolean;
  /**
   * The last token of the longest term of several tokens that begins here and passes as one; -1 where there is none. It then
   * stands for the token: 科技创新 is one unit for [term="科技.*"], also where 科技 is a term, too.
   */
  termEnd(test: number, unit: number): number;
}

const none: readonly never[] = [];
const passed = 1;
const refused = 2;

/** Whether a query needs to know where the terms stand. */
export function asksForTerms(tests: readonly Test[]): boolean {
  return tests.some(namesTerms);
}

/** The tests of a query for one text; `where` is asked for only if a test names terms. */
export function unitTests(
  tests: readonly Test[],
  { start, end: endOf, type, forms, tags }: TextUnits,
  text: string,
  terms: readonly Term[],
  where: TermUnits | undefined,
): UnitTests {
  const known = tests.map((test) => (namesTerms(test) ? undefined : new Uint8Array(forms.length)));
  const needsTerm = tests.map((test) => namesTerms(test) && asserts(test, true));
  return {
    passes(number, unit) {
      const test = tests[number]!;
      const ofType = type[unit]!;
      const cache = known[number];
      if (cache === undefined)
        return holds(test, forms[ofType]!, tags[ofType]!, where?.inside.get(unit) ?? none, terms);
      if (cache[ofType] === 0)
        cache[ofType] = holds(test, forms[ofType]!, tags[ofType]!, none, terms) ? passed : refused;
      return cache[ofType] === passed;
    },
    termEnd(number, unit) {
      let end = -1;
      for (const { last, term } of (needsTerm[number] && where?.across.get(unit)) || none) {
        const form = text.slice(start[unit], endOf[last]!);
        if (last > end && holds(tests[number]!, form, tags[type[last]!]!, [term], terms)) end = last;
      }
      return end;
    },
  };
}

function holds(test: Test, form: string, tag: string, inside: readonly number[], terms: readonly Term[]): boolean {
  switch (test.kind) {
    case 'any':
      return true;
    case 'not':
      return !holds(test.test, form, tag, inside, terms);
    case 'all':
      return test.tests.every((one) => holds(one, form, tag, inside, terms));
    case 'either':
      return test.tests.some((one) => holds(one, form, tag, inside, terms));
    case 'is': {
      const { attribute, pattern, negated } = test;
      if (attribute === 'word') return pattern.test(form) !== negated;
      if (attribute === 'tag') return pattern.test(tag) !== negated;
      return inside.some((term) => pattern.test(terms[term]![attribute])) !== negated;
    }
  }
}

function namesTerms(test: Test): boolean {
  if (test.kind === 'any') return false;
  if (test.kind === 'is') return test.attribute === 'term' || test.attribute === 'category';
  return test.kind === 'not' ? namesTerms(test.test) : test.tests.some(namesTerms);
}

/** Whether a test asks for a term to be there, and not only for one not to be: several tokens are one unit by a term alone. */
function asserts(test: Test, positive: boolean): boolean {
  if (test.kind === 'any') return false;
  if (test.kind === 'is') return namesTerms(test) && test.negated !== positive;
  return test.kind === 'not' ? asserts(test.test, !positive) : test.tests.some((one) => asserts(one, positive));
}
