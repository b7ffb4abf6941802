import { gluedUnits } from './glued-units.ts';
import { about, digit, isBareUnit, kindOf, multiplier, none, numeral, ordinal, quote } from './number-characters.ts';

/** What a word that took the end of a number may go on with: 三十|一个 is 三十一|个, but 十一|三峡 stays. */
const counted = new Set(
  '年月日号时分秒点元岁个位名次条项辆家件批届期周天人户亩米吨斤克里层座台套种类级章节款页本部篇张只头块角度倍成卷册所艘架门支队组轮场集版县市省村乡镇周',
);

/** A longer rest of a word that a number ends in is left on it if it is no unit: 2.5|万里长征, 30亿|立方米. */
const longestRest = 2;
const longUnits = new Set(gluedUnits.filter((unit) => unit.length > longestRest));

/** 三分之一, 三十多, 二十大. */
const goesOn = new Set([...'分余多大'].map((unit) => unit.charCodeAt(0)));

/** Whether what is left of a word may stand by itself when a number has taken its beginning. */
export function isRest(text: string, start: number, end: number): boolean {
  const kind = kindOf[text.charCodeAt(start)];
  if (kind === numeral || kind === multiplier) return false;
  return end - start <= longestRest || longUnits.has(text.slice(start, end));
}

/** Whether a number is followed by a unit that begins no longer word: 年 of 2035年底. */
export function hasBareUnit(text: string, start: number, end: number): boolean {
  const kind = kindOf[text.charCodeAt(start)];
  if (kind === digit) return kindOf[text.charCodeAt(end)] !== multiplier && isBareUnit(text, end);
  return kind !== ordinal && '年月日'.includes(text.charAt(end)) && isBareUnit(text, end);
}

/** Whether more than one character may be read there: most numerals stand alone, as 一 in 一个, and most 第 and 几 before none. */
export function mayBegin(text: string, at: number, kind: number, withUnits: boolean): boolean {
  if (kind < numeral || kind === quote) return true;
  const next = text.charCodeAt(at + 1);
  const after = kindOf[next];
  if (kind === about) return after === multiplier;
  if (kind === ordinal) return after !== none;
  return withUnits || after !== none || goesOn.has(next);
}

/** The same after a Chinese number, which characters of other words may go on with. */
export function isCountedRest(text: string, start: number, end: number): boolean {
  return counted.has(text.charAt(start)) && isRest(text, start, end);
}
