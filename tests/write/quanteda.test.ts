import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Term } from '../../src/model/term.ts';
import { plainWords } from '../../src/write/plain-words.ts';
import { quantedaDictionary, quantedaRow, quantedaSchema } from '../../src/write/quanteda.ts';
import { txmSchema } from '../../src/write/txm.ts';
import { annotatedDocument, anyDocument, utf8 } from './annotated-document.ts';

const entry = (term: string, category: string, ...variants: string[]): Term => ({
  ...{ term, category, variants, notIn: [], note: '' },
});
const python = ['-c', 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer.read()), sys.stdout)'];
const hasYaml = spawnSync('/usr/bin/python3', ['-c', 'import yaml']).status === 0;

/** The forms of a dictionary by the path of their keys. */
function leaves(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path} = ${value.join(' | ')}`];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path} > ${key}`),
  );
}

describe('a dictionary for quanteda', () => {
  const list = [
    entry('举国体制', '科技/制度', '新型举国体制'),
    entry('人才', '科技'),
    entry('青年人才', '科技/人才'),
    entry('人才', '科技/人才', '人材'),
    entry('改革', ''),
    entry('yes: "no"\u2028#', 'null'),
  ];

  test('has categories as nested keys; a term that is called as a category is inside it', () => {
    expect(leaves(parse(quantedaDictionary(list)))).toEqual([
      '改革 = 改革',
      '科技 > 制度 > 举国体制 = 举国体制 | 新型举国体制',
      '科技 > 人才 > 青年人才 = 青年人才',
      '科技 > 人才 > 人才 = 人才 | 人材',
      'null > yes: "no"\u2028# = yes: "no"\u2028#',
    ]);
    expect(parse(quantedaDictionary([]))).toEqual({});
  });

  test.skipIf(!hasYaml)('is the same for another reader of YAML, whatever the terms are (needs python3-yaml)', () => {
    const sign = fc.constantFrom(
      '科',
      '技',
      '"',
      '\\',
      ':',
      '#',
      '\t',
      '\u2028',
      '\u0085',
      '\u0000',
      '\ud800',
      '𫜰',
      '-',
    );
    const word = fc.array(sign, { minLength: 1, maxLength: 4 }).map((signs) => signs.join(''));
    const anyList = fc.array(
      fc.tuple(word, word).map(([term, category]) => entry(term, category)),
      { minLength: 30 },
    );
    for (const terms of fc.sample(anyList, { numRuns: 3, seed: 7 })) {
      const input = quantedaDictionary(terms);
      const { stdout, stderr } = spawnSync('/usr/bin/python3', python, { input, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual(parse(input));
    }
  });
});

describe('a corpus for quanteda', () => {
  test('has the text, its counted words with spaces between them, and the metadata', () => {
    const base = annotatedDocument(
      { kind: 'title', text: '科技，改革' },
      { kind: 'note', text: '企业' },
      '举国«[3]»体制 a b。',
    );
    const document = { ...base, meta: { 年份: '2020', text: 'x' } };
    const names = quantedaSchema(['年份', 'text']).columns.map(({ name }) => name);
    const row = quantedaRow(document, ['年份', 'text'], ['title', 'paragraph']);
    const cell = (name: string) => row[names.indexOf(name)];
    expect(names.slice(0, 3)).toEqual(['doc_id', 'text', 'words']);
    expect(new Set(names).size).toBe(names.length);
    expect(cell('doc_id')).toBe('test.txt');
    expect(cell('text')).toBe('科技，改革\n企业\n举国[3]体制 a b。');
    expect(cell('words')).toBe('科技 改革 举国 体制 a b');
    expect([cell('年份'), cell('text_'), cell('abstract')]).toEqual(['2020', 'x', null]);
  });
});

describe('words with spaces', () => {
  test('are one block a line, with marks, and give the text without its spaces and citation marks', () => {
    expect(plainWords(annotatedDocument('坚持新型举国«[3]»体制。', '科技……'))).toBe(
      '坚持 新型 举国 体制 。\n科技 ……\n',
    );
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { citations, text } = document;
        let bare = '';
        let at = 0;
        citations.start.forEach((start, i) => {
          bare += text.slice(at, start);
          at = citations.end[i]!;
        });
        bare += text.slice(at);
        const expected = utf8(bare).replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd');
        const written = utf8(plainWords(document));
        expect(written.replace(/[_ \n]/g, '')).toBe(expected.replace(/[_\p{White_Space}]/gu, ''));
        expect(written).not.toMatch(/ {2}|^ | $/m);
      }),
      { numRuns: 150 },
    );
  });
});

test('metadata for TXM begins with id and has ASCII names', () => {
  const names = txmSchema(['年份', 'id', 'year']).columns.map(({ name }) => name);
  expect(names[0]).toBe('id');
  expect(names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});
