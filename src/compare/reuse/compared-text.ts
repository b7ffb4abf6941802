import type { Layer } from '../../model/layer.ts';
import { characterClass, classOf } from '../../text/characters.ts';
import type { Span } from '../../text/offset-map.ts';

/**
 * What of a text is compared: Han characters, letters (ASCII in lower case) and digits. Marks, spaces and the ends of
 * blocks are passed over, so that a passage runs on where punctuation was changed or an article ends.
 */
export interface ComparedText {
  readonly units: Uint16Array;
  /** Offset in the text of each unit. */
  readonly offsets: Uint32Array;
}

/** The compared text of these blocks, in their order, without the spans of `skipped` (citation marks). */
export function comparedText(
  text: string,
  blocks: readonly Span[],
  skipped: Pick<Layer, 'start' | 'end'>,
): ComparedText {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  let s = 0;
  for (const { start, end } of blocks) {
    for (let i = start; i < end; i++) {
      while (s < skipped.start.length && skipped.end[s]! <= i) s++;
      if (s < skipped.start.length && skipped.start[s]! <= i) continue;
      const unit = text.charCodeAt(i);
      const kind = classOf(unit);
      if (kind !== characterClass.han && kind !== characterClass.latin && kind !== characterClass.digit) continue;
      units[length] = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
      offsets[length++] = i;
    }
  }
  return { units: units.slice(0, length), offsets: offsets.slice(0, length) };
}
