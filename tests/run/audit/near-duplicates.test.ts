import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearDuplicates } from '../../../src/run/audit/near-duplicates.ts';

const near = (...forms: string[]) =>
  nearDuplicates(forms.map((form, owner) => ({ form, owner }))).map(({ first, second, similarity }) => [
    forms[first],
    forms[second],
    Number(similarity.toFixed(3)),
  ]);

describe('near duplicates', () => {
  test.each([
    ['地方政府债务', '地方政府性债务', 0.971],
    ['现代化产业体系', '现代产业体系', 0.962],
    ['“一带一路”', '一带一路', 1],
    ['AI', 'ai', 1],
    ['党的领导', '党领导', 1],
    ['司法公正', '公正司法', 1],
  ])('%s may be %s', (one, other, similarity) => {
    expect(near(one, other)).toEqual([[one, other, similarity]]);
  });

  test.each([
    ['“八五”计划', '“九五”计划'],
    ['第十三个五年规划', '第十四个五年规划'],
    ['国企改革深化提升行动', '国企改革'],
    ['国有资本', '国有资产'],
    ['企业', '事业'],
    ['的', '之'],
  ])('%s and %s are two things', (one, other) => {
    expect(near(one, other)).toEqual([]);
  });

  test('are not looked for among the forms of one term', () => {
    const forms = ['科技自立自强', '科技自主自强'].map((form) => ({ form, owner: 0 }));
    expect(nearDuplicates(forms)).toEqual([]);
  });

  test('are the same pairs in whatever order the forms come', () => {
    const form = fc.string({ unit: fc.constantFrom(...'改革开放和的发展5“”'), minLength: 1, maxLength: 8 });
    const pairs = (forms: readonly string[]) =>
      near(...forms)
        .map(([one, other]) => [one, other].sort().join(' '))
        .sort();
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 12 }), (forms) => {
        expect(pairs([...forms].reverse())).toEqual(pairs(forms));
      }),
    );
  });
});
