import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDoubleArray, type DoubleArray, slotOf } from '../../../src/segment/lexicon/double-array.ts';

const unit = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'甲乙丙丁a', '\ud840', '\udc00', '\ud841') },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
);
const form = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => units.join(''));
const forms = fc.uniqueArray(form, { maxLength: 60 });

/** Every node's slot under what leads to it, by trying all units at every node. */
function allNodes({ codes, bases, steps }: DoubleArray): Map<string, number> {
  const used = [...codes.keys()].filter((unit) => codes[unit]! > 0);
  const nodes = new Map([['', 0]]);
  for (const [prefix, slot] of nodes) {
    for (const unit of used) {
      const next = bases[slot]! + codes[unit]!;
      if (steps[next] === codes[unit]) nodes.set(prefix + String.fromCharCode(unit), next);
    }
  }
  return nodes;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

describe('a double array', () => {
  it('leads to the forms and their beginnings, to each by its own slot, and to nothing else', () => {
    fc.assert(
      fc.property(forms, (forms) => {
        const { trie, slots } = buildDoubleArray(forms);
        const nodes = allNodes(trie);
        const beginnings = forms.flatMap((form) => Array.from(form.split(''), (_, i) => form.slice(0, i + 1)));
        expect(new Set(nodes.keys())).toEqual(new Set(['', ...beginnings]));
        expect(new Set(nodes.values()).size).toBe(nodes.size);
        expect(forms.map((form) => nodes.get(form))).toEqual([...slots]);
      }),
    );
  });

  it('finds what it has and nothing else', () => {
    fc.assert(
      fc.property(forms, fc.array(form), (forms, others) => {
        const { trie, slots } = buildDoubleArray(forms);
        expect(forms.map((form) => slotOf(trie, form))).toEqual([...slots]);
        const begins = (text: string) => forms.some((form) => form.startsWith(text));
        for (const other of others) expect(slotOf(trie, other) > 0).toBe(begins(other));
        for (const form of forms) expect(slotOf(trie, `${form}\u0001`) > 0).toBe(begins(`${form}\u0001`));
        expect(slotOf(trie, '')).toBe(0);
      }),
    );
  });

  it('is the same for the same forms in any order', () => {
    const shuffled = forms.chain((forms) =>
      fc.tuple(fc.constant(forms), fc.shuffledSubarray(forms, { minLength: forms.length })),
    );
    fc.assert(
      fc.property(shuffled, ([forms, others]) => {
        const { trie } = buildDoubleArray(others);
        const expected = buildDoubleArray(forms).trie;
        expect(Buffer.compare(bytesOf(trie.codes), bytesOf(expected.codes))).toBe(0);
        expect(trie.bases).toEqual(expected.bases);
        expect(trie.steps).toEqual(expected.steps);
      }),
    );
  });

  it('has room for a step from every node by every code', () => {
    fc.assert(
      fc.property(forms, (forms) => {
        const { codes, bases, steps } = buildDoubleArray(forms).trie;
        const highest = Math.max(...codes);
        expect(bases).toHaveLength(steps.length);
        for (const base of bases) expect(base + highest).toBeLessThan(steps.length);
      }),
    );
  });

  it('of no forms has none', () => {
    const { trie, slots } = buildDoubleArray([]);
    expect(slots).toHaveLength(0);
    expect([...allNodes(trie).keys()]).toEqual(['']);
    expect(slotOf(trie, '甲')).toBe(-1);
  });
});
