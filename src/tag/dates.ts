import type { Span } from '../text/offset-map.ts';

// The zero of 二〇一五 as it is typed: also ○ and letters.
const zero = '〇○◯零ＯOoΟО0';
const digits = '一二三四五六七八九';
const yearOfEra = `(?:1\\d|2[01])\\d\\d|[一二][${zero}${digits}]{3}`;
const yearOfRepublic = `(?:中[华華])?民[国國] ?(?:\\d{1,3}|[元${digits}十百${zero}]{1,6})`;
const shortYear = `(?:\\d{2,3}|[${digits}十百${zero}]{2,6})`;
const month = `(?:1[0-2]|0?[1-9]|十[一二]?|[${digits}元])`;
const day = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[${digits}]?|[${digits}])`;
const notInNumber = `(?<![\\d.．第${zero}${digits}十百千])`;
const withUnits = new RegExp(
  [
    // 2023年, 2023年5月, 二〇二三年五月一日, 民國一百十二年; not 2023年级
    `(?:${notInNumber}(?:${yearOfEra})|${yearOfRepublic}) ?年(?!级)(?: ?${month} ?月(?: ?${day} ?[日号])?)?`,
    // 5月1日, 十二月三十一日; with a short year only whole: 97年7月1日, 九十一年五月三日
    `${notInNumber}(?:${shortYear} ?年 ?)?${month} ?月 ?${day} ?日`,
  ].join('|'),
  'y',
);
// 2023-05-01, 2023.5.1, 2023/5/1; not 2023.5.1.4
const withMarks = /(?<![\d./-])(?:19|20)\d\d([-./])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?!\d|[-./]\d)/y;

/** The one unit of each date with units that is quick to find, or the start of one with marks. */
const trigger = /[年月]|(?:19|20)\d\d[-./]\d/g;
/** What may stand before 年 or 月 in a date: 中華民國一百一十二 is the longest. */
const beforeUnit = new RegExp(`[\\d${zero}${digits}十百元 民国國中华華]+$`);
const longestBefore = 16;

/** Dates from a year on, and days of a month: never a bare number or a month alone. */
export function findDates(text: string): Span[] {
  const dates: Span[] = [];
  let last = 0;
  trigger.lastIndex = 0;
  for (let found = trigger.exec(text); found !== null; found = trigger.exec(text)) {
    const at = found.index;
    let start = at;
    let pattern = withMarks;
    if (found[0].length === 1) {
      pattern = withUnits;
      const from = Math.max(last, at - longestBefore);
      start = from + (beforeUnit.exec(text.slice(from, at))?.index ?? at - from);
    }
    for (; start <= at; start++) {
      pattern.lastIndex = start;
      if (!pattern.test(text)) continue;
      last = pattern.lastIndex;
      trigger.lastIndex = last;
      dates.push({ start, end: last });
      break;
    }
  }
  return dates;
}
