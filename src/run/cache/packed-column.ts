/** A column of whole numbers in few bytes: offsets rise, so that most differences take one. */
export interface PackedColumn {
  readonly isPacked: true;
  readonly signed: boolean;
  readonly length: number;
  /** LEB128 of the zigzag-coded differences modulo 2^32. */
  readonly bytes: Uint8Array;
}

const mostBytes = 5;

export function packColumn(column: Uint32Array | Int32Array): PackedColumn {
  const bytes = new Uint8Array(column.length * mostBytes);
  let at = 0;
  let before = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]! | 0;
    const difference = (value - before) | 0;
    before = value;
    let rest = ((difference << 1) ^ (difference >> 31)) >>> 0;
    while (rest > 0x7f) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  }
  return { isPacked: true, signed: column instanceof Int32Array, length: column.length, bytes: bytes.slice(0, at) };
}

export function unpackColumn({ signed, length, bytes }: PackedColumn): Uint32Array | Int32Array {
  const column = signed ? new Int32Array(length) : new Uint32Array(length);
  let at = 0;
  let before = 0;
  for (let i = 0; i < length; i++) {
    let coded = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      coded |= (byte & 0x7f) << shift;
      if (byte <= 0x7f) break;
    }
    before = (before + ((coded >>> 1) ^ -(coded & 1))) | 0;
    column[i] = before;
  }
  return column;
}
