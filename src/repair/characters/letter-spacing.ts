import type { Message } from '../../model/message.ts';
import { isHan } from '../../text/characters.ts';
import { identityMap } from '../../text/offset-map.ts';
import { type Rewrite, RewriteBuilder } from '../../text/rewrite.ts';
import { hasSpacedDigits } from './letter-spaced-digits.ts';
import { closableGaps } from './letter-spaced-line.ts';
import { spacedLine } from './spaced-line.ts';

/** The text without letter spacing; spans of the messages are those of the text that was given. */
export interface SpacingRepair {
  readonly rewrite: Rewrite;
  readonly messages: readonly Message[];
}

/**
 * Share of single spaces between Chinese characters in the units of a text, from which on the spaces are those of an OCR
 * layer (青少 年 学生 性 生 理). Clean texts have less than 0.005, such layers more than 0.2.
 */
const leastSpacedShare = 0.08;

/** Share of the pieces between them that are one character long; in a list of names, which has as many spaces, few are. */
const leastSingleShare = 0.4;

/**
 * Closes up letter-spaced titles (关 于 做 好 工 作 的 通 知), headings (第一章　总　则), OCR text with a space between most
 * characters, Latin words (P o l i c y), and the digits of a text in which all are spaced (1 9 9 8 年). Spaces at the ends of a line, wider gaps between letter-spaced words, columns
 * and line breaks stay. The spaces that go have the reason `letter-spacing`.
 */
export function closeLetterSpacing(text: string): SpacingRepair {
  const ocr = isOcrLayer(text);
  const digits = hasSpacedDigits(text);
  let builder: RewriteBuilder | undefined;
  let count = 0;
  let first = { start: 0, end: 0 };
  for (let line = spacedLine(text, 0, ocr); line !== undefined; line = spacedLine(text, line.next, ocr)) {
    const closed = closableGaps(text, line, ocr, digits);
    for (let gap = 0; gap < closed.length; gap++) {
      if (closed[gap] === 0) continue;
      const start = line.ends[gap]!;
      const end = line.starts[gap + 1]!;
      builder ??= new RewriteBuilder(text);
      builder.keep(start);
      builder.remove(end, 'letter-spacing');
      if (count++ === 0) first = { start, end };
    }
  }
  if (builder === undefined) {
    return { rewrite: { text, map: identityMap(text.length), removed: [] }, messages: [] };
  }
  return {
    rewrite: builder.finish(),
    messages: [{ severity: 'info', rule: 'repair/letter-spacing', values: { count }, span: first }],
  };
}

function isOcrLayer(text: string): boolean {
  let spaces = 0;
  let singles = 0;
  let lineSpaces = 0;
  let lineSingles = 0;
  let running = false;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (unit >= 0x3400 && unit <= 0x9fff) continue;
    if (unit === 0x20) {
      if (!isHan(text.charCodeAt(i - 1)) || !isHan(text.charCodeAt(i + 1))) continue;
      lineSpaces++;
      if (text.charCodeAt(i - 2) === 0x20) lineSingles++;
    } else if (unit === 0xff0c || unit === 0x3002 || unit === 0x3001 || unit === 0xff1b) running = true;
    else if (unit <= 0x0d && unit >= 0x0a) {
      // Lists of names have as many spaces, but no stops and pauses.
      if (running) {
        spaces += lineSpaces;
        singles += lineSingles;
      }
      lineSpaces = 0;
      lineSingles = 0;
      running = false;
    }
  }
  return spaces >= 20 && spaces >= leastSpacedShare * text.length && singles >= leastSingleShare * spaces;
}
