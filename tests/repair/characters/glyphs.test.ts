import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairGlyphs } from '../../../src/repair/characters/glyphs.ts';
import { expectLawful } from '../../text/map-laws.ts';

const repaired = (raw: string) => {
  const { rewrite } = repairGlyphs(raw);
  expectLawful(raw, rewrite);
  return rewrite.text;
};
const told = (raw: string) =>
  repairGlyphs(raw).messages.map(({ rule, values, span }) => [rule, values, raw.slice(span!.start, span!.end)]);

describe('glyphs that a font or an extractor changed', () => {
  it('radicals become the ideographs that they stand for', () => {
    expect(repaired('⼈⼯智能与⺠⽣保障，⻛⻓⻔')).toBe('人工智能与民生保障，风长门');
    expect(repaired('㇐㇑')).toBe('一丨');
    expect(told('发展⼈⼯智能')).toEqual([['repair/radicals', { count: 2 }, '⼈']]);
  });

  it('have the Unicode property Equivalent_Unified_Ideograph, not the compatibility form, where the two differ', () => {
    // U+2EA0 ⺠ and U+2ED3 ⻓ have no compatibility form at all; U+2E9F ⺟ has 母.
    expect('⺠⻓'.normalize('NFKC')).toBe('⺠⻓');
    expect(repaired('⺠⻓⺟')).toBe('民长母');
    expect(repaired('⺀')).toBe('⺀'); // CJK RADICAL REPEAT has none
  });

  it('cover every Kangxi radical', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      expect(repaired(String.fromCharCode(code))).toMatch(/^\p{Unified_Ideograph}$/u);
    }
  });

  it('take the form that a Simplified text means', () => {
    expect(repaired('这些用⼾的账⼾')).toBe('这些用户的账户');
    expect(repaired('這些用⼾的帳⼾')).toBe('這些用戶的帳戶');
    expect(repaired('⼾')).toBe('戶');
  });

  it('compatibility ideographs become canonical ones, the twelve unified among them stay', () => {
    expect(repaired('\uf90a融\uf900\u{2f800}')).toBe('金融豈丽');
    const twelve = '﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩';
    expect(repaired(twelve)).toBe(twelve);
    expect(told('\uf90a融')).toEqual([['repair/compatibility-ideographs', { count: 1 }, '\uf90a']]);
  });

  it('Latin letters lifted to GBK row A0 come back in runs of three or more', () => {
    expect(repaired('犜犺犲 犈犪狉狋犺')).toBe('The Earth');
    expect(repaired('犛犈犛＿犛犻犵狀犐狀犳狅')).toBe('SES＿SignInfo');
    expect(repaired('犐犃５犛狋狉犻狀犵')).toBe('IA５String');
    expect(told('标准（犐犆犛）')).toEqual([['repair/shifted-latin', { count: 1 }, '犐犆犛']]);
  });

  it('real words with characters of the dog and cattle radicals stay', () => {
    for (const words of [
      '犯罪、独狼、猪狗牛',
      '狐狸狡猾，狼狈为奸，猛犸象',
      '犬犭狗狼',
      '犧牲特牡牧牲',
      '犛牛犢犍',
      '現狀、形狀、狀元',
      '狀狀狀',
      '犪犫犮犱',
      '犜犺',
    ]) {
      expect(repaired(words)).toBe(words);
    }
  });

  it('what cannot be seen goes, with its reason', () => {
    const raw = '\ufeff国\u200b务\u00ad院\u0000文\u0081件\ufe00\u{e0100}\u202a';
    const { rewrite } = repairGlyphs(raw);
    expect(rewrite.text).toBe('国务院文件');
    expect(rewrite.removed.map(({ start, end, reason }) => [raw.slice(start, end), reason])).toEqual([
      ['\ufeff', 'zero-width'],
      ['\u200b', 'zero-width'],
      ['\u00ad', 'zero-width'],
      ['\u0000', 'control'],
      ['\u0081', 'control'],
      ['\ufe00', 'zero-width'],
      ['\u{e0100}', 'zero-width'],
      ['\u202a', 'zero-width'],
    ]);
  });

  it('line breaks, form feeds and tabs stay', () => {
    const raw = '一\n二\r\n三\f四\v五\u0085六\u2028七\u2029八\t九';
    expect(repaired(raw)).toBe(raw);
  });

  it('a soft hyphen at the end of a line is a hyphen', () => {
    expect(repaired('eco\u00adno\u00ad\nmy')).toBe('econo-\nmy');
  });

  it('private-use characters, glyph numbers and replacement characters stay and are told with their places', () => {
    const raw = '代表\ue004\ue005！(cid:12)(cid:7)和\ufffd、\u{f0000}';
    expect(repaired(raw)).toBe(raw);
    expect(told(raw)).toEqual([
      ['repair/private-use', { character: 'U+E004', count: 2 }, '\ue004\ue005'],
      ['repair/private-use', { character: 'U+F0000', count: 1 }, '\u{f0000}'],
      ['repair/cid', { character: '(cid:12)', count: 2 }, '(cid:12)(cid:7)'],
      ['repair/replacement-character', { character: 'U+FFFD', count: 1 }, '\ufffd'],
    ]);
    expect(repairGlyphs('(cid:)(cid:1(c)').messages).toEqual([]);
  });

  it('of many places twenty are told and the rest counted', () => {
    const { messages } = repairGlyphs('各位代表！\ue004'.repeat(50));
    expect(messages.filter(({ rule }) => rule === 'repair/private-use').length).toBe(20);
    expect(messages.at(-1)).toMatchObject({ rule: 'repair/private-use-more', values: { count: 30 } });
  });

  it('a text without any is given back as it is', () => {
    const raw = '国务院办公厅关于印发《规划》的通知（国办发〔2015〕12号）';
    const { rewrite, messages } = repairGlyphs(raw);
    expect(rewrite.text).toBe(raw);
    expect([...rewrite.map.kept]).toEqual([1]);
    expect(messages).toEqual([]);
  });

  it('every unit is accounted for in any mixture, and a second repair finds nothing', () => {
    const unit = fc.constantFrom(
      ...'中a⼈⺠\uf90a\u{2f800}犜犺犲Ａ１\u200b\u0000\n\ue004\ufffd(:)\u00ad',
      'cid',
      '(cid:3)',
      '\u{e0101}',
      '\ud87e',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (raw) => {
        const { rewrite } = repairGlyphs(raw);
        expectLawful(raw, rewrite);
        const again = repairGlyphs(rewrite.text).rewrite;
        expect(again.removed).toEqual([]);
        const accounted = new Uint8Array(raw.length);
        for (const { start, end } of rewrite.removed) accounted.fill(1, start, end);
        rewrite.map.kept.forEach((_, i) => {
          if (rewrite.map.target[i]! < rewrite.map.target[i + 1]!) {
            accounted.fill(accounted[rewrite.map.source[i]!]! + 1, rewrite.map.source[i]!, rewrite.map.source[i + 1]!);
          }
        });
        expect(accounted.every((count) => count === 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the table of radicals', () => {
  it('has its source and licence at its head', () => {
    const source = readFileSync(new URL('../../../src/repair/characters/radicals.ts', import.meta.url), 'utf8');
    expect(source).toContain('EquivalentUnifiedIdeograph');
    expect(source).toContain('Unicode, Inc.');
  });
});
