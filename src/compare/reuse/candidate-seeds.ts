import type { Seed } from './exact-matches.ts';
import type { FingerprintIndex } from './fingerprint-index.ts';

/** Repeats of a fingerprint in two documents that are all paired; of more, each has one partner. */
const mostPairs = 16;

/**
 * Places that document `a` shares with each later document. A fingerprint of more than `common` documents is followed from
 * the first of them only: what many share costs and gives one passage a document, not one a pair. Between `a` and its
 * versions it is followed all the same.
 */
export function candidateSeeds(
  index: FingerprintIndex,
  a: number,
  common: number,
  versions: ReadonlySet<number>,
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
    const versionsOnly = documents[one]! > common && document[postings[from]!] !== a;
    if (versionsOnly && versions.size === 0) continue;
    while (document[postings[from]!]! < a) from++;
    let to = from;
    while (to < end && document[postings[to]!] === a) to++;
    const countA = to - from;
    for (let p = to; p < end; ) {
      const b = document[postings[p]!]!;
      let after = p;
      while (after < end && document[postings[after]!] === b) after++;
      if (versionsOnly && !versions.has(b)) {
        p = after;
        continue;
      }
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
