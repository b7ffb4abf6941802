import { digit, kindOf, letter, multiplier, numeral } from './number-characters.ts';

// All of these look for the end of a form that begins at an offset, by the text alone.

const rangeMarks = '-－—–―−~～';
const percents = '%％‰';
/** Words that begin like a multiplier and are measures: 5千瓦, 3百分点, 10万分之一. */
const measures = /[百万]分|千[瓦克米卡伏赫帕焦字]/y;
/** Labels before a number and a colon that belong to no time or ratio: 附件1：10项. */
const labels = '件表图注式例条款章栏题';
const afterRatio = '个项年月日名家条件种人万亿元次户';
/** Units of measurement in letters; g is none, since 5g is a network more often. */
const latinUnits = /^(?:[kcmμnｋｃｍ]?[mｍ]|k[gｇ]|ｋｇ|mg|t|ha|[kMG]?Wh?|[kMG]?Hz|[KMGT]B|m?[lL]|[kM]?Pa|k?V|dB|rpm)$/;

/** 1 for the units that a number may go on with. */
const goesOn = new Uint8Array(0x10000);
for (const unit of `${rangeMarks}${percents},，.．:：·/／百千万亿多余几`) goesOn[unit.charCodeAt(0)] = 1;

function isDigit(text: string, at: number): boolean {
  return kindOf[text.charCodeAt(at)] === digit;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at++;
  return at;
}

/** End of a run of digits that is a number by itself, as most are; -1 where what follows may go on with it. */
export function plainNumberEnd(text: string, start: number): number {
  const end = digitsEnd(text, start);
  const unit = text.charCodeAt(end);
  return goesOn[unit] === 1 || kindOf[unit] === letter ? -1 : end;
}

/** End of a number in digits: 1,234.5, 3.5%, 1/3, 14:30, 3—5%, 2023-05-01, 1万3千, 20多万; never of the dot of 1. */
export function numberEnd(text: string, start: number): number {
  let at = amountEnd(text, start);
  while (rangeMarks.includes(text.charAt(at)) && isDigit(text, at + 1) && !runsIntoLetters(text, at + 1)) {
    at = amountEnd(text, at + 1);
  }
  return at;
}

function amountEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = fractionEnd(text, start, groupsEnd(text, at));
    if (percents.includes(text.charAt(at)) && at < text.length) return at + 1;
    const from = at;
    at = multipliersEnd(text, at);
    // 1万3千, but not 5万2019
    if (at === from || !isDigit(text, at) || kindOf[text.charCodeAt(digitsEnd(text, at))] !== multiplier) break;
  }
  return isAbout(text, at) && text.charAt(at + 1) !== '十' ? multipliersEnd(text, at + 1) : at;
}

/** Digits in groups of three: 12,345; with the full-width comma only between full-width digits, where ３，０００ is usual. */
function groupsEnd(text: string, start: number): number {
  let at = digitsEnd(text, start);
  if (at - start > 3) return at;
  for (;;) {
    const mark = text.charAt(at);
    if (mark !== ',' && (mark !== '，' || text.charCodeAt(at - 1) < 0x80)) return at;
    if (digitsEnd(text, at + 1) !== at + 4) return at;
    at += 4;
  }
}

function fractionEnd(text: string, start: number, end: number): number {
  let at = end;
  for (;;) {
    const mark = text.charAt(at);
    if (!isDigit(text, at + 1)) return at;
    const next = digitsEnd(text, at + 1);
    if (mark === '.' || mark === '．') {
      if (isNumberedYear(text, start, at, next)) return at;
    } else if (mark === ':' || mark === '：') {
      if (!isTimeOrRatio(text, start, at, next)) return at;
    } else if (mark !== '·' && mark !== '/' && mark !== '／') {
      return at;
    }
    at = next;
  }
}

/** 1.2020年: an item, then a year. */
function isNumberedYear(text: string, start: number, at: number, next: number): boolean {
  return (
    at - start <= 2 &&
    next - at === 5 &&
    /^(?:19|20|１９|２０)/.test(text.slice(at + 1, next)) &&
    text.charAt(next) === '年'
  );
}

function isTimeOrRatio(text: string, start: number, at: number, next: number): boolean {
  const right = next - at - 1;
  if (at - digitsStart(text, at) > 2 || right > 2) return false;
  if (start > 0 && labels.includes(text.charAt(start - 1))) return false;
  return right === 2
    ? /[0-5０-５]/.test(text.charAt(at + 1))
    : !(next < text.length && afterRatio.includes(text.charAt(next)));
}

function digitsStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && isDigit(text, at - 1)) at--;
  return at;
}

function multipliersEnd(text: string, start: number): number {
  let at = start;
  while (kindOf[text.charCodeAt(at)] === multiplier && text.charAt(at) !== '十') {
    if (isMeasure(text, at)) break;
    at++;
  }
  return at;
}

function isMeasure(text: string, at: number): boolean {
  measures.lastIndex = at;
  return measures.test(text);
}

/** Whether the digits at an offset begin something like 5G. */
export function runsIntoLetters(text: string, at: number): boolean {
  const end = digitsEnd(text, at);
  return kindOf[text.charCodeAt(end)] === letter && latinEnd(text, at) > end;
}

/**
 * End of a run of letters and digits: GDP, 5G, COVID-19, PM2.5, A股. The start itself where digits come first and are a
 * number: before a unit (20mm), or before a word (2020GDP). A year is left out: GDP2020年.
 */
export function latinEnd(text: string, start: number): number {
  const digits = digitsEnd(text, start);
  let at = runEnd(text, digits);
  if (digits > start) {
    if (at === digits) return start;
    const rest = text.slice(digits, at);
    if (latinUnits.test(rest) || (digits - start > 3 && at - digits > 1)) return start;
  }
  for (;;) {
    const mark = text.charCodeAt(at);
    const next = kindOf[text.charCodeAt(at + 1)];
    const before = kindOf[text.charCodeAt(at - 1)];
    const joins =
      (mark === 0x2d && (next === digit || next === letter)) ||
      (mark === 0x26 && next === letter) ||
      (mark === 0x2e && next === digit && before === digit);
    if (!joins) break;
    at = runEnd(text, at + 1);
  }
  if (text.charAt(at) === '年' && /(?:19|20|１９|２０)[\d０-９]{2}$/.test(text.slice(start, at))) return at - 4;
  if (at - start === 1 && text.charAt(at) === '股' && !/[份东权]/.test(text.charAt(at + 1))) return at + 1;
  return at;
}

function runEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const kind = kindOf[text.charCodeAt(at)];
    if (kind !== digit && kind !== letter) return at;
    at++;
  }
}

/** End of a run of Chinese numerals: 三十二万, 二〇〇八 (also with typed zeros: 二００八), 十几亿, 三十多, 百分之三, 五分之二. */
export function numeralEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const kind = kindOf[text.charCodeAt(at)];
    if (kind === numeral || (kind === multiplier && (at === start || !isMeasure(text, at)))) at++;
    else if (at > start && zerosEnd(text, at) > at) at = zerosEnd(text, at);
    else if (at > start && kindOf[text.charCodeAt(at - 1)] === multiplier && isAbout(text, at)) at++;
    else break;
  }
  if (isCongress(text, start, at)) return at + 1;
  if (text.charAt(at) === '分' && text.charAt(at + 1) === '之') {
    const kind = kindOf[text.charCodeAt(at + 2)];
    if (kind === digit) return runsIntoLetters(text, at + 2) ? at : numberEnd(text, at + 2);
    if (kind === numeral || kind === multiplier) return numeralEnd(text, at + 2);
  }
  return at;
}

/** Zeros between the numerals of a year. */
function zerosEnd(text: string, start: number): number {
  let at = start;
  while (/[0０OoＯο○]/.test(text.charAt(at))) at++;
  return at > start && kindOf[text.charCodeAt(at)] === numeral && kindOf[text.charCodeAt(start - 1)] === numeral
    ? at
    : start;
}

/** 多, 余 or 几 that belongs to a number: 三十多, 十几亿. */
function isAbout(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === '多' || unit === '余' || unit === '几';
}

/** 党的二十大, 十九大报告, but not 十大 or 十二大类. */
function isCongress(text: string, start: number, end: number): boolean {
  if (text.charAt(end) !== '大' || !text.slice(start, end).includes('十') || end - start < 2 || end - start > 3)
    return false;
  return (
    text.slice(start - 2, start) === '党的' || (end + 1 < text.length && '报精以提召胜'.includes(text.charAt(end + 1)))
  );
}

/** Whether a run of numerals is one number and not a word of them (千万, 三三两两, 万一) or two (一二). */
export function isNumber(form: string): boolean {
  if (/分之/.test(form)) return true;
  if (/^[百千万亿]/.test(form)) return false;
  return /[十百千万亿]/.test(form) || form.length > 3 || /[〇○零0０OoＯ]/.test(form.slice(1));
}
