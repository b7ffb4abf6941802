import { numeral } from './numeral.ts';

/** Ranks of numbers from the outside in: a number closes those of a higher rank. */
export const rank = {
  part: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  article: 5,
  /** 一、 */
  hanComma: 7,
  /** （一） */
  hanBracket: 8,
  /** 1. 1、 */
  arabic: 9,
  /** （1） */
  arabicBracket: 10,
  /** 1） */
  arabicHalf: 11,
  /** ① */
  circled: 12,
} as const;

/** The number with which a block begins. */
export interface BlockNumber {
  readonly rank: number;
  readonly value: number;
  /** 1 of 第三条之一, else 0. */
  readonly sub: number;
  /** As it stands in a path: 第三条之一, （一）, 3 */
  readonly label: string;
  /** Units of it. */
  readonly length: number;
}

const han = '一二三四五六七八九十百千零〇○两';
const divided = new RegExp(`^(?: ?[-－—] ?(\\d{1,2}))? ?(分[编編]|[编編章节節条條])(?: ?之 ?([${han}\\d]{1,3}))?`);
const ranks: Readonly<Record<string, number>> = {
  编: rank.part,
  編: rank.part,
  分编: rank.subpart,
  分編: rank.subpart,
  章: rank.chapter,
  节: rank.section,
  節: rank.section,
  条: rank.article,
  條: rank.article,
};
const comma = /^([一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,2})(?:、|[.．](?!\d))/;
const bracket = /^[（(] ?([一二三四五六七八九十百]{1,5}|\d{1,2}) ?[）)]/;
const arabic = /^(\d{1,2})(?: ?[.．、](?!\d)|[)）])/;
const formal = '壹贰叁肆伍陆柒捌玖拾';

/** Reads the number at the start of a block; undefined where there is none. */
export function readNumber(text: string): BlockNumber | undefined {
  const unit = text.charCodeAt(0);
  if (unit === 0x7b2c) return readDivided(text);
  if (unit === 0xff08 || unit === 0x28) {
    const match = bracket.exec(text);
    if (match === null) return undefined;
    const digits = /\d/.test(match[1]!);
    const kind = digits ? rank.arabicBracket : rank.hanBracket;
    return { rank: kind, value: numeral(match[1]!), sub: 0, label: `（${match[1]}）`, length: match[0].length };
  }
  if (unit >= 0x30 && unit <= 0x39) {
    const match = arabic.exec(text);
    if (match === null) return undefined;
    const half = /[)）]$/.test(match[0]);
    const label = half ? `${match[1]}）` : match[1]!;
    return {
      rank: half ? rank.arabicHalf : rank.arabic,
      value: Number(match[1]),
      sub: 0,
      label,
      length: match[0].length,
    };
  }
  if (unit >= 0x2460 && unit <= 0x2473) {
    return { rank: rank.circled, value: unit - 0x245f, sub: 0, label: text.charAt(0), length: 1 };
  }
  if (unit < 0x4e00) return undefined;
  const match = comma.exec(text);
  if (match === null) return undefined;
  const digit = formal.indexOf(match[1]!.charAt(0));
  const value = digit < 0 ? numeral(match[1]!) : match[1]!.length === 1 ? digit + 1 : Number.NaN;
  return { rank: rank.hanComma, value, sub: 0, label: match[1]!, length: match[0].length };
}

const numerals = new Set([...`${han}0123456789０１２３４５６７８９`].map((character) => character.charCodeAt(0)));
const mostDigits = 9;
const mayFollow = ' -－—分编編章节節条條';

/** 第一编, 第 十 章, 第三条之一, 第4-1条 */
function readDivided(text: string): BlockNumber | undefined {
  let at = text.charCodeAt(1) === 0x20 ? 2 : 1;
  const start = at;
  while (at - start < mostDigits && numerals.has(text.charCodeAt(at))) at++;
  if (at === start) return undefined;
  const value = text.slice(start, at);
  if (!mayFollow.includes(text.charAt(at))) return undefined;
  if (text.charCodeAt(at) === 0x20) at++;
  const rest = divided.exec(text.slice(at, at + 12));
  if (rest === null) return undefined;
  const [whole, dashed, name, added] = rest;
  const length = at + whole.length;
  const label = text.slice(0, length).replaceAll(' ', '');
  const sub = added ?? dashed;
  return {
    rank: ranks[name!]!,
    value: numeral(value),
    sub: sub === undefined ? 0 : numeral(sub),
    label,
    length,
  };
}
