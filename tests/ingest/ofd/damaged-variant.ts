/** A generator of numbers from 0 to below 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy with bytes changed, cut off, taken out or put in twice. */
export function damagedVariant(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const from = below(bytes.length);
  const length = 1 + below(Math.min(4096, bytes.length));
  switch (below(4)) {
    case 0: {
      const copy = bytes.slice();
      // Near the end is the directory.
      const start = random() < 0.5 ? Math.max(0, bytes.length - 4096) : 0;
      for (let count = 1 + below(20); count > 0; count--) copy[start + below(bytes.length - start)] = below(256);
      return copy;
    }
    case 1:
      return bytes.slice(0, from);
    case 2:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    default:
      return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  }
}
