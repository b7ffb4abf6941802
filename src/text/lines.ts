const lineFeed = 0x0a;
const formFeed = 0x0c;
const carriageReturn = 0x0d;

/** Units that end a line: LF, VT, FF, CR, NEL, U+2028 and U+2029. */
export function isLineBreak(unit: number): boolean {
  return unit <= 0x0d ? unit >= 0x0a : unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/**
 * Whether the break at an offset ends a line as editors count them: CR LF is one, and a form feed beside a line break is
 * none of its own.
 */
export function endsLine(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === carriageReturn) return next !== lineFeed;
  if (unit !== formFeed) return true;
  const before = text.charCodeAt(at - 1);
  return before !== lineFeed && before !== carriageReturn && next !== lineFeed && next !== carriageReturn;
}

/** Starts of the lines of a text. */
export function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    if (isLineBreak(text.charCodeAt(i)) && endsLine(text, i)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/** 1-based line and column (UTF-16 units) of an offset. */
export function lineAndColumn(starts: Uint32Array, offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}
