import { radicals } from './radicals.ts';
import { shiftedLetters } from './shifted-latin.ts';

/** What to do at a UTF-16 unit. */
export const action = {
  none: 0,
  radical: 1,
  compatibility: 2,
  zeroWidth: 3,
  control: 4,
  privateUse: 5,
  unknown: 6,
  shifted: 7,
  parenthesis: 8,
  surrogate: 9,
  softHyphen: 10,
} as const;

const actions = new Uint8Array(0x10000);
const fill = (from: number, to: number, value: number) => actions.fill(value, from, to + 1);

/** The unified ideograph that a radical or stroke (its unit) stands for. */
export const ideographOf = new Map<number, string>();
for (const [start, ideographs] of radicals) {
  let radical = start;
  for (const ideograph of ideographs) {
    actions[radical] = action.radical;
    ideographOf.set(radical++, ideograph);
  }
}
for (let unit = 0xf900; unit <= 0xfaff; unit++) {
  // Twelve of the block are unified ideographs (U+FA0E 﨎 …): they have no canonical equivalent and stay.
  const character = String.fromCharCode(unit);
  if (character.normalize('NFC') !== character) actions[unit] = action.compatibility;
}
fill(0x00, 0x08, action.control); // tab, line feed, vertical tab, form feed and carriage return stay
fill(0x0e, 0x1f, action.control);
fill(0x7f, 0x84, action.control); // U+0085 is a line break
fill(0x86, 0x9f, action.control);
fill(0xfff9, 0xfffc, action.control); // annotation marks, and the place of an embedded object
fill(0xfffe, 0xffff, action.control);
for (const [from, to] of [
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff],
] as const) {
  fill(from, to, action.zeroWidth);
}
fill(0xe000, 0xf8ff, action.privateUse);
actions[0xad] = action.softHyphen;
actions[0xfffd] = action.unknown;
actions[0x28] = action.parenthesis;
actions[0xd87e] = action.surrogate; // U+2F800–2FA1F, compatibility ideographs
actions[0xdb40] = action.surrogate; // U+E0000–E01EF, tags and ideographic variation selectors
fill(0xdb80, 0xdbff, action.surrogate); // planes 15 and 16, private use
for (let i = 0; i < shiftedLetters.length; i++) actions[shiftedLetters.charCodeAt(i)] = action.shifted;

/** What to do at a unit. */
export function actionAt(unit: number): number {
  return actions[unit]!;
}

/** The next place at or after `from` where something may have to be done. */
export function nextAction(text: string, from: number): number {
  let i = from;
  while (i < text.length && actions[text.charCodeAt(i)] === action.none) i++;
  return i;
}
