import { digit, kindOf, letter, multiplier, numeral } from '../number/number-characters.ts';

const marks = '+＋·-－';
/** A name with one number in it is short, with more it may be longer: 四个全面, 两不愁三保障. */
const longest = 4;
const longestOfMore = 8;
const double = '双'.charCodeAt(0);

/**
 * End of a name in quotation marks that begins after the mark at `open`: characters and letters without a mark among them
 * but + · and -, with a number: 十四五, 三农, 双碳, 四个全面, 1+N, 3·15. -1 where none stands there.
 */
export function quotedNameEnd(text: string, open: number): number {
  const close = text.charCodeAt(open) + 1; // “” 「」 『』 are neighbours
  const limit = Math.min(text.length, open + 2 + longestOfMore);
  let numbers = 0;
  let before = 0;
  for (let at = open + 1; at < limit; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit === double ? numeral : kindOf[unit]!;
    if (unit === close) {
      const length = at - open - 1;
      return length > 1 && numbers > 0 && (length <= longest || numbers > 1) ? at : -1;
    }
    if (kind === digit || kind === numeral || kind === multiplier) {
      if (kind !== digit || before !== digit) numbers++;
    } else if (kind !== letter && (unit < 0x3400 || unit > 0x9fff) && !marks.includes(text.charAt(at))) {
      return -1;
    }
    before = kind;
  }
  return -1;
}
