import { blockPlaces } from '../../src/describe/block-places.ts';
import { describe as describeDocument } from '../../src/describe/describe.ts';
import { outline } from '../../src/describe/outline.ts';
import type { Description } from '../../src/model/description.ts';
import type { CleanDocument } from '../../src/model/document.ts';
import { createNormalise } from '../../src/normalise/normalise.ts';
import { findMentions } from '../../src/tag/mentions.ts';
import { repairText } from '../repair-text.ts';

/** A text repaired and normalised as a run does. */
export function cleanText(raw: string, format = 'text'): CleanDocument {
  return createNormalise().run(repairText(raw, format));
}

/** What a text says of itself, as a run finds it. */
export function describeText(raw: string, format = 'text'): Description {
  const clean = cleanText(raw, format);
  return describeDocument({ ...clean, mentions: findMentions(clean.text) });
}

/** The blocks of a text with a place, as `division path | start of the block`. */
export function placesOf(raw: string, format = 'text'): string[] {
  const clean = cleanText(raw, format);
  const places = blockPlaces(clean, outline(clean));
  return clean.blocks.flatMap(({ start, end, kind }, i) => {
    if (kind === 'furniture') return [];
    const { division, path } = places[i] ?? { division: '', path: '' };
    return [`${division} ${path} | ${clean.text.slice(start, end).slice(0, 8)}`];
  });
}
