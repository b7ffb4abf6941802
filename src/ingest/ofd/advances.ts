/**
 * OFD files state where each character begins, seldom how wide it is. Widths matter where a gap is to be seen: a step that is
 * clearly longer than its character holds a space.
 */

/** Widths of the characters from U+0020 to U+007E in Times, in thousandths of an em (Adobe Core 14 font metrics). */
const timesWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];
const half = 0.5;
/** A letter of another font is wider than in Times by less than this, in em; a space is wider. */
const otherFonts = 0.17;
/** A step may be this long, in em, and still be a letter's in a font with wide ones or of fixed width. */
const longestStep = 1.2;
/** Steps differ by less than this, in em, where the font has one width for all. */
const sameStep = 0.02;

/** The usual advance of a character in em; `isHalfWidth` for the fonts for Chinese, whose Latin characters have half an em. */
export function usualAdvance(code: number, isHalfWidth: boolean): number {
  if (isWideCharacter(code)) return 1;
  const width = timesWidths[code - 0x20];
  return width === undefined || isHalfWidth ? half : width / 1000;
}

/**
 * The advances of the characters of one string, in em. `steps` are the distances from each to the next along the baseline,
 * one less than the characters; undefined where the file has none.
 */
export function advancesOf(
  codes: readonly number[],
  steps: readonly number[] | undefined,
  isHalfWidth: boolean,
): number[] {
  const usual = codes.map((code) => usualAdvance(code, isHalfWidth));
  if (steps === undefined) return usual;
  const fixed = fixedStep(codes, steps);
  const writesSpaces = codes.includes(0x20) || codes.includes(0xa0);
  return usual.map((advance, i) => {
    const step = steps[i];
    const isWide = isWideCharacter(codes[i]!);
    if (step === undefined) return isWide || fixed === undefined ? advance : fixed;
    if (!(step > 0)) return advance;
    if (isWide) return Math.min(step, advance);
    const most = writesSpaces || fixed !== undefined ? longestStep : advance + otherFonts;
    return step <= most ? step : advance;
  });
}

/** The one step that all Latin characters have; undefined where they differ or are too few to tell. */
function fixedStep(codes: readonly number[], steps: readonly number[]): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let count = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    // A string may go on in a new line, and leave room for a cell.
    if (isWideCharacter(codes[i]!) || codes[i]! <= 0x20 || step <= 0 || step > longestStep) continue;
    least = Math.min(least, step);
    most = Math.max(most, step);
    count++;
  }
  return count > 0 && most - least < sameStep ? most : undefined;
}

/** Whether a character has an em of its own: all of those of Chinese, and marks such as “ and … in its fonts. */
function isWideCharacter(code: number): boolean {
  return code >= 0x2010 && !(code >= 0xff61 && code <= 0xffdc);
}
