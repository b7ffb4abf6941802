import { numeral } from './numeral.ts';

// The zero of 二〇二三 as it is typed: also ○ and letters.
const zero = '〇○◯零ＯOoΟО0';
const digits = '一二三四五六七八九';
const year = `(?:(?:1[89]|2[01])\\d\\d|[一二][${zero}${digits}]{3})`;
const yearOfRepublic = `(?:中[华華])?民[国國] ?(?:\\d{1,3}|[元${digits}十百${zero}]{1,6})`;
const month = `(?:1[0-2]|0?[1-9]|十[一二]?|[${digits}])`;
const day = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[${digits}]?|[${digits}])`;

/** A date from the year on, as the text of a regular expression for other patterns to use. */
export const datePattern = `(?:${year}|${yearOfRepublic}) ?年 ?${month} ?月(?: ?${day} ?[日号])?`;

const inWords = new RegExp(`^(${year}|${yearOfRepublic}) ?年 ?(${month}) ?月(?: ?(${day}) ?[日号])?$`);
const withMarks = /^((?:19|20)\d\d)([-./])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])$/;
const longest = 24;
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A date as yyyy-mm-dd, or yyyy-mm where no day is named: 2023年5月6日, 二〇二三年五月, 中华民国112年5月6日, 2023.5.6. Undefined
 * where the text is no date alone, or no day of the calendar.
 */
export function isoDate(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const words = inWords.exec(text);
  if (words !== null) return written(yearOf(words[1]!), numeral(words[2]!), words[3] && numeral(words[3]));
  const marks = withMarks.exec(text);
  return marks === null ? undefined : written(Number(marks[1]), Number(marks[3]), Number(marks[4]));
}

function written(inYear: number, inMonth: number, onDay: number | '' | undefined): string | undefined {
  if (!(inYear >= 1800 && inYear < 2200) || !(inMonth >= 1 && inMonth <= 12)) return undefined;
  const start = `${inYear}-${String(inMonth).padStart(2, '0')}`;
  if (onDay === undefined || onDay === '') return start;
  return onDay >= 1 && onDay <= daysOf[inMonth - 1]! ? `${start}-${String(onDay).padStart(2, '0')}` : undefined;
}

// The first year of the Republic is 1912.
const beforeRepublic = 1911;

function yearOf(text: string): number {
  const republic = /民[国國] ?(.+)$/.exec(text);
  if (republic === null) return numeral(text);
  return beforeRepublic + (republic[1] === '元' ? 1 : numeral(republic[1]!));
}
