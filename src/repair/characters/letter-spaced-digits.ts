import type { SpacedLine } from './spaced-line.ts';

/** Numbers of three or more single digits with spaces between that a text needs: 1 9 9 8 年3 月; a table has few in its prose. */
const leastNumbers = 5;
const space = 0x20;

/** Whether a space stands between all digits of a text, whatever else is spaced. */
export function hasSpacedDigits(text: string): boolean {
  let count = 0;
  let run = 0;
  for (let i = text.indexOf(' '); i >= 0 && count < leastNumbers; i = text.indexOf(' ', i + 1)) {
    run = isBetweenDigits(text, i) ? run + 1 : 0;
    // Beside a Han character, which no cell of a table of digits is.
    const after = text.charCodeAt(i + 2) === space ? i + 3 : i + 2;
    if (run >= 2 && (isHanLike(text.charCodeAt(after)) || isHanLike(text.charCodeAt(i - 2 * run)))) {
      count++;
      run = 0;
    }
  }
  return count >= leastNumbers;
}

/** Closes 1 9 9 8 年, 1 5 ．3 ％ in the running lines of such a text. */
export function closeDigits(text: string, line: SpacedLine, closed: Uint8Array): void {
  if (!line.running) return;
  for (let gap = 0; gap < closed.length; gap++) {
    if (line.widths[gap] !== 1) continue;
    const at = line.ends[gap]!;
    if (isBetweenDigits(text, at) || isInsideNumber(text, at)) closed[gap] = 1;
  }
}

/** A space between two digits neither of which stands beside another. */
function isBetweenDigits(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  return isDigit(left) && isDigit(right) && !isDigit(text.charCodeAt(at - 2)) && !isDigit(text.charCodeAt(at + 2));
}

/** A space after a digit and before the point or the percent sign of its number. */
function isInsideNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && /[．.％%‰]/.test(text.charAt(at + 1));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHanLike(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
