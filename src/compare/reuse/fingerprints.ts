/** Chosen shingles of a text: a key of 53 bits for what they are, and the index of their first unit, rising. */
export interface Fingerprints {
  readonly keys: Float64Array;
  readonly at: Uint32Array;
}

const bases = [0x01000193, 0x5bd1e995] as const;

/**
 * Winnowing (Schleimer, Wilkerson & Aiken 2003): of every `window` shingles on end the one with the least hash, the last of
 * equal ones. Two texts that share `shingle + window - 1` units on end share a chosen shingle at the same place of it. Of a
 * text with fewer shingles than a window the least of all.
 */
export function fingerprints(units: Uint16Array, shingle: number, window: number): Fingerprints {
  const count = units.length - shingle + 1;
  if (count < 1) return { keys: new Float64Array(0), at: new Uint32Array(0) };
  const first = rollingHash(units, shingle, bases[0]);
  const second = rollingHash(units, shingle, bases[1]);
  const keys: number[] = [];
  const at: number[] = [];
  let least = -1;
  const span = Math.min(window, count);
  for (let end = span; end <= count; end++) {
    const start = end - span;
    if (least < start) {
      least = start;
      for (let i = start + 1; i < end; i++) if (first[i]! <= first[least]!) least = i;
    } else if (first[end - 1]! <= first[least]!) {
      least = end - 1;
    }
    if (at.at(-1) === least) continue;
    at.push(least);
    keys.push(first[least]! * 0x200000 + (second[least]! >>> 11));
  }
  return { keys: Float64Array.from(keys), at: Uint32Array.from(at) };
}

/** A hash of the `shingle` units from each place on, well mixed, so that the least one is no matter of the language. */
function rollingHash(units: Uint16Array, shingle: number, base: number): Uint32Array {
  const hashes = new Uint32Array(units.length - shingle + 1);
  let power = 1;
  for (let i = 0; i < shingle; i++) power = Math.imul(power, base);
  let sum = 0;
  for (let i = 0; i < units.length; i++) {
    sum = (Math.imul(sum, base) + units[i]! + 1) | 0;
    if (i >= shingle) sum = (sum - Math.imul(power, units[i - shingle]! + 1)) | 0;
    if (i >= shingle - 1) hashes[i - shingle + 1] = mixed(sum);
  }
  return hashes;
}

/** The finaliser of MurmurHash3 (Appleby, public domain). */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
