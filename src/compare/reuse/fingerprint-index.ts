import type { Fingerprints } from './fingerprints.ts';

/** Where the same fingerprint stands in other documents. All fingerprints of all documents, in their order, are `entries`. */
export interface FingerprintIndex {
  /** First entry of each document, and the number of all at the end. */
  readonly firstEntry: Uint32Array;
  /** Of each entry: its document, its place in the compared text, and its fingerprint's number. */
  readonly document: Uint32Array;
  readonly at: Uint32Array;
  readonly id: Uint32Array;
  /** Entries by fingerprint, within one by document and place; those of fingerprint i from `firstPosting[i]` on. */
  readonly postings: Uint32Array;
  readonly firstPosting: Uint32Array;
  /** Documents that each fingerprint is in. */
  readonly documents: Uint32Array;
}

/** About 40 bytes an entry; the time is that of sorting the keys. */
export function indexFingerprints(texts: readonly Fingerprints[]): FingerprintIndex {
  const firstEntry = new Uint32Array(texts.length + 1);
  texts.forEach(({ at }, i) => {
    firstEntry[i + 1] = firstEntry[i]! + at.length;
  });
  const count = firstEntry[texts.length]!;
  const keys = new Float64Array(count);
  const document = new Uint32Array(count);
  const at = new Uint32Array(count);
  texts.forEach((text, i) => {
    keys.set(text.keys, firstEntry[i]!);
    at.set(text.at, firstEntry[i]!);
    document.fill(i, firstEntry[i]!, firstEntry[i + 1]!);
  });
  const distinct = distinctSorted(keys);
  const id = Uint32Array.from(keys, (key) => indexOf(distinct, key));
  const firstPosting = new Uint32Array(distinct.length + 1);
  for (const one of id) firstPosting[one + 1]!++;
  for (let i = 0; i < distinct.length; i++) firstPosting[i + 1]! += firstPosting[i]!;
  const next = firstPosting.slice();
  const postings = new Uint32Array(count);
  for (let entry = 0; entry < count; entry++) postings[next[id[entry]!]!++] = entry;
  const documents = new Uint32Array(distinct.length);
  for (let i = 0; i < distinct.length; i++) {
    let last = -1;
    for (let p = firstPosting[i]!; p < firstPosting[i + 1]!; p++) {
      const of = document[postings[p]!]!;
      if (of !== last) documents[i]!++;
      last = of;
    }
  }
  return { firstEntry, document, at, id, postings, firstPosting, documents };
}

function distinctSorted(keys: Float64Array): Float64Array {
  const sorted = keys.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i]!;
  }
  return sorted.subarray(0, length);
}

function indexOf(sorted: Float64Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
