import type { Dictionary } from './dictionary.ts';

// Four bytes: the length of the header. The header: JSON, padded with spaces, with small values and the columns' names,
// kinds and lengths, and a checksum of the rest. Then the columns, each begun at a multiple of eight, little-endian as all
// machines are that run this.

const kinds = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array } as const;
type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

interface Header {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly total: number;
  readonly longest: number;
  readonly checksum: number;
  readonly columns: readonly { readonly name: string; readonly kind: keyof typeof kinds; readonly length: number }[];
}

/** The dictionary as bytes: equal dictionaries give equal bytes. */
export function encodeDictionary(dictionary: Dictionary): Uint8Array {
  const { digest, tags, total, longest } = dictionary;
  const columns = Object.entries(columnsOf(dictionary));
  const described = columns.map(([name, column]) => ({ name, kind: kindOf(column), length: column.length }));
  const content = new Uint8Array(columns.reduce((sum, [, column]) => sum + upToEight(column.byteLength), 0));
  let at = 0;
  for (const [, column] of columns) {
    content.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += upToEight(column.byteLength);
  }
  const checksum = checksumOf(new Uint32Array(content.buffer));
  const header = JSON.stringify({ digest, tags, total, longest, checksum, columns: described } satisfies Header);
  const plain = new TextEncoder().encode(header);
  const from = upToEight(plain.length + 4);
  const file = new Uint8Array(from + content.length).fill(space, 4, from);
  new DataView(file.buffer).setUint32(0, from - 4, true);
  file.set(plain, 4);
  file.set(content, from);
  return file;
}

/**
 * The dictionary in these bytes, its columns as views of them: a SharedArrayBuffer serves many threads. Throws where they
 * are no such file or one that is damaged.
 */
export function decodeDictionary(buffer: ArrayBufferLike): Dictionary {
  const length = new DataView(buffer).getUint32(0, true);
  const { columns, checksum, ...rest } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, 4, length).slice()),
  ) as Header;
  let at = length + 4;
  if (checksumOf(new Uint32Array(buffer as ArrayBuffer, at)) !== checksum)
    throw new RangeError('checksum does not fit');
  const views: Record<string, Column> = {};
  for (const { name, kind, length } of columns) {
    const view: Column = new kinds[kind](buffer as ArrayBuffer, at, length);
    views[name] = view;
    at += upToEight(view.byteLength);
  }
  const { codes, bases, steps, rank, frequencies, weights, tag, start, transitions, rows, emissions } =
    views as unknown as ReturnType<typeof columnsOf>;
  return {
    ...rest,
    trie: { codes, bases, steps },
    rank,
    frequencies,
    weights,
    tag,
    model: { start, transitions, rows, emissions },
  };
}

function columnsOf({ trie, rank, frequencies, weights, tag, model }: Dictionary) {
  return { ...trie, rank, frequencies, weights, tag, ...model };
}

function kindOf(column: Column): keyof typeof kinds {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => column instanceof kinds[kind])!;
}

/** FNV-1a, a word instead of a byte at a time. */
function checksumOf(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
  return hash >>> 0;
}

const space = 0x20;

function upToEight(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
