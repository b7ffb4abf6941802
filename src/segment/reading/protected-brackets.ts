import type { Span } from '../../text/offset-map.ts';

/** An aside in brackets runs to a few sentences at most; a bracket that closes later was never closed where it should. */
const longestAside = 300;

const round = 0;
const title = 1;

/**
 * Stretches between `start` and `end` in round brackets or 《》, brackets included: the outermost ones, in order. A bracket
 * that does not close there has none, nor has 《 where （《） closes the round one first.
 */
export function protectedBrackets(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  const open: [number[], number[]] = [[], []];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const pair = unit & 0xfffe; // ( and ), （ and ）, 《 and 》 differ in the last bit
    if (pair !== 0x28 && pair !== 0xff08 && pair !== 0x300a) continue;
    const kind = pair === 0x300a ? title : round;
    if ((unit & 1) === 0) {
      open[kind].push(i);
      continue;
    }
    const opened = open[kind].pop();
    if (opened === undefined) continue;
    const other = open[1 - kind]!;
    while (other.length > 0 && other.at(-1)! > opened) other.pop();
    if (i + 1 - opened > longestAside) continue;
    while (spans.length > 0 && spans.at(-1)!.start > opened) spans.pop();
    spans.push({ start: opened, end: i + 1 });
  }
  return spans;
}
