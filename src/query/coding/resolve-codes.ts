import { CorpusError } from '../../model/errors.ts';
import { type Code, partsOf, pathOf, type Rule } from './coding-rule.ts';

/** Codes whose references are known: for each rule that refers to codes, which they are (by index). */
export interface ResolvedCodes {
  readonly codes: readonly Code[];
  readonly references: ReadonlyMap<Rule, readonly number[]>;
  /** Codes in an order in which each comes after those that it refers to. */
  readonly order: readonly number[];
}

/**
 * Finds what each reference means: a code by its path, or by its name where one has it, or all codes of a category. Faults
 * are added to `errors`: unknown and ambiguous names, codes that stand twice, and circles.
 */
export function resolveCodes(codes: readonly Code[], errors: CorpusError[]): ResolvedCodes {
  const byPath = new Map<string, number>();
  const fault = (
    reason: `resource/${string}`,
    { place }: Code,
    { line }: Rule,
    values: Readonly<Record<string, string>>,
  ) => {
    errors.push(new CorpusError(reason, `${place}:${line}`, values));
  };
  for (const [i, code] of codes.entries()) {
    const first = byPath.get(pathOf(code));
    if (first === undefined) byPath.set(pathOf(code), i);
    else {
      const { place, rule } = codes[first]!;
      fault('resource/rules-repeated-code', code, code.rule, { code: pathOf(code), first: `${place}:${rule.line}` });
    }
  }
  const references = new Map<Rule, readonly number[]>();
  const uses = codes.map((code) => {
    const used = new Set<number>();
    const visit = (rule: Rule) => {
      if (rule.base.kind === 'code') {
        const found = lookUp(rule.base.name, codes, byPath);
        if (typeof found === 'string')
          fault(found === '' ? 'resource/rules-no-such-code' : 'resource/rules-ambiguous-code', code, rule, {
            found: rule.base.name,
            expected: found,
          });
        else {
          references.set(rule, found);
          for (const index of found) used.add(index);
        }
      }
      for (const part of partsOf(rule)) visit(part);
    };
    visit(code.rule);
    return [...used];
  });
  const order: number[] = [];
  const state = new Uint8Array(codes.length);
  const walk = (index: number, way: readonly number[]) => {
    if (state[index] === 2) return;
    if (state[index] === 1) {
      const circle = [...way.slice(way.indexOf(index)), index].map((i) => pathOf(codes[i]!));
      fault('resource/rules-circle', codes[index]!, codes[index]!.rule, { found: circle.join(' → ') });
      return;
    }
    state[index] = 1;
    for (const next of uses[index]!) walk(next, [...way, index]);
    state[index] = 2;
    order.push(index);
  };
  for (let i = 0; i < codes.length; i++) walk(i, []);
  return { codes, references, order };
}

/** Codes that a name means; the paths that it might mean, or nothing, where it means none. */
function lookUp(name: string, codes: readonly Code[], byPath: ReadonlyMap<string, number>): number[] | string {
  const exact = byPath.get(name);
  if (exact !== undefined) return [exact];
  const named = codes.flatMap((code, i) => (code.name === name || pathOf(code).endsWith(`/${name}`) ? [i] : []));
  if (named.length === 1) return named;
  if (named.length > 1) return named.map((i) => pathOf(codes[i]!)).join(', ');
  const inside = codes.flatMap(({ category }, i) => (`${category}/`.startsWith(`${name}/`) ? [i] : []));
  return inside.length > 0 ? inside : '';
}
