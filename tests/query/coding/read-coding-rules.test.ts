import { expect, test } from 'vitest';
import type { CorpusError } from '../../../src/model/errors.ts';
import { readCodingRules } from '../../../src/query/coding/read-coding-rules.ts';
import { resolveCodes } from '../../../src/query/coding/resolve-codes.ts';

/** Faults as `code:line`. */
function faults(content: string): string[] {
  const { codes, errors } = readCodingRules(content, 'r.yaml');
  const all: CorpusError[] = [...errors];
  resolveCodes(codes, all);
  return all.map(({ code, place }) => `${code.replace('resource/rules-', '')}${place.slice('r.yaml'.length)}`);
}

test('every fault is told at its line', () => {
  expect(
    faults(
      [
        '供给型:',
        '  资金: {near: [加大, 资金], withn: 5}',
        '  税收: {all: [税收, 优惠], any: [减免]}',
        '  人才: {near: [人才], within: 5}',
        '  规划: "[word=规划]"',
        '  目标:',
        '  基建: {in: sentence}',
        '  试点: {sequence: [试点, 示范], gap: many}',
        '  示范: {any: [示范], gap: 2}',
        '  范围: {all: [a, b], in: chapter}',
        '  标点: 、',
        '  引用: {code: 没有的}',
      ].join('\n'),
    ),
  ).toEqual([
    'unknown-key:2',
    'several-bases:3',
    'not-several:4',
    'pattern:5',
    'empty:6',
    'no-base:7',
    'bad-number:8',
    'idle-option:9',
    'bad-unit:10',
    'pattern:11',
    'no-such-code:12',
  ]);
});

test('circles, repeated and ambiguous names are refused', () => {
  expect(faults('a: {code: b}\nb: {any: [x, {code: c}]}\nc:\n  not: {code: a}\n  any: [y]\n')).toEqual(['circle:1']);
  expect(faults('a: {code: a}\n')).toEqual(['circle:1']);
  expect(faults('x:\n  a: 资金\ny:\n  a: 税收\nz: {code: a}\n')).toEqual(['ambiguous-code:5']);
  expect(faults('x:\n  a: 资金\n  a: 税收\n')).toEqual(['bad-yaml:3']);
});

test('what is no set of rules at all is refused', () => {
  expect(faults('')).toEqual(['not-rules:1']);
  expect(faults('- 资金\n')).toEqual(['not-rules:1']);
  expect(faults('a: [资金\n')).toEqual([expect.stringMatching(/^bad-yaml:/)]);
});

test('keys may be Chinese', () => {
  const english = 'a: {near: [x, y], within: 3, in: paragraph, not: z}\nb: {word: w, tag: n}\n';
  const chinese = 'a: {邻近: [x, y], 距离: 3, 范围: 段, 非: z}\nb: {词: w, 词性: n}\n';
  expect(readCodingRules(chinese, 'x')).toEqual(readCodingRules(english, 'x'));
});
