import { brotliCompressSync, constants } from 'node:zlib';
import { type BoundaryModel, encodeBoundaryModel } from '../../segment/hybrid/boundary-model.ts';

/** The compressed file of a model. */
export function boundaryModelBytes(model: BoundaryModel): Uint8Array {
  return brotliCompressSync(encodeBoundaryModel(model), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });
}
