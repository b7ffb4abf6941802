/** Keeps bytes until they are asked for: in memory, or where whoever gives it has room. */
export interface ByteStore {
  /** Keeps bytes, which nobody changes afterwards, and gives the number under which they are found. */
  keep(bytes: Uint8Array): number;
  /** The bytes of a number, from one of them to before another; to be read at once and not changed. */
  read(number: number, from: number, to: number): Uint8Array;
}

/** Keeps all in memory. */
export function memoryStore(): ByteStore {
  const kept: Uint8Array[] = [];
  return {
    keep: (bytes) => kept.push(bytes) - 1,
    read: (number, from, to) => kept[number]!.subarray(from, to),
  };
}
