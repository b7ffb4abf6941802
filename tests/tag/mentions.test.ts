import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../src/tag/mentions.ts';

function mentions(text: string, label: string): string[] {
  const { start, end, label: labels, labels: names } = findMentions(text);
  return Array.from(start, (from, i) => [names[labels[i]!], text.slice(from, end[i])])
    .filter(([name]) => name === label)
    .map(([, slice]) => slice as string);
}

describe('titles', () => {
  const titles = (text: string) => mentions(text, 'title');

  it('stand between their marks', () => {
    expect(titles('根据《中华人民共和国立法法》《行政许可法》，')).toEqual([
      '《中华人民共和国立法法》',
      '《行政许可法》',
    ]);
  });

  it('hold titles inside them', () => {
    expect(titles('印发《关于修改〈城市供水条例〉的决定》')).toEqual(['《关于修改〈城市供水条例〉的决定》']);
    expect(titles('《关于转发《公文处理办法》的通知》和《纲要》')).toEqual([
      '《关于转发《公文处理办法》的通知》',
      '《纲要》',
    ]);
  });

  it('do not come of marks without a partner, across lines or without anything inside', () => {
    expect(titles('见《纲要（草案）。\n附件》')).toEqual([]);
    expect(titles('《关于《办法》的通知')).toEqual(['《办法》']);
    expect(titles('》》点击进入专题《《')).toEqual([]);
    expect(titles('《》')).toEqual([]);
    expect(titles(`《${'长'.repeat(400)}》`)).toEqual([]);
  });
});

describe('document numbers', () => {
  const numbers = (text: string) => mentions(text, 'document_number');

  it.each([
    ['《纲要》（国发〔2015〕12号）印发', '国发〔2015〕12号'],
    ['根据中发[2020]1号文件', '中发[2020]1号'],
    ['按照浙政办发（2019）5号要求', '浙政办发（2019）5号'],
    ['银保监规﹝2021﹞第3号', '银保监规﹝2021﹞第3号'],
    ['财税〔 2018 〕 55 号', '财税〔 2018 〕 55 号'],
    ['京政发〔86〕12号', '京政发〔86〕12号'],
    ['《规定》（〔94〕财税字第089号）', '〔94〕财税字第089号'],
    ['经国务院令第535号公布', '国务院令第535号'],
    ['1994年7月5日中华人民共和国主席令第二十八号公布', '中华人民共和国主席令第二十八号'],
    ['公安部令（第123号）', '公安部令（第123号）'],
    ['国务院第709号令', '国务院第709号令'],
    ['住房和城乡建设部令第5号', '住房和城乡建设部令第5号'],
    ['海关总署公告2021年第12号', '海关总署公告2021年第12号'],
    ['第三次修正主席令第73号', '主席令第73号'],
    ['《条例》（国令第711号）', '国令第711号'],
    ['以及日政发〔2015〕3号', '日政发〔2015〕3号'],
  ])('%s: %s', (text, expected) => {
    expect(numbers(text)).toEqual([expected]);
  });

  it('follow each other', () => {
    expect(numbers('废止国发〔2010〕1号和国办发〔2011〕2号、财税〔2012〕3号文件')).toEqual([
      '国发〔2010〕1号',
      '国办发〔2011〕2号',
      '财税〔2012〕3号',
    ]);
  });

  it('are not the numbers of other things', () => {
    for (const text of [
      '地铁15号线',
      '联合国安理会598号决议',
      '一号文件',
      '（2019）京01民终123号',
      '神舟十号',
      '口令第3号',
      '第3号',
    ]) {
      expect(numbers(text)).toEqual([]);
    }
  });
});

describe('dates', () => {
  const dates = (text: string) => mentions(text, 'date');

  it.each([
    ['自2023年5月1日起施行', '2023年5月1日'],
    ['到2035年', '2035年'],
    ['2023 年 5 月', '2023 年 5 月'],
    ['二〇二三年五月一日', '二〇二三年五月一日'],
    ['一九四九年以来', '一九四九年'],
    ['二○一五年十二月三十一日', '二○一五年十二月三十一日'],
    ['发布时间：2026-02-09', '2026-02-09'],
    ['2023.5.1。', '2023.5.1'],
    ['每年5月10日为', '5月10日'],
    ['二月二十日至', '二月二十日'],
    ['97年7月1日', '97年7月1日'],
    ['中華民國一百零九年六月十六日', '中華民國一百零九年六月十六日'],
    ['民国三十八年', '民国三十八年'],
  ])('%s: %s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it('are not bare numbers, stretches of time, versions or classes', () => {
    for (const text of [
      '1949',
      '5000年',
      '十年',
      '三十日内',
      '5月份',
      '2023.5.1.4',
      '12023年',
      '2023年级',
      '13月1日',
      '2023-13-01',
    ]) {
      expect(dates(text)).toEqual([]);
    }
  });

  it('are not part of a document number, but may be part of a title', () => {
    expect(dates('财政部公告2021年第12号')).toEqual([]);
    expect(dates('《2035年远景目标纲要》')).toEqual(['2035年']);
  });
});

describe('all mentions', () => {
  it('lie on one line each and are sorted', () => {
    const unit = fc.constantFrom(
      '《',
      '》',
      '〈',
      '国发',
      '〔2015〕',
      '第',
      '1',
      '2023',
      '年',
      '5月',
      '号',
      '令',
      '\n',
      '一',
      '-',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const { start, end } = findMentions(text);
        for (let i = 0; i < start.length; i++) {
          expect(text.slice(start[i], end[i])).not.toMatch(/\n|^$/);
          if (i > 0) expect(start[i]).toBeGreaterThanOrEqual(start[i - 1]!);
        }
      }),
    );
  });
});
