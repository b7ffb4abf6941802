import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedUnit, compareVersions } from '../../../src/compare/diff/compare-versions.ts';
import type { VersionUnit } from '../../../src/compare/diff/version-unit.ts';
import { contentUnit } from './content-unit.ts';

const words =
  '国务院 部门 应当 按照 规定 报告 企业 公开 信息 处罚 罚款 监督 检查 人民 政府 保护 环境 资源 教育 科技'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 6, maxLength: 14 })
  .map((chosen) => [...chosen, '。']);
/** A law whose articles all differ from each other. */
const law = fc.uniqueArray(sentence, { minLength: 1, maxLength: 14, selector: (pieces) => pieces.join('') });

function numbered(articles: readonly (readonly string[])[]): VersionUnit[] {
  return articles.map((pieces, i) => contentUnit(pieces, `第${i + 1}条`));
}

const statuses = (rows: readonly ComparedUnit[]) => rows.map(({ status }) => status);
const count = (rows: readonly ComparedUnit[], status: ComparedUnit['status']) =>
  rows.filter((row) => row.status === status).length;

describe('a law', () => {
  test('and itself: every article is unchanged and where it was', () => {
    fc.assert(
      fc.property(law, (articles) => {
        const rows = compareVersions(numbered(articles), numbered(articles));
        expect(rows.map(({ status, move, a, b }) => [status, move, a, b])).toEqual(
          articles.map((_, i) => ['unchanged', '', [i], [i]]),
        );
      }),
    );
  });

  test('with an article put in anywhere: one is added, those after it are renumbered, no other is touched', () => {
    fc.assert(
      fc.property(law, sentence, fc.nat(), (articles, added, place) => {
        fc.pre(!articles.some((article) => article.join('') === added.join('')));
        const at = place % (articles.length + 1);
        const newer = [...articles.slice(0, at), added, ...articles.slice(at)];
        const rows = compareVersions(numbered(articles), numbered(newer));
        expect(rows.map(({ status, move }) => [status, move])).toEqual(
          newer.map((_, i) => (i === at ? ['added', ''] : ['unchanged', i < at ? '' : 'renumbered'])),
        );
      }),
    );
  });

  test('with one taken out and others changed: every unit of both versions is in one row, and swapping swaps all', () => {
    const swapped = { added: 'deleted', deleted: 'added', split: 'merged', merged: 'split' } as Record<string, string>;
    fc.assert(
      fc.property(law, law, fc.nat(), (kept, others, place) => {
        const at = place % (kept.length + 1);
        const a = numbered([...kept, ...others.slice(0, 3)]);
        const b = numbered([...others.slice(2), ...kept.slice(at), ...kept.slice(0, at)]);
        const rows = compareVersions(a, b);
        expect(rows.flatMap((row) => row.a).sort((x, y) => x - y)).toEqual(a.map((_, i) => i));
        expect(rows.flatMap((row) => row.b).sort((x, y) => x - y)).toEqual(b.map((_, i) => i));
        const key = (row: ComparedUnit) => JSON.stringify([row.a, row.b, row.status, row.move, row.change]);
        const mirrored = compareVersions(b, a).map((row) =>
          key({ ...row, a: row.b, b: row.a, status: (swapped[row.status] ?? row.status) as ComparedUnit['status'] }),
        );
        expect(rows.map(key).sort()).toEqual(mirrored.sort());
      }),
    );
  });
});

describe('what became of an article', () => {
  const first = contentUnit('国务院|主管|部门|负责|全国|的|监督|检查|工作|。'.split('|'), '第一条');
  const second = contentUnit('企业|应当|依照|本法|第一条|的|规定|公开|信息|。'.split('|'), '第二条');
  const third = contentUnit('违反|本法|规定|的|，|处|十万|元|以下|罚款|。'.split('|'), '第三条');
  const other = contentUnit('学校|应当|加强|法治|教育|，|提高|学生|的|法律|意识|。'.split('|'), '第一条');
  const as = (unit: VersionUnit, number: string) => ({ ...unit, number });

  test('moved: it stands elsewhere, the others stay', () => {
    const rows = compareVersions([other, first, second, third], [first, second, third, other]);
    expect(rows.map(({ status, move }) => `${status} ${move}`)).toEqual([
      'unchanged ',
      'unchanged ',
      'unchanged ',
      'unchanged moved',
    ]);
  });

  test('only its reference to another one follows the new number', () => {
    const referring = contentUnit('企业|应当|依照|本法|第二条|的|规定|公开|信息|。'.split('|'), '第三条');
    const rows = compareVersions([first, second], [other, as(first, '第二条'), referring]);
    expect(rows.map(({ status, change }) => `${status} ${change}`)).toEqual([
      'added ',
      'unchanged ',
      'changed references',
    ]);
  });

  test('a reference to a third one is a change of words', () => {
    const referring = contentUnit('企业|应当|依照|本法|第四条|的|规定|公开|信息|。'.split('|'), '第三条');
    const rows = compareVersions([first, second], [other, as(first, '第二条'), referring]);
    expect(rows.at(-1)?.change).toBe('words');
  });

  test.each([
    ['marks', '企业|应当|依照|本法|第一条|的|规定|，|公开|信息|。'],
    ['paragraphs', '企业|应当|依照|本法|第一条|的|规定|\n|公开|信息|。'],
    ['words', '企业|应当|依照|本法|第一条|的|规定|主动|公开|信息|。'],
  ])('only %s are others', (change, text) => {
    const rows = compareVersions([second], [contentUnit(text.split('|'), '第二条')]);
    expect(rows.map((row) => row.change)).toEqual([change]);
  });

  test('split into two, and two merged into one', () => {
    const whole = contentUnit([...first.pieces, '\n', ...third.pieces], '第一条');
    const parts = [first, as(third, '第二条')];
    const split = compareVersions([whole, as(second, '第二条')], [...parts, as(second, '第三条')]);
    expect(split.map(({ status, a, b }) => [status, a, b])).toEqual([
      ['split', [0], [0, 1]],
      ['unchanged', [1], [2]],
    ]);
    expect(split[0]).toMatchObject({ wordsDeleted: 0, wordsAdded: 0 });
    const merged = compareVersions([...parts, as(second, '第三条')], [whole, as(second, '第二条')]);
    expect(statuses(merged)).toEqual(['merged', 'unchanged']);
  });

  test('rewritten at its place, it is changed and not deleted and added', () => {
    const rewritten = contentUnit('国务院|有关|部门|和|地方|人民政府|应当|加强|监督|检查|。'.split('|'), '第一条');
    expect(statuses(compareVersions([first, second], [rewritten, second]))).toEqual(['changed', 'unchanged']);
    expect(count(compareVersions([first, second], [other, second]), 'changed')).toBe(0);
  });
});

test('a line that stands a hundred times stays with its neighbours where the first one goes', () => {
  const line = contentUnit(['略']);
  const own = (i: number) => contentUnit(['关于', `${i}号`, '事项', '的', '说明', `${i * 7}`]);
  const older = Array.from({ length: 100 }, (_, i) => [own(i), line]).flat();
  const rows = compareVersions(older, older.slice(2));
  expect(rows.slice(0, 2).map(({ status }) => status)).toEqual(['deleted', 'deleted']);
  expect(rows.slice(2).every(({ status, move }) => status === 'unchanged' && move === '')).toBe(true);
});
