import type { Random } from './random.ts';

type Damage = (bytes: Buffer, next: Random, other: Buffer) => Buffer;

/** Numbers that sizes, counts and offsets are not expected to be. */
const oddNumbers = ['0', '-1', '1', '65536', '2147483647', '4294967295', '99999999999', '1e9', '0.00001'];
/** As often a part may be repeated, so that what nests nests deeply. */
const mostRepeats = 3000;
const longestRepeat = 40;

const damages: Readonly<Record<string, Damage>> = {
  flip(bytes, next) {
    const damaged = Buffer.from(bytes);
    for (let count = 1 + next(40); count > 0; count--) damaged[next(bytes.length)]! ^= 1 << next(8);
    return damaged;
  },
  overwrite(bytes, next) {
    const damaged = Buffer.from(bytes);
    const [start, end] = stretch(bytes, next);
    for (let at = start; at < end; at++) damaged[at] = next(256);
    return damaged;
  },
  zero(bytes, next) {
    const [start, end] = stretch(bytes, next);
    return Buffer.from(bytes).fill(0, start, end);
  },
  cut: (bytes, next) => bytes.subarray(0, next(bytes.length)),
  remove(bytes, next) {
    const [start, end] = stretch(bytes, next);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  insert(bytes, next) {
    const at = next(bytes.length);
    const added = Buffer.from(Array.from({ length: 1 + next(200) }, () => next(256)));
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
  },
  splice(bytes, next, other) {
    const [start, end] = stretch(bytes, next);
    const [from, to] = stretch(other, next);
    return Buffer.concat([bytes.subarray(0, start), other.subarray(from, to), bytes.subarray(end)]);
  },
  repeat(bytes, next) {
    const start = next(bytes.length);
    const part = bytes.subarray(start, start + 1 + next(longestRepeat));
    const added = new Array<Buffer>(1 + next(mostRepeats)).fill(part);
    return Buffer.concat([bytes.subarray(0, start), ...added, bytes.subarray(start)]);
  },
  /** Opens one tag after the other and closes none. */
  nest(bytes, next) {
    const tags = [...bytes.toString('latin1').matchAll(/<[a-zA-Z][^<>]{0,60}>|<<|\[|\(/g)];
    const tag = tags[next(tags.length)];
    if (tag === undefined) return damages.flip!(bytes, next, bytes);
    const added = Buffer.from(tag[0].repeat(1 + next(20 * mostRepeats)), 'latin1');
    return Buffer.concat([bytes.subarray(0, tag.index), added, bytes.subarray(tag.index)]);
  },
  /** A number in the text of the file becomes another, at several places. */
  number(bytes, next) {
    let text = bytes.toString('latin1');
    for (let count = 1 + next(5); count > 0; count--) {
      const from = next(text.length);
      const found = /[0-9]+/.exec(text.slice(from, from + 5000));
      if (found === null) continue;
      const at = from + found.index;
      text = text.slice(0, at) + oddNumbers[next(oddNumbers.length)] + text.slice(at + found[0].length);
    }
    return Buffer.from(text, 'latin1');
  },
};
const kinds = Object.keys(damages);

/** The bytes with one or two damages; `other` is a file of the same format. */
export function damageBytes(bytes: Buffer, next: Random, other: Buffer): { bytes: Buffer; kind: string } {
  const kind = kinds[next(kinds.length)]!;
  if (bytes.length === 0) return { bytes, kind };
  return { bytes: damages[kind]!(bytes, next, other), kind };
}

/** A stretch that is mostly short, and now and then most of the file. */
function stretch(bytes: Buffer, next: Random): [number, number] {
  const start = next(bytes.length);
  const longest = next(4) === 0 ? bytes.length : Math.min(bytes.length, 2000);
  return [start, Math.min(bytes.length, start + 1 + next(longest))];
}
