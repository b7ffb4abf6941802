import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/model/engine.ts';
import { createNodejiebaEngine } from '../../../src/run/resource/nodejieba-engine.ts';
import { createJiebaEngine } from '../../../src/segment/engine/jieba-engine.ts';
import { dictionary } from '../../dictionary.ts';
import { type Nodejieba, nodejieba } from '../../nodejieba.ts';
import { describeWithData } from '../../shared-data.ts';
import { difference } from './difference.ts';

const bare = nodejieba as Nodejieba;
const skipped = describe.skipIf(nodejieba === undefined);

const words: string[] = [];
beforeAll(() => {
  const engine = createJiebaEngine(dictionary);
  // A prime step, so that words of all kinds come up.
  for (let slot = 1; slot < dictionary.rank.length; slot += 31)
    if (dictionary.rank[slot]! > 0) words.push(engine.form(slot));
});

const codePoint = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((unit) => String.fromCodePoint(unit));
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'的一在了是和有中国发展经济不为人大这上个年月日民行工说来他她们') },
  { weight: 6, arbitrary: fc.nat().map((n) => words[n % words.length]!) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '区块链',
      '云计算',
      '蓝翔',
      '韩玉鉴赏',
      'AT&T',
      'T恤',
      'C++',
      'IC卡',
      '5G',
      '·',
      '１',
      '１９９８年',
    ),
  },
  { weight: 3, arbitrary: codePoint(0x4e00, 0x9fff) },
  { weight: 2, arbitrary: codePoint(0x20, 0x7e) },
  { weight: 2, arbitrary: fc.constantFrom(...'aZ09.', '1.', '3.14', 'GDP', 'a1', '1a', '.5') },
  { weight: 2, arbitrary: fc.constantFrom(...'，。、；：“”‘’（）《》—…·！？ \t\n\r\u3000') },
  { weight: 1, arbitrary: codePoint(0xff01, 0xff5e) },
  { weight: 1, arbitrary: codePoint(0, 0x1f) },
  { weight: 1, arbitrary: codePoint(0x80, 0x24f) },
  { weight: 1, arbitrary: codePoint(0x2f00, 0x2fd5) },
  { weight: 1, arbitrary: codePoint(0x3400, 0x4db5) },
  { weight: 1, arbitrary: codePoint(0x20000, 0x2a6d6) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff', '😀', '👨‍👩‍👧', '\ufeff', '\ufffd', '\0'),
  },
  { weight: 1, arbitrary: codePoint(0xe000, 0xf8ff) },
  { weight: 1, arbitrary: codePoint(0xe000, 0xffff) },
);
const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
const run = fc.tuple(unit, fc.integer({ min: 1, max: 800 })).map(([unit, times]) => unit.repeat(times));

skipped('the engine jieba (skipped where nodejieba is not installed)', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createJiebaEngine(dictionary);
    createNodejiebaEngine(dictionary).cut('');
  });
  const same = (text: string) => {
    expect(difference(engine, text)).toBeUndefined();
  };

  it('gives the words and tags of nodejieba, whatever the text', () => {
    fc.assert(fc.property(text, same), { numRuns: 20_000 });
  });

  it('gives them in long runs of one kind', () => {
    fc.assert(
      fc.property(fc.tuple(text, run, text, run), (parts) => same(parts.join(''))),
      { numRuns: 300 },
    );
  });

  it('gives them for every character', () => {
    for (let row = 0; row < 0x10000; row += 0x40) {
      let line = '';
      for (let unit = row; unit < row + 0x40; unit++)
        line += `${String.fromCharCode(unit)}中${String.fromCharCode(unit)}`;
      same(line);
    }
  });

  it('gives them for every word of the dictionary', () => {
    const lines = readFileSync(bare.DEFAULT_DICT, 'utf8').split('\n');
    const found: string[] = [];
    for (let i = 0; i < lines.length; i += 50) {
      const line = lines
        .slice(i, i + 50)
        .map((line) => line.slice(0, line.indexOf(' ')))
        .join('、');
      found.push(difference(engine, line) ?? '');
    }
    expect(found.filter(Boolean)).toEqual([]);
  });
});

skipped('the engine jieba with listed words (skipped where nodejieba is not installed)', () => {
  const letters = fc.constantFrom(...'中国发展经济大新型举体制的在a1·+', '𠀀');
  const listed = fc.uniqueArray(
    fc.array(letters, { minLength: 2, maxLength: 6 }).map((units) => units.join('')),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const texts = (forms: readonly string[]) =>
    fc.array(fc.array(fc.oneof(letters, fc.constantFrom(...forms), fc.constantFrom(...'，。 \t')), { maxLength: 30 }), {
      minLength: 100,
      maxLength: 100,
    });

  it('gives the words and tags of nodejieba with the same user dictionary', () => {
    const property = fc.property(
      listed.chain((forms) => fc.tuple(fc.constant(forms), texts(forms))),
      ([forms, texts]) => {
        const engine = createJiebaEngine(dictionary, forms);
        createNodejiebaEngine(dictionary, forms).cut('');
        for (const units of texts) expect(difference(engine, units.join(''))).toBeUndefined();
      },
    );
    // Each run loads nodejieba's dictionaries anew, which takes a second or two.
    fc.assert(property, { numRuns: 4, endOnFailure: true });
  }, 120_000);
});

describeWithData('the engine jieba on real texts', (data) => {
  it.skipIf(nodejieba === undefined).each(['article', 'reports', 'laws', 'trad', 'gold'])(
    "gives nodejieba's words and tags in all of %s (skipped where it is not installed)",
    (folder) => {
      createNodejiebaEngine(dictionary).cut('');
      const engine = createJiebaEngine(dictionary);
      const found: string[] = [];
      let lines = 0;
      const files = readdirSync(join(data, folder), { recursive: true, withFileTypes: true });
      for (const file of files.filter((file) => file.isFile())) {
        for (const line of readFileSync(join(file.parentPath, file.name), 'utf8').split('\n')) {
          const differs = difference(engine, line);
          if (differs !== undefined) found.push(`${file.name}: ${differs}`);
          lines++;
        }
      }
      expect(lines).toBeGreaterThan(100);
      expect(found).toEqual([]);
    },
    240_000,
  );
});
