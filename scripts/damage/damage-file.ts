import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { damageBytes } from './damage-bytes.ts';
import type { Random } from './random.ts';

/** A file that was damaged, and how. */
export interface DamagedFile {
  readonly bytes: Buffer;
  readonly how: string;
}

const packed = /^PK\x03\x04/;
const portable = /^%PDF-/;
/** Damages the file from outside once in so many times; else, where something is packed in it, in there. */
const outside = 3;

/** Damages a file: its bytes as they are, or what is packed in it, so that the damage reaches those who read that. */
export function damageFile(bytes: Buffer, other: Buffer, next: Random): DamagedFile {
  const start = bytes.subarray(0, 8).toString('latin1');
  if (next(outside) > 0) {
    const inside = packed.test(start)
      ? insideZip(bytes, other, next)
      : portable.test(start)
        ? insidePdf(bytes, other, next)
        : undefined;
    if (inside !== undefined) return inside;
  }
  const { bytes: damaged, kind } = damageBytes(bytes, next, other);
  return { bytes: damaged, how: kind };
}

/** Packs the parts again with one or two of them damaged; now and then one is missing. */
function insideZip(bytes: Buffer, other: Buffer, next: Random): DamagedFile {
  const parts = unzipSync(bytes);
  const others = Object.values(unzipSync(other));
  const hows: string[] = [];
  for (let count = 1 + next(2); count > 0; count--) {
    const names = Object.keys(parts);
    const texts = names.filter((name) => /\.(?:xml|rels|mht|html?|txt|csv|md)$/i.test(name));
    const from = texts.length > 0 && next(5) > 0 ? texts : names;
    const name = from[next(from.length)];
    if (name === undefined) break;
    if (next(20) === 0) {
      delete parts[name];
      hows.push(`${name}: gone`);
      continue;
    }
    const { bytes: damaged, kind } = damageBytes(
      Buffer.from(parts[name]!),
      next,
      Buffer.from(others[next(others.length)]!),
    );
    parts[name] = new Uint8Array(damaged);
    hows.push(`${name}: ${kind}`);
  }
  return { bytes: Buffer.from(zipSync(parts, { level: 1 })), how: hows.join(', ') };
}

/** Damages what is in one of the packed streams; what stands after it may move. */
function insidePdf(bytes: Buffer, other: Buffer, next: Random): DamagedFile | undefined {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/\/FlateDecode\b[\s\S]{0,400}?stream\r?\n/g)].map(
    ({ index, 0: head }) => index + head.length,
  );
  const start = streams[next(streams.length)];
  const end = start === undefined ? -1 : text.indexOf('endstream', start);
  if (start === undefined || end < 0) return undefined;
  try {
    const { bytes: damaged, kind } = damageBytes(inflateSync(bytes.subarray(start, end)), next, other);
    const again = deflateSync(damaged);
    const room = Buffer.alloc(Math.max(0, end - start - again.length), '\n');
    return {
      bytes: Buffer.concat([bytes.subarray(0, start), again, room, bytes.subarray(end)]),
      how: `stream: ${kind}`,
    };
  } catch {
    return undefined;
  }
}
