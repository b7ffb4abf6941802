import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../../src/ingest/word/number-format.ts';

// What LibreOffice 7.4 writes for lists of these formats.
it.each([
  [
    'chineseCountingThousand',
    '一 二 九 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一 二百零五 一千零一 一千零一十 一千一百 一万零一十',
  ],
  [
    'japaneseCounting',
    '一 二 九 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一 二百零五 一千零一 一千零一十 一千一百 一万零一十',
  ],
  [
    'chineseLegalSimplified',
    '壹 贰 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 贰佰零伍 壹仟零壹 壹仟零壹拾 壹仟壹佰 壹万零壹拾',
  ],
  [
    'ideographLegalTraditional',
    '壹 貳 玖 壹拾 壹拾壹 貳拾 貳拾壹 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 貳佰零伍 壹仟零壹 壹仟零壹拾 壹仟壹佰 壹萬零壹拾',
  ],
] as const)('%s counts as Chinese does', (format, expected) => {
  const values = [1, 2, 9, 10, 11, 20, 21, 100, 101, 110, 111, 205, 1001, 1010, 1100, 10_010];
  expect(values.map((value) => formatNumber(format, value)).join(' ')).toBe(expected);
});

it.each([
  ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
  ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
  ['ideographZodiacTraditional', [1, 11, 60, 61], ['甲子', '甲戌', '癸亥', '甲子']],
  ['decimalEnclosedCircle', [1, 20, 21, 51], ['①', '⑳', '㉑', '51']],
  ['decimalEnclosedParen', [1, 20], ['⑴', '⒇']],
  ['decimalEnclosedFullstop', [2, 20], ['⒉', '⒛']],
  ['ideographEnclosedCircle', [1, 10], ['㊀', '㊉']],
  ['upperRoman', [4, 9, 49, 1999], ['IV', 'IX', 'XLIX', 'MCMXCIX']],
  ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
  ['decimalFullWidth', [12], ['１２']],
  ['decimalZero', [3, 12], ['03', '12']],
  ['ideographDigital', [10, 2020], ['一〇', '二〇二〇']],
  ['none', [3], ['']],
  ['cardinalText', [3], ['3']],
] as const)('%s', (format, values, expected) => {
  expect(values.map((value) => formatNumber(format, value))).toEqual(expected);
});

it('numerals of Chinese can be read back', () => {
  const units = new Map([...'十百千'].map((unit, i) => [unit, 10 ** (i + 1)]));
  const read = (text: string): number => {
    const [high, low] = text.includes('万') ? text.split('万') : ['', text];
    if (high !== '') return 10_000 * read(high!) + read(low!);
    let sum = 0;
    let digit = 0;
    for (const character of low!) {
      const unit = units.get(character);
      if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(character);
      else {
        sum += (digit || 1) * unit;
        digit = 0;
      }
    }
    return sum + digit;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(read(formatNumber('chineseCountingThousand', value))).toBe(value);
    }),
  );
});
