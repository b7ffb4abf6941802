import type { GrowingColumn } from '../../count/growing-column.ts';
import type { PartialTotal } from '../tables/count-plan.ts';

/**
 * Makes a total that was taken as small as it can be for its way to another thread or to the disk, and gives the buffers
 * that may be handed over: columns of counts without their spare room, forms without the index that follows from them.
 */
export function packTotal(total: PartialTotal): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const pack = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return;
    if (ArrayBuffer.isView(value)) {
      if (value.byteLength > 0) buffers.add(value.buffer as ArrayBuffer);
      return;
    }
    if (isColumn(value)) value.values = value.values.slice(0, value.length);
    else if ('forms' in value && 'ids' in value && value.ids instanceof Map) value.ids.clear();
    for (const part of Object.values(value)) pack(part);
  };
  for (const one of total.counts) pack(one);
  return [...buffers];
}

function isColumn(value: object): value is GrowingColumn {
  return 'values' in value && value.values instanceof Uint32Array && 'length' in value;
}
