import type { Layer } from '../model/layer.ts';
import { characterClass, classOf } from '../text/characters.ts';
import type { Span } from '../text/offset-map.ts';

/** A block as a segmenter shall read it, and the places of its units in the text. */
export interface Paragraph {
  readonly text: string;
  /** Offset in the document's text of each unit. */
  readonly at: Int32Array;
  /** Offset just after each unit. */
  readonly after: Int32Array;
}

/**
 * A block without its citation marks (indices `from` to `to` of the layer), so that 举国[3]体制 is one word. Between two
 * letters or digits a space stands for the mark: 见GDP[3]2020年 names no GDP2020.
 */
export function withoutMarks(text: string, block: Span, citations: Layer, from: number, to: number): Paragraph {
  const at = new Int32Array(block.end - block.start);
  const after = new Int32Array(block.end - block.start);
  let plain = '';
  let place = block.start;
  const copy = (end: number) => {
    for (let i = place; i < end; i++) {
      at[plain.length + i - place] = i;
      after[plain.length + i - place] = i + 1;
    }
    plain += text.slice(place, end);
  };
  for (let mark = from; mark < to; mark++) {
    const start = Math.max(citations.start[mark]!, place);
    const end = Math.min(citations.end[mark]!, block.end);
    if (end <= start) continue;
    copy(start);
    if (inRun(plain, plain.length - 1) && inRun(text, end)) {
      at[plain.length] = start;
      after[plain.length] = end;
      plain += ' ';
    }
    place = end;
  }
  copy(block.end);
  return { text: plain, at, after };
}

const unreadable = /[(（]cid[:：]\d+[)）]|[\p{Co}\p{Cs}\ufffd]/gu;

/** The text with spaces for what could not be read: private-use characters, U+FFFD, half surrogate pairs, `(cid:12)`. */
export function blankUnreadable(text: string): string {
  return mayHoldUnreadable(text) ? text.replace(unreadable, (match) => ' '.repeat(match.length)) : text;
}

function mayHoldUnreadable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && (unit < 0xf900 || unit === 0xfffd)) return true;
  }
  return text.includes('cid');
}

function inRun(text: string, index: number): boolean {
  const kind = classOf(text.charCodeAt(index));
  return kind === characterClass.latin || kind === characterClass.digit;
}
