/**
 * Latin letters that a font lifted to GBK row A0: the letters of GBK row A3 (Ａ is A3 C1, ａ is A3 E1) with the lead byte
 * A0, so that 犜犺犲 stands for The. None of these 52 is in GB 2312; in Traditional text only 狀 is common.
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const shifted =
  '犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狏狑狓狔狕';

/** Where the shifted letters begin in the table: all of them lie between U+7283 and U+72D5. */
const first = 0x7283;
const last = 0x72d5;
const letterOf = new Uint8Array(last - first + 1);
for (let i = 0; i < shifted.length; i++) letterOf[shifted.charCodeAt(i) - first] = letters.charCodeAt(i);

export const shiftedLetters: string = shifted;

/** The ASCII letter (its unit) that a shifted letter stands for; 0 for any other unit. */
export function shiftedLetter(unit: number): number {
  return unit >= first && unit <= last ? letterOf[unit - first]! : 0;
}

/** Fewer than these may be a rare word: 犛犍 is cattle. */
const leastLetters = 3;

/**
 * End of the run of shifted Latin that begins at `start`; `start` itself where what stands there is no Latin text. Full-width
 * digits, letters and _ may stand between the letters (犛犈犛＿犛犻犵狀, 犐犃５犛狋狉犻狀犵) and do not count.
 */
export function shiftedRunEnd(text: string, start: number): number {
  let count = 0;
  let end = start;
  let listed = true; // each letter is the next of the alphabet: a list of characters in code order, such as 犫犮犱
  let same = true;
  let before = 0;
  let between = false;
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const letter = shiftedLetter(unit);
    if (letter === 0) {
      between = true;
      if (!isFullWidthJoiner(unit)) break;
      continue;
    }
    if (count > 0) {
      if (letter !== before + 1 || between) listed = false;
      if (letter !== before) same = false;
    }
    between = false;
    before = letter;
    count++;
    end = i + 1;
  }
  return count >= leastLetters && !listed && !same ? end : start;
}

function isFullWidthJoiner(unit: number): boolean {
  return (
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a) ||
    unit === 0xff3f
  );
}
