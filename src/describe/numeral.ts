const digits = '零一二三四五六七八九';
const units = '个十百千';

/**
 * The value of a whole number below ten thousand as it is written: 12, １２, 十二, 一千二百六十, 二〇二三, 一一二. NaN where it is
 * none.
 */
export function numeral(text: string): number {
  let value = 0;
  let digit = -1;
  let placed = false;
  for (const character of text) {
    const unit = units.indexOf(character);
    if (unit > 0) {
      value += (digit < 0 ? 1 : digit) * 10 ** unit;
      digit = -1;
      placed = true;
      continue;
    }
    const next = digitOf(character);
    if (Number.isNaN(next)) return Number.NaN;
    // Digits without units are read place by place.
    digit = digit < 0 || placed ? next : digit * 10 + next;
  }
  return value + Math.max(0, digit);
}

function digitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  // The zero of 二〇二三 as it is typed: also ○ and letters.
  if ('〇○◯ＯoOΟО'.includes(character)) return 0;
  if (character === '两') return 2;
  const digit = digits.indexOf(character);
  return digit < 0 ? Number.NaN : digit;
}
