import { isBareUnit } from '../number/number-characters.ts';
import { bound, inside, open } from './best-path.ts';

const digit = 1;
const letter = 2;
const high = 3;
const low = 4;

/** Letters and digits, full-width ones too, and the halves of surrogate pairs. */
const kinds = new Uint8Array(0x10000);
kinds.fill(high, 0xd800, 0xdc00).fill(low, 0xdc00, 0xe000);
for (const shift of [0, 0xfee0]) {
  kinds.fill(digit, 0x30 + shift, 0x3a + shift);
  kinds.fill(letter, 0x41 + shift, 0x5b + shift).fill(letter, 0x61 + shift, 0x7b + shift);
}

/** Fills the places of a text and one more: runs of letters and digits are whole, and a unit after a number begins no longer word. */
export function markPlaces(text: string, places: Uint8Array): void {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)]!;
    let place: number = open;
    if (before !== 0) {
      if (kind === 0) {
        if (before === digit && isBareUnit(text, i)) place = bound;
      } else if (before <= letter ? kind <= letter : before === high && kind === low) place = inside;
    }
    places[i] = place;
    before = kind;
  }
  places[text.length] = open;
}
