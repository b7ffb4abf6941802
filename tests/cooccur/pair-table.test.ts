import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPair, eachPair, mergePairs, type PairTable, pairTable, slotOf } from '../../src/cooccur/pair-table.ts';

const pairsOf = (id: fc.Arbitrary<number>) =>
  fc.array(
    fc.tuple(id, id, fc.integer({ min: 1, max: 2 ** 40 })).filter(([a, b]) => a !== b),
    { maxLength: 300 },
  );

const tableOf = (nodes: number, given: readonly (readonly [number, number, number])[]) => {
  const table = pairTable(nodes);
  for (const [a, b, count] of given) addPair(table, a, b, count);
  return table;
};
const contents = (table: PairTable) => {
  const found = new Map<string, number>();
  eachPair(table, (low, high, count) => {
    expect(low).toBeLessThan(high);
    expect(found.has(`${low} ${high}`)).toBe(false);
    found.set(`${low} ${high}`, count);
  });
  return found;
};

// Few nodes are kept as a matrix, many as a hash table; ids may lie side by side or far apart.
test.each([
  ['few nodes', 40, fc.nat({ max: 39 })],
  ['many nodes', 0xffffffff, fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 0xfffffffe }))],
])('%s: holds what a Map would, whichever of the two comes first, through growth and merging', (_, nodes, id) => {
  fc.assert(
    fc.property(pairsOf(id), pairsOf(id), (first, second) => {
      const expected = new Map<string, number>();
      for (const [a, b, count] of [...first, ...second]) {
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        expected.set(key, (expected.get(key) ?? 0) + count);
      }
      expect(contents(tableOf(nodes, [...first, ...second]))).toEqual(expected);
      const table = tableOf(nodes, first);
      mergePairs(table, tableOf(nodes, second));
      expect(contents(table)).toEqual(expected);
    }),
  );
});

test.each([5, 5000])('pairs that cancel out are not visited (%d nodes)', (nodes) => {
  const table = tableOf(nodes, [
    [1, 2, 1],
    [3, 2, 4],
    [2, 1, -1],
  ]);
  expect(contents(table)).toEqual(new Map([['2 3', 4]]));
});

test.each([4000, 40_000])('what a pair has reached survives growth (%d nodes)', (nodes) => {
  const table = pairTable(nodes, undefined, true);
  for (let i = 1; i * 7 < nodes; i++) {
    const slot = slotOf(table, i, i * 7);
    table.reached[slot] = i;
  }
  for (let i = 1; i * 7 < nodes; i++) {
    const slot = slotOf(table, i * 7, i);
    expect(table.reached[slot]).toBe(i);
  }
});
