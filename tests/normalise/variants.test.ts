import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import type { TraditionalVariant } from '../../src/normalise/variant-chains.ts';
import { simplify } from '../../src/normalise/variants.ts';
import { toSource } from '../../src/text/offset-map.ts';
import { describeWithData } from '../shared-data.ts';
import { expectLawful } from '../text/map-laws.ts';

const variants: readonly TraditionalVariant[] = ['t', 'tw', 'hk', 'twp'];
const converterOf = ConverterBuilder(preset);

function expectSame(text: string, variant: TraditionalVariant, convert: (text: string) => string): void {
  const { rewrite } = simplify(text, variant);
  expect(rewrite?.text ?? text).toBe(convert(text));
  if (rewrite !== undefined) expectLawful(text, rewrite);
}

/** Every entry of the dictionaries of a variant, so that random texts are full of phrases that overlap. */
function entriesOf(variant: TraditionalVariant): string[] {
  const names = { t: 't2s', tw: 'tw2s', hk: 'hk2s', twp: 'tw2sp' };
  const chain = preset.configs[names[variant]]!.conversionChain as readonly (readonly string[])[];
  return chain.flat().flatMap((dictionary) => dictionary.split('|').map((entry) => entry.slice(0, entry.indexOf(' '))));
}

describe.each(variants)('conversion from %s', (variant) => {
  const convert = converterOf({ from: variant, to: 'cn' });

  it('gives the same text as opencc-js for any mixture of its phrases', () => {
    const entries = entriesOf(variant);
    const unit = fc.oneof(
      fc.constantFrom(...entries),
      fc.constantFrom(...entries.map((entry) => entry.slice(0, 1))),
      fc.constantFrom(...'乾著於干里后，。\n一的', '⿰亻', '⿱', '𠮷', '\ud842', '豈', '\u{2f800}', 'BMW集團', 'A'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => expectSame(parts.join(''), variant, convert)),
      { numRuns: 1000 },
    );
  });

  describeWithData('of real Traditional text', (data) => {
    it('gives the same text as opencc-js', () => {
      for (const path of ['hk_policy_address_2025.txt', 'tw_mofa_press_trad.csv']) {
        expectSame(readFileSync(join(data, 'trad', path), 'utf8'), variant, convert);
      }
      const laws = join(data, 'trad', 'tw_laws');
      for (const name of readdirSync(laws)) expectSame(readFileSync(join(laws, name), 'utf8'), variant, convert);
    });
  });
});

describe('conversion to Simplified', () => {
  it('leads each character back to where it came from', () => {
    const text = '為發展經濟，錢鍾書訪問乾隆皇帝的乾縣。';
    const { rewrite } = simplify(text, 't');
    expect(rewrite!.text).toBe('为发展经济，钱锺书访问乾隆皇帝的乾县。');
    const start = rewrite!.text.indexOf('经济');
    const span = toSource(rewrite!.map, { start, end: start + 2 });
    expect(text.slice(span.start, span.end)).toBe('經濟');
    const scholar = rewrite!.text.indexOf('锺');
    const back = toSource(rewrite!.map, { start: scholar, end: scholar + 1 });
    expect(text.slice(back.start, back.end)).toBe('鍾');
  });

  it('replaces a word by another as a whole', () => {
    const text = '發展網際網路';
    const { rewrite } = simplify(text, 'twp');
    expect(rewrite!.text).toBe('发展互联网');
    const start = rewrite!.text.indexOf('联');
    const span = toSource(rewrite!.map, { start, end: start + 1 });
    expect(text.slice(span.start, span.end)).toBe('網際網路');
  });

  it('tells what it had several results for, unless a phrase decided', () => {
    const text = '乾淨的乾坤，於是隨著著作而乾';
    const { rewrite, ambiguous } = simplify(text, 'tw');
    expect(rewrite!.text).toBe('干净的乾坤，于是随着著作而干');
    expect(
      ambiguous.map(({ character, result, alternatives, count }) => [character, result, alternatives, count]),
    ).toEqual([
      ['乾', '干', ['乾'], 2],
      ['於', '于', ['於'], 1],
      ['著', '着', ['著'], 1],
    ]);
    const first = ambiguous[0]!.first;
    expect(text.slice(first.start, first.end)).toBe('乾');
  });

  it('tells of 著 also where the dictionaries leave it', () => {
    const { rewrite, ambiguous } = simplify('隨著發展', 't');
    expect(rewrite!.text).toBe('随著发展');
    expect(ambiguous).toMatchObject([{ character: '著', result: '著', alternatives: ['着'], count: 1 }]);
  });

  it('gives back no rewrite where nothing is Traditional', () => {
    expect(simplify('国务院办公厅关于印发规划的通知', 't').rewrite).toBeUndefined();
    expect(simplify('', 'tw').rewrite).toBeUndefined();
  });

  it('survives descriptions of characters nested without end', () => {
    expect(simplify('⿰'.repeat(100_000), 't').rewrite).toBeUndefined();
  });
});
