import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWidths } from '../../src/normalise/widths.ts';
import { toSource } from '../../src/text/offset-map.ts';
import { expectLawful } from '../text/map-laws.ts';

const folded = (text: string) => {
  const rewrite = foldWidths(text);
  if (rewrite === undefined) return text;
  expectLawful(text, rewrite);
  return rewrite.text;
};

describe('letters, digits and signs', () => {
  it.each([
    ['ＡＢＣ１２３ｘｙｚ', 'ABC123xyz'],
    ['１９９４年７月５日', '1994年7月5日'],
    ['增长４．５％', '增长4.5%'],
    ['粮食产量３４，２５０万吨', '粮食产量34,250万吨'],
    ['会议于１０：３０开始', '会议于10:30开始'],
    ['ＧＢ／Ｔ９７０４－２０１２', 'GB/T9704-2012'],
    ['ＳＥＳ＿Ｓｉｇｎ', 'SES_Sign'],
    ['践行［１２］，［Ｊ］，［３－５］', '践行[12]，[J]，[3-5]'],
    ['若Ａ＜Ｂ', '若A<B'],
    ['国内生产总值\u00a0增长\u20285%', '国内生产总值 增长\u20285%'],
    ['￥１００', '¥100'],
    ['＂改革＂', '"改革"'],
  ])('have their ASCII width: %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    '人员，可以；如下：（一）好！吗？《法》【例】「甲」',
    '四．五公尺',
    '采用分层抽样方法．对浙江',
    '中国－东盟',
    '［注］',
    '修改＜劳动合同法＞',
    'ｶﾀｶﾅ',
    '3，000和1：2',
    'Already 100% plain, 3.5 text',
    '第一章　总则',
  ])('leave the marks of Chinese text and what is plain: %s', (text) => {
    expect(foldWidths(text)).toBeUndefined();
  });

  it('lead back to the full-width ones', () => {
    const text = '２０１５年，３，０００人';
    const rewrite = foldWidths(text)!;
    const start = rewrite.text.indexOf('3,000');
    const span = toSource(rewrite.map, { start, end: start + 5 });
    expect(text.slice(span.start, span.end)).toBe('３，０００');
    const year = toSource(rewrite.map, { start: 0, end: 4 });
    expect(text.slice(year.start, year.end)).toBe('２０１５');
  });

  it('keep their way back in any text, and have nothing to do a second time', () => {
    const unit = fc.constantFrom(...'３０Ａ，：．－＜＞［］％中a1 \u00a0\n（');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const once = folded(text);
        expect(foldWidths(once)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
