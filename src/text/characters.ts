/** Classes of UTF-16 units, by table: one look-up a unit. Surrogates count as Han (the plane 2 and 3 ideographs). */
export const characterClass = {
  other: 0,
  space: 1,
  han: 2,
  latin: 3,
  digit: 4,
  /** Marks that may end a sentence: 。！？!? and the ellipsis */
  sentenceEnd: 5,
  /** Marks inside a sentence: ，、；：,;: */
  pause: 6,
  open: 7,
  close: 8,
  /** Other full-width or East Asian marks */
  mark: 9,
} as const;

const table = new Uint8Array(0x10000);

const fill = (from: number, to: number, value: number) => table.fill(value, from, to + 1);
fill(0x2e80, 0x2fdf, characterClass.han); // radicals
fill(0x3005, 0x3007, characterClass.han); // 々〆〇
fill(0x3400, 0x4dbf, characterClass.han);
fill(0x4e00, 0x9fff, characterClass.han);
fill(0xd800, 0xdfff, characterClass.han);
fill(0xf900, 0xfaff, characterClass.han);
for (const [from, to] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const) {
  fill(from, to, characterClass.latin);
}
fill(0x30, 0x39, characterClass.digit);
fill(0xff10, 0xff19, characterClass.digit);
const each = (marks: string, value: number) => {
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = value;
};
each(
  ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  characterClass.space,
);
each('\n\r\f\v\u0085\u2028\u2029', characterClass.space);
each('。！？!?…｡', characterClass.sentenceEnd);
each('，、；：,;:', characterClass.pause);
each('（〔［｛《〈「『【〖“‘([{〘〚﹁﹃', characterClass.open);
each('）〕］｝》〉」』】〗”’)]}〙〛﹂﹄', characterClass.close);
each('—–―·•・～~％%／＋－＝×÷°℃＊＆＠＃＄￥§→①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', characterClass.mark);
// A dot ends a sentence in Latin text, but 3.5 and 1. are no sentences: it is left to the rules that look around it.

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return table[unit]!;
}

/** Whether a unit is a Han character (or half of one). */
export function isHan(unit: number): boolean {
  return table[unit] === characterClass.han;
}

/** Whether a unit is white space of any kind, line breaks included. */
export function isSpace(unit: number): boolean {
  return table[unit] === characterClass.space;
}

/** Number of Unicode code points in a stretch of a string. A lone surrogate counts as one. */
export function codePoints(text: string, start = 0, end = text.length): number {
  let count = end - start;
  for (let i = start; i + 1 < end; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}
