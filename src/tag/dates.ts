import type { Span } from '../text/offset-map.ts';

// The zero of 二〇一五 as it is typed: also ○ and letters.
const zero = '〇○◯零ＯOoΟО0';
const digits = '一二三四五六七八九';
const yearOfEra = `(?:1\\d|2[01])\\d\\d|[一二][${zero}${digits}]{3}`;
const yearOfRepublic = `民[国國] ?(?:\\d{1,3}|[元${digits}十百${zero}]{1,6})`;
const month = `(?:1[0-2]|0?[1-9]|十[一二]?|[${digits}元])`;
const day = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[${digits}]?|[${digits}])`;
const notInNumber = `(?<![\\d.．第${zero}${digits}十百千])`;
const date = new RegExp(
  [
    // 2023年, 2023年5月, 二〇二三年五月一日, 民國一百十二年; not 2023年级
    `(?:${notInNumber}(?:${yearOfEra})|${yearOfRepublic}) ?年(?!级)(?: ?${month} ?月(?: ?${day} ?[日号])?)?`,
    // 5月1日, 十二月三十一日
    `${notInNumber}${month} ?月 ?${day} ?日`,
    // 2023-05-01, 2023.5.1, 2023/5/1; not 2023.5.1.4
    '(?<![\\d./-])(?:19|20)\\d\\d([-./])(?:1[0-2]|0?[1-9])\\1(?:3[01]|[12]\\d|0?[1-9])(?!\\d|[-./]\\d)',
  ].join('|'),
  'g',
);

/** Dates from a year on, and days of a month: never a bare number or a month alone. */
export function findDates(text: string): Span[] {
  const dates: Span[] = [];
  date.lastIndex = 0;
  for (let found = date.exec(text); found !== null; found = date.exec(text)) {
    dates.push({ start: found.index, end: date.lastIndex });
  }
  return dates;
}
