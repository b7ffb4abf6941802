import type { Seed } from './exact-matches.ts';
import type { FingerprintIndex } from './fingerprint-index.ts';

/** Repeats of a fingerprint in two documents that are all paired; of more, each has one partner. */
const mostPairs = 16;

/** Of the documents that hold a common fingerprint, those it is followed from: with the first alone a match may be too short. */
const firstHolders = 2;

/**
 * Places that document `a` shares with each later document. A fingerprint of more than `common` documents is followed from
 * the first two of them only: what many share costs and gives one passage a document, not one a pair. Between `a` and its
 * `versions` it is followed all the same. Of `many` documents, those of a title that is that of many, each fingerprint is
 * followed to the next one that holds it: n versions have n − 1 steps, not n² pairs.
 */
export function candidateSeeds(
  index: FingerprintIndex,
  a: number,
  common: number,
  versions: ReadonlySet<number>,
  many: ReadonlySet<number>,
): Map<number, Seed[]> {
  const { firstEntry, document, at, id, postings, firstPosting, documents } = index;
  const seeds = new Map<number, Seed[]>();
  const seen = new Set<number>();
  for (let entry = firstEntry[a]!; entry < firstEntry[a + 1]!; entry++) {
    const one = id[entry]!;
    if (documents[one]! < 2 || seen.has(one)) continue;
    seen.add(one);
    const end = firstPosting[one + 1]!;
    let from = firstPosting[one]!;
    const versionsOnly = documents[one]! > common && !isHolder(index, one, a);
    let isStepTaken = false;
    if (versionsOnly && versions.size === 0) continue;
    while (document[postings[from]!]! < a) from++;
    let to = from;
    while (to < end && document[postings[to]!] === a) to++;
    const countA = to - from;
    for (let p = to; p < end; ) {
      const b = document[postings[p]!]!;
      let after = p;
      while (after < end && document[postings[after]!] === b) after++;
      const isOfMany = many.has(b) && documents[one]! <= common;
      if ((versionsOnly && !versions.has(b)) || (isOfMany && isStepTaken)) {
        p = after;
        continue;
      }
      isStepTaken ||= isOfMany;
      const countB = after - p;
      let pairs = seeds.get(b);
      if (pairs === undefined) {
        pairs = [];
        seeds.set(b, pairs);
      }
      const all = countA * countB <= mostPairs;
      for (let i = 0; i < countA; i++) {
        const least = all ? 0 : Math.min(i, countB - 1);
        // Where `b` has more of them, its last ones go with the last of `a`.
        const most = all || i === countA - 1 ? countB - 1 : least;
        for (let j = least; j <= most; j++) pairs.push({ a: at[postings[from + i]!]!, b: at[postings[p + j]!]! });
      }
      p = after;
    }
  }
  return seeds;
}

/** Whether `a` is one of the first holders of a fingerprint. */
function isHolder({ document, postings, firstPosting }: FingerprintIndex, one: number, a: number): boolean {
  let last = -1;
  let holders = 0;
  for (let p = firstPosting[one]!; p < firstPosting[one + 1]!; p++) {
    const of = document[postings[p]!]!;
    if (of === a) return true;
    if (of !== last && ++holders === firstHolders) return false;
    last = of;
  }
  return false;
}
