import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DenseRewrite } from '../../src/normalise/dense-rewrite.ts';
import { RewriteBuilder } from '../../src/text/rewrite.ts';
import { expectLawful } from '../text/map-laws.ts';

const source = fc.string({ unit: fc.constantFrom('中', 'a', '𠮷', '\ud842', '\udfb7', '\n'), maxLength: 300 });
const plan = fc.array(
  fc.record({ units: fc.integer({ min: 0, max: 5 }), put: fc.constantFrom(undefined, '', 'x', '𠮷', '后来') }),
  { maxLength: 60 },
);

describe('a dense rewrite', () => {
  it('gives what the ordinary builder gives', () => {
    fc.assert(
      fc.property(source, plan, (source, plan) => {
        const dense = new DenseRewrite(source);
        const plain = new RewriteBuilder(source);
        let at = 0;
        for (const { units, put } of plan) {
          at = Math.min(source.length, at + units);
          if (put === undefined) {
            dense.keep(at);
            plain.keep(at);
          } else {
            dense.replace(at, put);
            plain.replace(at, put);
          }
          expect(dense.length).toBe(plain.length);
        }
        const made = dense.finish();
        expectLawful(source, made);
        expect(made).toEqual(plain.finish());
      }),
      { numRuns: 1000 },
    );
  });

  it('puts unit for unit, and grows as it must', () => {
    const source = '後'.repeat(10_000);
    const dense = new DenseRewrite(source);
    for (let i = 0; i < source.length; i++) dense.put('后'.charCodeAt(0));
    const made = dense.finish();
    expect(made.text).toBe('后'.repeat(10_000));
    expect(made.map.kept.length).toBe(10_000);
  });
});
