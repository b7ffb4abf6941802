const other = 1;
const digit = 2;
const letter = 3;
const numeral = 4;
const timeUnit = 5;
const mark = 6;
export const han = 7;
const place = 8;
const closing = 9;

/** Kind of each unit for the model of boundaries; from `han` on and `numeral` and `timeUnit` are characters of words. 0 is the edge of a text. */
export const kindOfUnit: Uint8Array = new Uint8Array(0x10000).fill(other);
/** By unit: the one that stands for it, so that all digits and all letters are alike. */
export const foldedUnit: Uint16Array = new Uint16Array(0x10000).map((_, unit) => unit);

for (const [from, to] of [
  [0x20, 0x80],
  [0x2000, 0x2070],
  [0x3000, 0x3030],
  [0xff00, 0xff66],
] as const) {
  kindOfUnit.fill(mark, from, to);
}
// Halves of surrogate pairs are Han characters.
for (const [from, to] of [
  [0x3400, 0x4dc0],
  [0x4e00, 0xa000],
  [0xd800, 0xe000],
  [0xf900, 0xfb00],
] as const) {
  kindOfUnit.fill(han, from, to);
}
for (const shift of [0, 0xfee0]) {
  kindOfUnit.fill(digit, 0x30 + shift, 0x3a + shift);
  kindOfUnit.fill(letter, 0x41 + shift, 0x5b + shift).fill(letter, 0x61 + shift, 0x7b + shift);
  foldedUnit.fill(0x30, 0x30 + shift, 0x3a + shift);
  foldedUnit.fill(0x41, 0x41 + shift, 0x5b + shift).fill(0x41, 0x61 + shift, 0x7b + shift);
}
for (const [kind, units] of [
  [numeral, '〇零一二三四五六七八九十百千万亿两'],
  [timeUnit, '年月日号时分秒点元'],
  [place, '省市县区镇乡村州国'],
  [closing, '”’）》〉」』】'],
] as const) {
  for (const unit of units) kindOfUnit[unit.charCodeAt(0)] = kind;
}

/** Whether nothing joins a unit of this kind with another one. */
export const isMark: Uint8Array = Uint8Array.from({ length: 16 }, (_, kind) =>
  Number(kind === mark || kind === closing),
);
