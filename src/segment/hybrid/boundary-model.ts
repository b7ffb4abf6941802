/** A model of boundaries between words: the sum of the weights of an offset's rows is the logit of a boundary there. */
export interface BoundaryModel {
  /** In `1 / weightScale` nats. */
  readonly weights: Int8Array;
  /** Tells models apart. */
  readonly digest: string;
}

/** Steps of a weight in a nat. */
export const weightScale = 24;

/** Begins the file, so that nothing else is taken for a model; the number is that of the features. */
const signature = 'cewen boundaries 1\n';

/** A model of these weights. */
export function boundaryModel(weights: Int8Array): BoundaryModel {
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let i = 0; i < weights.length; i++) hash = Math.imul(hash ^ (weights[i]! & 0xff), 0x01000193);
  return { weights, digest: (hash >>> 0).toString(16).padStart(8, '0') };
}

/** The model as bytes: equal models give equal bytes. */
export function encodeBoundaryModel({ weights }: BoundaryModel): Uint8Array {
  const bytes = new Uint8Array(signature.length + weights.length);
  for (let i = 0; i < signature.length; i++) bytes[i] = signature.charCodeAt(i);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), signature.length);
  return bytes;
}

/** The model of these bytes, which has so many rows; undefined where they are none of this version. */
export function decodeBoundaryModel(bytes: Uint8Array, rows: number): BoundaryModel | undefined {
  if (bytes.length !== signature.length + rows) return undefined;
  for (let i = 0; i < signature.length; i++) if (bytes[i] !== signature.charCodeAt(i)) return undefined;
  return boundaryModel(new Int8Array(bytes.buffer, bytes.byteOffset + signature.length, rows));
}
