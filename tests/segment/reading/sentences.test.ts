import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/segment/reading/sentences.ts';
import { cleanDocument } from '../../clean-document.ts';

const split = (...blocks: string[]) => {
  const { text, blocks: made, citations } = cleanDocument(...blocks);
  const { start, end } = sentencesOf(text, made, citations);
  return Array.from(start, (from, i) => text.slice(from, end[i]));
};

describe('sentences', () => {
  it.each([
    ['a stop', '坚持改革。扩大开放！为什么？', ['坚持改革。', '扩大开放！', '为什么？']],
    ['a run of stops', '真的吗？！是的……好。', ['真的吗？！', '是的……', '好。']],
    ['closing quotes and brackets with it', '他说：“好。”（一）“行！”』好', ['他说：“好。”', '（一）“行！”』', '好']],
    [
      'citation marks with it',
      '见前文。«[12]»又见«[3]»。再见。 «①»完',
      ['见前文。[12]', '又见[3]。', '再见。 ①', '完'],
    ],
    ['a quote that does not tell its sides', '他说："好。"然后："行。"完', ['他说："好。"', '然后："行。"', '完']],
    ['an opening quote with the next', '好。"行。"完', ['好。', '"行。"', '完']],
    ['no stop inside brackets', '本法（以下简称法。下同。）施行。完', ['本法（以下简称法。下同。）施行。', '完']],
    ['no stop inside a title', '《你好！中国？》出版。完', ['《你好！中国？》出版。', '完']],
    ['no stop inside brackets in brackets', '（甲（乙。）丙。）丁。戊', ['（甲（乙。）丙。）丁。', '戊']],
    ['a bracket that never closes', '第三（次修正。完。', ['第三（次修正。', '完。']],
    ['a bracket that was never opened', '次修正）。完。', ['次修正）。', '完。']],
    ['a bracket closed by another kind', '（甲。》乙。', ['（甲。》', '乙。']],
    ['a bracket inside one that never closes', '（甲。《乙。》丙。', ['（甲。', '《乙。》丙。']],
    ['the white space around it', ' 　甲。 　乙。\t', ['甲。', '乙。']],
    ['stops at the start', '……甲。', ['……甲。']],
    ['ASCII stops in Chinese', '真的吗?是的!好', ['真的吗?', '是的!', '好']],
    ['an address', '见 http://a.cn/b?id=3&c=4 一文。', ['见 http://a.cn/b?id=3&c=4 一文。']],
    ['a dot for 。', '全面加强领导.切实做好工作. 好', ['全面加强领导.', '切实做好工作.', '好']],
    ['numbers with dots', '1.加强领导3.5个百分点，一.坚持，2.5', ['1.加强领导3.5个百分点，一.坚持，2.5']],
    [
      'Latin text',
      'We did it. They saw Dr. Li et al. in vol. 3. Good.” He left.',
      ['We did it.', 'They saw Dr. Li et al. in vol. 3. Good.”', 'He left.'],
    ],
    ['a stop after words of any script', 'カタカナ。한국어。', ['カタカナ。', '한국어。']],
  ])('ends rightly at %s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('ends at the end of a block', () => {
    expect(split('总则', '第一条 为了发展', '（甲。', '乙）。')).toEqual([
      '总则',
      '第一条 为了发展',
      '（甲。',
      '乙）。',
    ]);
  });

  it('lets no bracket protect more than an aside', () => {
    const far = `（甲。${'乙'.repeat(400)}。）`;
    expect(split(far)).toHaveLength(2);
  });

  it('gives the same sentences for a text and for the text twice', () => {
    const unit = fc.constantFrom(...'甲乙。！？…“”（）《》()".,aA1 ');
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        const text = units.join('');
        const once = split(text);
        expect(split(text, text)).toEqual([...once, ...once]);
      }),
    );
  });
});
