// Kinds of units that a policy token may begin with. Full-width forms are like their ASCII ones.
export const none = 0;
export const digit = 1;
export const letter = 2;
/** 一, 二 … of a Chinese number, and its zeros. */
export const numeral = 3;
/** 十, 百, 千, 万, 亿. */
export const multiplier = 4;
/** 第 */
export const ordinal = 5;
/** The opening mark of a quotation. */
export const quote = 6;
/** 几 and 数, of 几十 and 数百. */
export const about = 7;

const table = new Uint8Array(0x10000);
for (const shift of [0, 0xfee0]) {
  table.fill(digit, 0x30 + shift, 0x3a + shift);
  table.fill(letter, 0x41 + shift, 0x5b + shift).fill(letter, 0x61 + shift, 0x7b + shift);
}
const each = (units: string, kind: number) => {
  for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)] = kind;
};
each('〇○零一二三四五六七八九两', numeral);
each('十百千万亿', multiplier);
each('第', ordinal);
each('“「『', quote);
each('几数', about);

/** The kind of each of the 65,536 units. */
export const kindOf: Readonly<Uint8Array> = table;

/** What makes a longer unit or word of a unit after a number: 3|月份, 90|年代, 2|万亿. */
const longer: ReadonlyMap<number, string> = new Map(
  Object.entries({
    年: '代度间级',
    月: '份',
    日: '元',
    号: '',
    时: '',
    分: '钟',
    秒: '',
    点: '钟',
    万: '亿分',
    亿: '',
    元: '',
    岁: '',
  }).map(([unit, next]) => [unit.charCodeAt(0), next]),
);

/** Whether the character after a number is a unit that begins no longer word there: 2015年|底, since 2015|年底 and 2015年底 both mislead. */
export function isBareUnit(text: string, at: number): boolean {
  const next = longer.get(text.charCodeAt(at));
  return next !== undefined && (at + 1 >= text.length || !next.includes(text.charAt(at + 1)));
}
