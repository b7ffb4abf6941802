import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/ingest/encoding/decode.ts';
import { parseUserDictionaries, type UserEntry } from '../../../src/segment/lexicon/user-dictionary.ts';

const parse = (...contents: string[]) =>
  parseUserDictionaries(contents.map((content, i) => ({ name: `list${i + 1}`, content })));
const one = (line: string): UserEntry | undefined => {
  const { entries, messages } = parse(line);
  expect(messages).toEqual([]);
  return entries[0];
};

describe("a user's dictionary", () => {
  it.each<[string, UserEntry]>([
    ['云计算', { form: '云计算' }],
    ['云计算 5', { form: '云计算', frequency: 5 }],
    ['云计算 n', { form: '云计算', tag: 'n' }],
    ['云计算 5 n', { form: '云计算', frequency: 5, tag: 'n' }],
    ['云计算  5\u3000userDefined ', { form: '云计算', frequency: 5, tag: 'userDefined' }],
    ['云计算 tech', { form: '云计算', tag: 'tech' }],
    ['李小福 2 nr', { form: '李小福', frequency: 2, tag: 'nr' }],
    ['AI 大模型', { form: 'AI 大模型' }],
    ['AI 大模型 100', { form: 'AI 大模型', frequency: 100 }],
    ['AI 大模型 100 nz', { form: 'AI 大模型', frequency: 100, tag: 'nz' }],
    ['machine learning', { form: 'machine learning' }],
    ['machine learning n', { form: 'machine learning', tag: 'n' }],
    ['machine  learning 7', { form: 'machine learning', frequency: 7 }],
    ['Windows 10', { form: 'Windows', frequency: 10 }],
    ['Windows 10\t', { form: 'Windows 10' }],
    ['Windows 10\t3\tnz', { form: 'Windows 10', frequency: 3, tag: 'nz' }],
    ['plan b\tn', { form: 'plan b', tag: 'n' }],
    ['云计算\t\tn', { form: '云计算', tag: 'n' }],
    ['云计算\t5 n', { form: '云计算', frequency: 5, tag: 'n' }],
    ['卡尔·马克思 9 nr', { form: '卡尔·马克思', frequency: 9, tag: 'nr' }],
    ['“两山”理念', { form: '“两山”理念' }],
    ['好，走 4', { form: '好，走', frequency: 4 }],
    ['C919', { form: 'C919' }],
    ['C++ 3 eng', { form: 'C++', frequency: 3, tag: 'eng' }],
    ['2035 n', { form: '2035', tag: 'n' }],
    ['5', { form: '5' }],
    ['的 0', { form: '的', frequency: 0 }],
    ['词 99999999999', { form: '词', frequency: 0x7fffffff }],
    ['𠀀𠀁 3', { form: '𠀀𠀁', frequency: 3 }],
    ['云\u200b计算 5', { form: '云计算', frequency: 5 }],
  ])('has in the line %j what a user means', (line, entry) => {
    expect(one(line)).toEqual(entry);
  });

  it('is the same whatever the ends of its lines, its mark at the head and its encoding', () => {
    const lines = ['双碳目标 100 n', '数字经济', '', '# 说明', '  新质生产力\t3'];
    const plain = parse(lines.join('\n'));
    expect(plain.entries).toHaveLength(3);
    for (const end of ['\r\n', '\r', '\n\n']) expect(parse(`\ufeff${lines.join(end)}${end}`)).toEqual(plain);
    const gb18030 = new Uint8Array([
      0xca, 0xfd, 0xd7, 0xd6, 0xbe, 0xad, 0xbc, 0xc3, 0x20, 0x35, 0x20, 0x6e, 0x0d, 0x0a, 0xd0, 0xc2, 0xd6, 0xca, 0xc9,
      0xfa, 0xb2, 0xfa, 0xc1, 0xa6, 0x0d, 0x0a,
    ]);
    expect(parse(decode(gb18030).text).entries).toEqual([
      { form: '数字经济', frequency: 5, tag: 'n' },
      { form: '新质生产力' },
    ]);
  });

  it('holds the last entry for a word, over all files, and says so where they differ', () => {
    const { entries, messages } = parse('甲乙 5 n\n丙丁\n甲乙 5 n', '甲乙 6 n\n戊己');
    expect(entries).toEqual([{ form: '甲乙', frequency: 6, tag: 'n' }, { form: '丙丁' }, { form: '戊己' }]);
    const values = { list: 'list2', line: 1, word: '甲乙', first_list: 'list1', first_line: 3 };
    expect(messages).toEqual([{ severity: 'warning', rule: 'segment/user-word-twice', values }]);
  });

  it.each([
    ['segment/bad-user-word', '甲\ufffd乙', { found: '甲\ufffd乙' }],
    ['segment/bad-user-word', '一'.repeat(513), { found: `${'一'.repeat(40)}…` }],
    ['segment/bad-user-columns', '甲乙\t5 n 丙', { word: '甲乙', found: '丙' }],
    ['segment/bad-user-columns', '甲乙\t3.5', { word: '甲乙', found: '3.5' }],
  ])('says by %s where a line cannot be used', (rule, line, values) => {
    const { entries, messages } = parse(`好词\n${line}`);
    expect(messages).toMatchObject([{ rule, values: { list: 'list1', line: 2, ...values } }]);
    expect(entries.map(({ form }) => form)).toEqual(rule === 'segment/bad-user-word' ? ['好词'] : ['好词', '甲乙']);
  });

  it('says which words the segmenter can never give', () => {
    const dictionary = { name: 'list1', content: '双碳目标 5\n人工 智能 5 n' };
    const { entries, messages } = parseUserDictionaries([dictionary], (form) => form.includes(' '));
    expect(entries).toHaveLength(2);
    const values = { list: 'list1', line: 2, word: '人工 智能' };
    expect(messages).toEqual([{ severity: 'warning', rule: 'segment/word-out-of-reach', values }]);
  });

  it('throws at nothing', () => {
    for (const text of ['', '\ufeff', '\0', '\ud800', '\t', ' 5', '# ', '\u0001 3 n'])
      expect(() => parse(text)).not.toThrow();
  });
});
