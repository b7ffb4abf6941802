/** An aside in brackets runs to a few sentences at most; a bracket that closes later was never closed where it should. */
const longestAside = 300;

const kinds: Readonly<Record<string, number>> = { '（': 1, '(': 1, '《': 2, '）': -1, ')': -1, '》': -2 };

/** Offset after the mark that closes the round bracket or 《 at `open`, before `to`; -1 where there is none near. */
export function closingBracket(text: string, open: number, to: number): number {
  const end = Math.min(to, open + longestAside);
  const stack = [kinds[text[open]!]!];
  for (let i = open + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xfffe) !== 0x28 && (unit & 0xfffe) !== 0xff08 && (unit & 0xfffe) !== 0x300a) continue;
    const kind = kinds[text[i]!]!;
    if (kind > 0) {
      stack.push(kind);
      continue;
    }
    const opened = stack.lastIndexOf(-kind);
    if (opened === 0) return i + 1;
    if (opened > 0) stack.length = opened;
  }
  return -1;
}
