import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RewriteBuilder, rewriteMatches } from '../../src/text/rewrite.ts';
import { expectLawful, twoRewrites } from './map-laws.ts';

describe('a rewrite', () => {
  it('tells what was removed, where and why', () => {
    const raw = '经\u200b济\n发展';
    const builder = new RewriteBuilder(raw);
    builder.keep(1);
    builder.remove(2, 'zero-width');
    builder.keep(3);
    builder.remove(4, 'line-break');
    const { text, removed } = builder.finish();
    expect(text).toBe('经济发展');
    expect(removed.map((gone) => [raw.slice(gone.start, gone.end), gone.reason])).toEqual([
      ['\u200b', 'zero-width'],
      ['\n', 'line-break'],
    ]);
  });

  it('accounts for every unit of the source once: kept, replaced or removed', () => {
    fc.assert(
      fc.property(twoRewrites, ({ source, first }) => {
        const { map, removed } = first.rewrite;
        const seen = new Uint8Array(source.length);
        for (const { start, end } of removed) for (let i = start; i < end; i++) seen[i]!++;
        for (let i = 0; i < map.kept.length; i++) {
          if (map.target[i] === map.target[i + 1]) continue;
          for (let at = map.source[i]!; at < map.source[i + 1]!; at++) seen[at]!++;
        }
        const gone = new Set<number>();
        for (let i = 0; i < map.kept.length; i++) {
          if (map.target[i] === map.target[i + 1]) {
            for (let at = map.source[i]!; at < map.source[i + 1]!; at++) gone.add(at);
          }
        }
        seen.forEach((count, at) => {
          if (count !== 1 && !(count === 0 && gone.has(at))) expect.fail(`unit ${at} is told ${count} times`);
        });
      }),
    );
  });

  it('by pattern gives the text of String.replace, and a lawful map', () => {
    const patterns = [/a+/g, /[^a]/g, /(?=b)/g, /ab|ba/g];
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '𠮷') }),
        fc.constantFrom(...patterns),
        fc.string({ maxLength: 2 }),
        (source, pattern, put) => {
          const rewrite = rewriteMatches(source, pattern, () => put);
          expect(rewrite.text).toBe(source.replace(pattern, () => put));
          expectLawful(source, rewrite);
        },
      ),
    );
  });

  it('keeps a match for which there is nothing to put', () => {
    const rewrite = rewriteMatches('2015年12月', /\d+/g, ([digits]) => (digits === '12' ? '十二' : undefined));
    expect(rewrite.text).toBe('2015年十二月');
    expect([...rewrite.map.kept]).toEqual([1, 0, 1]);
  });
});
