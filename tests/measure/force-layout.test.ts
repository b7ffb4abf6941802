import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forceLayout, type Layout } from '../../src/measure/force-layout.ts';

const distance = ({ x, y }: Layout, a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);

test('two groups whose members are linked lie apart, each together', () => {
  const group = (first: number) =>
    [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].flatMap((b) => (a < b ? [{ a: first + a, b: first + b, weight: 1 }] : [])),
    );
  const layout = forceLayout(8, [...group(0), ...group(4), { a: 0, b: 4, weight: 0.05 }]);
  const inside = [distance(layout, 0, 3), distance(layout, 1, 2), distance(layout, 4, 7), distance(layout, 5, 6)];
  const across = [distance(layout, 1, 5), distance(layout, 2, 6), distance(layout, 3, 7)];
  expect(Math.max(...inside) * 2).toBeLessThan(Math.min(...across));
});

test('of three nodes in a row the two that are more strongly linked are nearer', () => {
  const layout = forceLayout(3, [
    { a: 0, b: 1, weight: 1 },
    { a: 1, b: 2, weight: 0.2 },
  ]);
  expect(distance(layout, 0, 1)).toBeLessThan(distance(layout, 1, 2));
});

test('every place is from −1 to 1, the farthest on the rim, and the same each time', () => {
  const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: 0.001, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.array(edge, { maxLength: 20 }), (nodes, found) => {
      const edges = found.filter(([a, b]) => a < b && b < nodes).map(([a, b, weight]) => ({ a, b, weight }));
      const layout = forceLayout(nodes, edges);
      const places = [...layout.x, ...layout.y];
      expect(places.length).toBe(2 * nodes);
      for (const place of places) expect(Math.abs(place)).toBeLessThanOrEqual(1);
      if (nodes > 1) expect(Math.max(...places.map(Math.abs))).toBe(1);
      expect(forceLayout(nodes, edges)).toEqual(layout);
    }),
    { numRuns: 30 },
  );
});
