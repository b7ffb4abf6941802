import { characterClass, classOf } from '../../text/characters.ts';
import { type SourceLine, unitWidth } from '../source-line.ts';

const noStart = new Uint8Array(0x10000);
for (const mark of '，。、；：！？）》〉”’】〕」』,.;:!?)]%％…·—') noStart[mark.charCodeAt(0)] = 1;

/** Width of the first part of a line that may not be broken: a character with the marks after it, or a Latin word or number. */
export function firstChunk(text: string, line: SourceLine): number {
  let at = line.start;
  let width = 0;
  while (at < line.end && classOf(text.charCodeAt(at)) === characterClass.open)
    width += unitWidth(text.charCodeAt(at++));
  const kind = classOf(text.charCodeAt(at));
  if (kind === characterClass.latin || kind === characterClass.digit) {
    for (; at < line.end; at++) {
      const next = classOf(text.charCodeAt(at));
      if (next !== characterClass.latin && next !== characterClass.digit && text[at] !== '.' && text[at] !== '%') break;
      width += unitWidth(text.charCodeAt(at));
    }
  } else if (at < line.end) {
    width += unitWidth(text.charCodeAt(at));
    at += (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1;
  }
  for (; at < line.end && noStart[text.charCodeAt(at)] === 1; at++) width += unitWidth(text.charCodeAt(at));
  return width;
}
