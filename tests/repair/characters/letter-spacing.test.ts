import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeLetterSpacing } from '../../../src/repair/characters/letter-spacing.ts';
import { expectLawful } from '../../text/map-laws.ts';

const closed = (text: string) => {
  const { rewrite } = closeLetterSpacing(text);
  expectLawful(text, rewrite);
  return rewrite.text;
};

describe('letter spacing', () => {
  it.each([
    ['关 于 做 好 工 作 的 通 知', '关于做好工作的通知'],
    ['关　于　做　好　工　作　的　通　知', '关于做好工作的通知'],
    ['关  于  做  好  工  作  的  通  知', '关于做好工作的通知'],
    ['2006年政 府 工 作 报 告', '2006年政府工作报告'],
    ['中 华 人 民 共 和 国 国 家 标 准', '中华人民共和国国家标准'],
    ['    中 国 国 家 标 准 化 管 理 委 员 会   ', '    中国国家标准化管理委员会   '],
    ['关 于 印 发 《 规 划 》 的 通 知', '关于印发《规划》的通知'],
  ])('of a title is closed: %s', (text, expected) => {
    expect(closed(text)).toBe(expected);
  });

  it('of digits is closed where a text spaces them throughout', () => {
    const text =
      '　　1 9 9 8 年3 月5 日，增长1 5 ．3 ％，达到7 4 7 7 2 亿元。由1 6 5 5 亿元增加到3 2 5 1 亿元，\n近1 0 万人，1 9 9 7 年。';
    expect(closed(text)).toBe(
      '　　1998 年3 月5 日，增长15．3％，达到74772 亿元。由1655 亿元增加到3251 亿元，\n近10 万人，1997 年。',
    );
    expect(closed(`${text}\n1 2 3 4 5`)).toContain('\n1 2 3 4 5');
    expect(closed('增长情况见表1 2 3 4 列，共有3 5 0 0 万。')).toBe('增长情况见表1 2 3 4 列，共有3 5 0 0 万。');
  });

  it('leaves wider gaps between letter-spaced words as they are', () => {
    expect(closed('中 共 中 央  国 务 院  文 件')).toBe('中共中央  国务院  文件');
    expect(closed('国　务　院　　办　公　厅　　文　件')).toBe('国务院　　办公厅　　文件');
  });

  it('of a title over several lines is closed line by line', () => {
    expect(closed('国 务 院 办 公 厅 关 于\n加 快 发 展 的 意 见')).toBe('国务院办公厅关于\n加快发展的意见');
  });

  it.each([
    ['第一章　总　则', '第一章　总则'],
    ['## 第一章　总　　则', '## 第一章　总则'],
    ['第二节 被 申 请 人', '第二节 被申请人'],
    ['第五章 工 资', '第五章 工资'],
    ['第一章 总 则 ………… 1', '第一章 总则 ………… 1'],
    ['第一章 总 则 第二章 管 辖', '第一章 总则 第二章 管辖'],
    ['第 一 章 總則', '第一章 總則'],
    ['第 十 二 條　本法自公布日施行。', '第十二條　本法自公布日施行。'],
  ])('of a numbered heading is closed: %s', (text, expected) => {
    expect(closed(text)).toBe(expected);
  });

  it.each([
    ['目　　录', '目录'],
    ['前 言', '前言'],
    ['通　　知', '通知'],
    ['申 请 书', '申请书'],
    ['摘 要：本文讨论举国体制。', '摘要：本文讨论举国体制。'],
    ['【摘 要】本文', '【摘要】本文'],
    ['关 键 词：举国体制；创新', '关键词：举国体制；创新'],
  ])('of a known short heading is closed: %s', (text, expected) => {
    expect(closed(text)).toBe(expected);
  });

  it.each([
    '张 三',
    '张　三',
    '自治区主席 韦 韬',
    '张 三 李四',
    '张　三　　李四光　　王　五',
    '张 三 李 四 王 五',
    '第 1 条',
    '第 10 條　人民有居住之自由。',
    '是 否 是',
    '是 否 是 否 有 无',
    '一 二 三 四 五 六 日',
    '甲 乙 丙 丁',
    '省 市 县 乡 村',
    '优 良 中 差',
    '年　　月　　日',
    '（盖 章）',
    '经济 政治 文化 社会',
    '工业总产值 1200 亿元',
    '合 计 100 200',
    '李某某\t男\t汉\t高\t中',
    '主　任：王　强',
    '第一条　为了保护劳动者的合法权益，制定本法。',
  ])('is not what parts names, cells and columns: %s', (text) => {
    expect(closed(text)).toBe(text);
  });

  it.each([
    ['P o l i c y', 'Policy'],
    ['C H I N A  R E P O R T', 'CHINA  REPORT'],
    ['T h e', 'The'],
    ['关键词 p o l i c y 研究', '关键词 policy 研究'],
  ])('of a Latin word that stands by itself is closed: %s', (text, expected) => {
    expect(closed(text)).toBe(expected);
  });

  it.each(['a b c d', 'A B C', 'x y z', 'A B A C D', 'p o l i c y paper', 'q w r t', 'I A m'])(
    'is not what parts symbols and lists: %s',
    (text) => {
      expect(closed(text)).toBe(text);
    },
  );

  it('of an OCR layer, with a space between most characters, is closed throughout', () => {
    const line = '经 济 体制 改 革 的 核心 问 题 ，是 处理 好 政 府 和 市 场 的关 系 。\n';
    const name = '作者  高亚 兵   叶丽红\n';
    const text = line.repeat(5) + name;
    expect(closed(text)).toBe('经济体制改革的核心问题，是处理好政府和市场的关系。\n'.repeat(5) + name);
  });

  it('is not taken from a list of names that is as full of spaces', () => {
    const text = '张建国 李卫东 王小明 陈志强 刘洋 周婷婷\n'.repeat(10);
    expect(closed(text)).toBe(text);
  });

  it('goes with its reason and is told once', () => {
    const text = '关于通知\n目　录';
    const { rewrite, messages } = closeLetterSpacing(text);
    expect(rewrite.removed).toEqual([{ start: 6, end: 7, reason: 'letter-spacing' }]);
    expect(messages).toEqual([
      { severity: 'info', rule: 'repair/letter-spacing', values: { count: 1 }, span: { start: 6, end: 7 } },
    ]);
  });

  it('takes nothing but spaces inside lines out of any text', () => {
    const unit = fc.constantFrom(...'第一章总则目录张王的知  　\n\n。，P o', '\t', '𠮷');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const { rewrite } = closeLetterSpacing(text);
        expectLawful(text, rewrite);
        expect(rewrite.text.replace(/[^\S\n]/g, '')).toBe(text.replace(/[^\S\n]/g, ''));
        for (const { start, end } of rewrite.removed) expect(text.slice(start, end)).toMatch(/^[ 　]+$/);
        const lines = (of: string) => of.split('\n').map((line) => /^\s*/.exec(line)![0].length);
        expect(lines(rewrite.text)).toEqual(lines(text));
      }),
      { numRuns: 1000 },
    );
  });
});
