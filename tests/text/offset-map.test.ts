import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, identityMap, toSource, toTarget } from '../../src/text/offset-map.ts';
import { RewriteBuilder, rewriteMatches } from '../../src/text/rewrite.ts';
import { expectLawful, twoRewrites } from './map-laws.ts';

describe('an offset map', () => {
  it('leads a term across a removed line break back to the stretch with the break', () => {
    const raw = '新型举国\n体制';
    const { text, map } = rewriteMatches(raw, /\n/g, () => '');
    const start = text.indexOf('举国体制');
    const span = toSource(map, { start, end: start + 4 });
    expect(raw.slice(span.start, span.end)).toBe('举国\n体制');
  });

  it('leaves what was removed beside a span outside', () => {
    const raw = '经济 社会 发展';
    const { text, map } = rewriteMatches(raw, / /g, () => '');
    const start = text.indexOf('社会');
    const span = toSource(map, { start, end: start + 2 });
    expect(raw.slice(span.start, span.end)).toBe('社会');
  });

  it('takes in a replaced section as a whole, and only that', () => {
    const raw = '见（一）款';
    const { text, map } = rewriteMatches(raw, /（一）/g, () => '(1)');
    const one = toSource(map, { start: text.indexOf('1'), end: text.indexOf('1') + 1 });
    expect(raw.slice(one.start, one.end)).toBe('（一）');
    const next = toSource(map, { start: text.indexOf('款'), end: text.indexOf('款') + 1 });
    expect(raw.slice(next.start, next.end)).toBe('款');
  });

  it('turns a removed stretch into an empty span', () => {
    const { map } = rewriteMatches('一——二', /——/g, () => '');
    expect(toTarget(map, { start: 1, end: 3 })).toEqual({ start: 1, end: 1 });
  });

  it('is lawful for any rewrite, and leads each unit to where it came from', () => {
    fc.assert(
      fc.property(twoRewrites, ({ source, first }) => {
        const { rewrite, origins } = first;
        expectLawful(source, rewrite);
        expect(origins.length).toBe(rewrite.text.length);
        origins.forEach((origin, i) => {
          const span = toSource(rewrite.map, { start: i, end: i + 1 });
          expect(span).toEqual({ start: origin.start, end: origin.end });
        });
      }),
    );
  });

  it('covers with the source of a span the sources of all its units', () => {
    fc.assert(
      fc.property(twoRewrites, fc.nat(), fc.nat(), ({ first }, from, length) => {
        const { rewrite, origins } = first;
        if (origins.length === 0) return;
        const start = from % origins.length;
        const end = start + 1 + (length % (origins.length - start));
        const within = origins.slice(start, end);
        expect(toSource(rewrite.map, { start, end })).toEqual({ start: within[0]!.start, end: within.at(-1)!.end });
      }),
    );
  });
});

describe('the composition of two maps', () => {
  it('is lawful for any two rewrites', () => {
    fc.assert(
      fc.property(twoRewrites, ({ source, first, second }) => {
        const map = compose(first.rewrite.map, second.rewrite.map);
        expectLawful(source, { text: second.rewrite.text, map });
      }),
      { numRuns: 1000 },
    );
  });

  it('covers what the two maps give one after the other, and is exact for units that both kept', () => {
    fc.assert(
      fc.property(twoRewrites, ({ first, second }) => {
        const map = compose(first.rewrite.map, second.rewrite.map);
        second.origins.forEach((middle, i) => {
          const span = toSource(map, { start: i, end: i + 1 });
          const units = first.origins.slice(middle.start, middle.end);
          if (units.length === 0) return;
          const twice = { start: units[0]!.start, end: units.at(-1)!.end };
          expect(span.start).toBeLessThanOrEqual(twice.start);
          expect(span.end).toBeGreaterThanOrEqual(twice.end);
          if (middle.kept && units[0]!.kept) expect(span).toEqual(twice);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('with the map of a text onto itself changes nothing', () => {
    fc.assert(
      fc.property(twoRewrites, ({ source, first }) => {
        const { text, map } = first.rewrite;
        expect(compose(identityMap(source.length), map)).toEqual(map);
        expect(compose(map, identityMap(text.length))).toEqual(map);
      }),
    );
  });
});

describe('a map of parts that changed places', () => {
  // first half ① note / second half → first halfsecond half / ① note
  const source = 'first half ① note / second half';
  const builder = new RewriteBuilder(source);
  builder.keep(10);
  builder.moveTo(20);
  builder.keep(source.length);
  builder.replace(builder.at, '|');
  builder.moveTo(11);
  builder.keep(17);
  builder.moveTo(source.length);
  const { text, map } = builder.finish();
  const slice = (place: { start: number; end: number }) => source.slice(place.start, place.end);

  it('leads every part to its own place, and back', () => {
    expect(text).toBe('first halfsecond half|① note');
    for (const word of ['first', 'second', 'note', '①']) {
      const start = text.indexOf(word);
      const back = toSource(map, { start, end: start + word.length });
      expect(slice(back)).toBe(word);
      expect(toTarget(map, back)).toEqual({ start, end: start + word.length });
    }
  });

  it('stays so when it is composed, before and after', () => {
    const loud = rewriteMatches(text, /second|note/g, (match) => `${match[0]}!!`);
    const after = compose(map, loud.map);
    const whole = rewriteMatches(`<${source}`, /</g, () => '');
    const before = compose(whole.map, map);
    for (const word of ['first', 'half', '①']) {
      const start = loud.text.indexOf(word);
      expect(slice(toSource(after, { start, end: start + word.length }))).toBe(word);
    }
    const note = loud.text.indexOf('note!!');
    expect(slice(toSource(after, { start: note, end: note + 6 }))).toBe('note');
    const start = text.indexOf('second');
    expect(toSource(before, { start, end: start + 6 })).toEqual({ start: 21, end: 27 });
  });
});
