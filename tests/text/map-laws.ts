import fc from 'fast-check';
import { expect } from 'vitest';
import { type OffsetMap, toSource, toTarget } from '../../src/text/offset-map.ts';
import { type Rewrite, RewriteBuilder } from '../../src/text/rewrite.ts';

/** What every map of a rewrite keeps: rising cuts from end to end, kept sections equal, each unit led back and forth. */
export function expectLawful(source: string, rewrite: { text: string; map: OffsetMap }): void {
  const { text, map } = rewrite;
  expect(map.source.length).toBe(map.kept.length + 1);
  expect(map.target.length).toBe(map.kept.length + 1);
  expect([map.source[0], map.target[0]]).toEqual([0, 0]);
  expect([map.source.at(-1), map.target.at(-1)]).toEqual([source.length, text.length]);
  for (let i = 0; i < map.kept.length; i++) {
    const from = source.slice(map.source[i]!, map.source[i + 1]!);
    const to = text.slice(map.target[i]!, map.target[i + 1]!);
    if (map.source[i + 1]! < map.source[i]! || map.target[i + 1]! < map.target[i]!) expect.fail(`cut ${i + 1} falls`);
    if (from.length === 0 && to.length === 0) expect.fail(`section ${i} is empty on both sides`);
    if (map.kept[i] === 1 && from !== to) expect.fail(`kept section ${i}: ${from} became ${to}`);
  }
  for (let i = 0; i < text.length && i < 2000; i++) {
    const back = toSource(map, { start: i, end: i + 1 });
    const there = toTarget(map, back);
    if (back.end > back.start && !(there.start <= i && there.end > i)) expect.fail(`unit ${i} does not come back`);
  }
}

/** One step of a rewrite: so many units of the source, and what becomes of them. */
interface Step {
  readonly units: number;
  readonly put: 'keep' | 'remove' | string;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    units: fc.integer({ min: 0, max: 4 }),
    put: fc.oneof(
      fc.constant('keep'),
      fc.constant('remove'),
      fc.string({ maxLength: 3 }).map((text) => `=${text}`),
    ),
  }),
  { maxLength: 12 },
);

/** For each unit of a rewritten text the span of the source that it came from, told apart from any map. */
export type Origins = readonly { readonly start: number; readonly end: number; readonly kept: boolean }[];

export interface RandomRewrite {
  readonly rewrite: Rewrite;
  readonly origins: Origins;
}

/** Rewrites a text by random steps and notes where each unit came from. */
export function rewriteBy(source: string, plan: readonly Step[]): RandomRewrite {
  const builder = new RewriteBuilder(source);
  const origins: { start: number; end: number; kept: boolean }[] = [];
  let at = 0;
  const keep = (end: number) => {
    for (let i = at; i < end; i++) origins.push({ start: i, end: i + 1, kept: true });
    builder.keep(end);
    at = end;
  };
  for (const { units, put } of plan) {
    const end = Math.min(source.length, at + units);
    if (put === 'keep') keep(end);
    else if (put === 'remove') {
      builder.remove(end, 'test');
      at = end;
    } else {
      for (let i = 1; i < put.length; i++) origins.push({ start: at, end, kept: false });
      builder.replace(end, put.slice(1));
      at = end;
    }
  }
  keep(source.length);
  return { rewrite: builder.finish(), origins };
}

/** A text and two rewrites, the second of what the first made. */
export const twoRewrites = fc
  .tuple(fc.string({ maxLength: 24 }), steps, steps)
  .map(([source, firstPlan, secondPlan]) => {
    const first = rewriteBy(source, firstPlan);
    return { source, first, second: rewriteBy(first.rewrite.text, secondPlan) };
  });
