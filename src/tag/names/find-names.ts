import type { SegmentedDocument } from '../../model/document.ts';
import type { Name, NameWord } from './name.ts';
import { organisationNames } from './organisation-names.ts';
import { personNames } from './person-names.ts';
import { placeNames } from './place-names.ts';

/**
 * The persons, places and organisations of a text, by their start, then the longest first. A name may lie inside another:
 * 浙江省 in 浙江省人民政府. Words that were tagged by context are judged better.
 */
export function findNames({ text, blocks, tokens, fineEnds }: SegmentedDocument): Name[] {
  const { start, end, type, types, tag, tags, universal } = tokens;
  const names: Name[] = [];
  let i = 0;
  let fine = 0;
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    const words: NameWord[] = [];
    for (; i < start.length && start[i]! < block.end; i++) {
      const t = type[i]!;
      while (fine < fineEnds.length && fineEnds[fine]! <= start[i]!) fine++;
      words.push({
        start: start[i]!,
        end: end[i]!,
        form: types[t]!,
        tag: tags[tag[t]!]!,
        universal: universal?.[t] ?? '',
        parted: fine < fineEnds.length && fineEnds[fine]! < end[i]!,
        joined: words.length > 0 && end[i - 1] === start[i],
      });
    }
    const places = placeNames(words);
    const bodies = organisationNames(words, text.slice(block.start, block.end), block.start, places);
    names.push(...places.filter((place) => !bodies.some((body) => crosses(body, place))), ...bodies);
    const taken = [...places, ...bodies];
    names.push(...personNames(words).filter((person) => !taken.some((other) => overlaps(other, person))));
  }
  return names.sort((a, b) => a.start - b.start || b.end - a.end);
}

const overlaps = (a: Name, b: Name) => a.start < b.end && b.start < a.end;

/** Whether they overlap, and neither holds the other, or both are the same. */
const crosses = (body: Name, place: Name) =>
  overlaps(body, place) && (body.end < place.end || body.start > place.start || sameSpan(body, place));

const sameSpan = (a: Name, b: Name) => a.start === b.start && a.end === b.end;
