import { endKind, startKind } from '../numbering.ts';
import type { LineFeatures } from './line-features.ts';
import { part } from './line-model.ts';
import type { LineParts } from './line-parts.ts';

/** Nats for joining by the end of the line, in the order of endKind. */
const byEnd = Float64Array.of(-4, -3, -3, 2, 0, -1, 0, 0, -3, -4);
/** Nats for joining where a number, a date or a greeting begins the next line. */
const numberedStart = -6;
/** Log odds that a break after a line without a mark is the page's, where no width and no torn word shows any. */
const leastOdds = -4.5;
/** A quotation may reach over paragraphs, but hardly from a line without a mark: brackets weigh more here than in a column. */
const bracketWeight = 2.5;
/** An empty line parts paragraphs, but for a copy that has one after every line. */
const emptyLine = -4.5;
/** In a text of a few lines little would show it, so that less is sure. */
const oddsOfOneLine = -2.2;
const oddsALine = 0.4;

/** Text that nothing shows to be broken at a width: a line is the author's unless the language says that it goes on. */
export function unbroken(features: LineFeatures, fixed: Uint8Array): LineParts {
  const count = features.count;
  const path = new Uint8Array(count).fill(part.single);
  const joinProbability = new Float64Array(count);
  let open = 0;
  for (let i = 0; i + 1 < count; i++) if (features.ends[i] === endKind.plain) open++;
  const base = Math.max(leastOdds, oddsOfOneLine - oddsALine * Math.max(0, open - 1));
  for (let i = 0; i < count; ) {
    let last = i;
    while (last + 1 < count) {
      const odds = fixed[last] === 1 ? Number.NEGATIVE_INFINITY : joinOdds(features, last, base);
      joinProbability[last] = 1 / (1 + Math.exp(-odds));
      if (odds <= 0) break;
      last++;
    }
    place(features, path, i, last);
    i = last + 1;
  }
  return { part: path, joinProbability };
}

function joinOdds(features: LineFeatures, i: number, base: number): number {
  const start = features.starts[i + 1]!;
  const goesOn = start === startKind.other || start === startKind.noStart || start === startKind.bound;
  // 第三条 on one line and its text on the next belong together, broken or not.
  if (features.alone[i] === 1) return start === startKind.other ? 3 : -6;
  const blank = features.blanks[i]! > 0 ? emptyLine : 0;
  const verse = features.ends[i] === endKind.comma;
  const words = features.flow[i]! + (verse ? 0.5 : bracketWeight) * features.across[i]!;
  return base + byEnd[features.ends[i]!]! + words + blank + (goesOn ? 0 : numberedStart);
}

const longestHeading = 44;

/** Writes the parts of lines that are one block. */
function place(features: LineFeatures, path: Uint8Array, first: number, last: number): void {
  const numbered = features.starts[first] === startKind.heading || features.starts[first] === startKind.word;
  const end = features.ends[last]!;
  let characters = 0;
  let stops = 0;
  for (let i = first; i <= last; i++) {
    characters += features.characters[i]!;
    stops += features.stops[i]!;
  }
  const heading =
    numbered &&
    (end === endKind.plain || end === endKind.close || end === endKind.question) &&
    stops === 0 &&
    characters <= longestHeading;
  if (first === last) {
    if (heading) path[first] = part.headSingle;
    return;
  }
  path.fill(heading ? part.headMiddle : part.middle, first + 1, last);
  path[first] = heading ? part.headFirst : part.first;
  path[last] = heading ? part.headLast : part.last;
}
