/** Starts of the lines of a text; CR LF is one break; form feed, NEL, U+2028 and U+2029 also end a line. */
export function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x0d && unit !== 0x85 && unit !== 0x2028 && unit !== 0x2029) continue;
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    else if (unit < 0x0a) continue;
    starts.push(i + 1);
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
