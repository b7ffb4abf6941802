import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { SegmentedDocument } from '../../model/document.ts';
import { type PackedColumn, packColumn, unpackColumn } from './packed-column.ts';

/** A segmented document without what belongs to one run: its name and the metadata beside it. */
export type StoredDocument = Omit<SegmentedDocument, 'id' | 'meta'>;

const digestBytes = 32;

/**
 * A document, and what it depends on beside its key, as bytes that only the same version of Node reads: a digest, then
 * V8's own form with packed columns.
 */
export function storedBytes(document: SegmentedDocument, listed: string): Buffer {
  const { id: _id, meta: _meta, tokens, ...rest } = document;
  const { numbers: _numbers, ...columns } = tokens;
  const content = serialize({ listed, document: packed({ ...rest, tokens: columns }) });
  return Buffer.concat([digestOf(content), content]);
}

/** What `storedBytes` made; undefined where the bytes are damaged. */
export function readStored(bytes: Buffer): { document: StoredDocument; listed: string } | undefined {
  const content = bytes.subarray(digestBytes);
  if (bytes.length < digestBytes || !digestOf(content).equals(bytes.subarray(0, digestBytes))) return undefined;
  const { listed, document } = deserialize(content) as { listed: string; document: unknown };
  return { listed, document: unpacked(document) as StoredDocument };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Columns of 32 bits stand in the document and in its layers, tokens and layout: never deeper than in a part of a part. */
const deepest = 2;

function packed(value: unknown, depth = 0): unknown {
  if (value instanceof Uint32Array || value instanceof Int32Array) return packColumn(value);
  return depth <= deepest && isRecord(value) ? mapped(value, (part) => packed(part, depth + 1)) : value;
}

function unpacked(value: unknown, depth = 0): unknown {
  // What V8 reads are views of one buffer, and columns go their own ways.
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (isRecord(value) && value.isPacked === true) return unpackColumn(value as unknown as PackedColumn);
  return depth <= deepest && isRecord(value) ? mapped(value, (part) => unpacked(part, depth + 1)) : value;
}

function mapped(value: Readonly<Record<string, unknown>>, change: (part: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
