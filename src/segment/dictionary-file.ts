import type { Dictionary } from './dictionary.ts';

// Four bytes: the length of the header. The header: JSON, padded with spaces, with small values and the columns' names,
// kinds and lengths. Then the columns, each begun at a multiple of eight, little-endian as all machines are that run this.

const kinds = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array } as const;
type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

interface Header {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly total: number;
  readonly longest: number;
  readonly columns: readonly { readonly name: string; readonly kind: keyof typeof kinds; readonly length: number }[];
}

/** The dictionary as bytes: equal dictionaries give equal bytes. */
export function encodeDictionary(dictionary: Dictionary): Uint8Array {
  const { digest, tags, total, longest } = dictionary;
  const columns = Object.entries(columnsOf(dictionary));
  const described = columns.map(([name, column]) => ({ name, kind: kindOf(column), length: column.length }));
  const header = JSON.stringify({ digest, tags, total, longest, columns: described } satisfies Header);
  const bytes = new TextEncoder().encode(header.padEnd(upToEight(header.length + 4) - 4));
  const length = columns.reduce((sum, [, column]) => sum + upToEight(column.byteLength), bytes.length + 4);
  const file = new Uint8Array(length);
  new DataView(file.buffer).setUint32(0, bytes.length, true);
  file.set(bytes, 4);
  let at = bytes.length + 4;
  for (const [, column] of columns) {
    file.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += upToEight(column.byteLength);
  }
  return file;
}

/** The dictionary in these bytes, its columns as views of them: a SharedArrayBuffer serves many threads. */
export function decodeDictionary(buffer: ArrayBufferLike): Dictionary {
  const length = new DataView(buffer).getUint32(0, true);
  const { columns, ...rest } = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length).slice())) as Header;
  let at = length + 4;
  const views: Record<string, Column> = {};
  for (const { name, kind, length } of columns) {
    const view: Column = new kinds[kind](buffer as ArrayBuffer, at, length);
    views[name] = view;
    at += upToEight(view.byteLength);
  }
  const { codes, cells, rank, frequencies, weights, tag, start, transitions, rows, emissions } =
    views as unknown as ReturnType<typeof columnsOf>;
  return { ...rest, trie: { codes, cells }, rank, frequencies, weights, tag, model: { start, transitions, rows, emissions } };
}

function columnsOf({ trie, rank, frequencies, weights, tag, model }: Dictionary) {
  return { ...trie, rank, frequencies, weights, tag, ...model };
}

function kindOf(column: Column): keyof typeof kinds {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => column instanceof kinds[kind])!;
}

function upToEight(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
