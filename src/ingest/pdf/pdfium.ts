import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { CorpusError } from '../../model/errors.ts';

/** The functions of the library as WebAssembly exports them, its memory, and a scratch area of 64 bytes. */
export interface Pdfium {
  readonly call: Readonly<Record<string, (...values: number[]) => number>>;
  /** Views of the memory as it is now: it moves when it grows. */
  readonly bytes: () => Uint8Array;
  readonly floats: () => Float32Array;
  readonly doubles: () => Float64Array;
  /** Address of the scratch area, a multiple of 8. */
  readonly scratch: number;
}

/** FPDF_GetLastError: the password is wrong or missing; the way of encryption is not known. */
const passwordError = 4;
const securityError = 5;

let loading: Promise<Pdfium> | undefined;

/** Loads the library once a thread, from its own folder. */
function load(): Promise<Pdfium> {
  loading ??= start();
  return loading;
}

async function start(): Promise<Pdfium> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasm = await readFile(file);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  // What the library prints about a broken file is told by the error.
  const options = { wasmBinary, print: () => {}, printErr: () => {} };
  const { pdfium: module } = await init(options as Parameters<typeof init>[0]);
  const exported = module as unknown as Record<string, (...values: number[]) => number>;
  const memory = module as unknown as { HEAPU8: Uint8Array; HEAPF32: Float32Array; HEAPF64: Float64Array };
  const call: Record<string, (...values: number[]) => number> = {};
  for (const key of Object.keys(exported)) {
    if (/^_(?:FPDF|PDFiumExt)/.test(key)) call[key.slice(1)] = exported[key]!;
  }
  call.PDFiumExt_Init!();
  call.malloc = module.wasmExports.malloc;
  call.free = module.wasmExports.free as (address: number) => never;
  return {
    call,
    bytes: () => memory.HEAPU8,
    floats: () => memory.HEAPF32,
    doubles: () => memory.HEAPF64,
    scratch: module.wasmExports.malloc(64),
  };
}

/**
 * Opens a PDF, lets `read` work on its handle and closes it. Throws CorpusError at `id`: input/encrypted where it needs a
 * password, input/damaged where the library cannot read it. After a fault inside the library it is loaded anew.
 */
export async function withPdf<T>(bytes: Uint8Array, id: string, read: (pdfium: Pdfium, file: number) => T): Promise<T> {
  const pdfium = await load();
  try {
    return withFile(pdfium, bytes, id, read);
  } catch (cause) {
    if (isFault(cause)) {
      loading = undefined;
      throw new CorpusError('input/damaged', id, { format: 'PDF', reason: 'the library that reads it failed' }, cause);
    }
    throw cause;
  }
}

/** A trap of WebAssembly (which has no type of its own without the DOM's types) or an abort of the library. */
function isFault(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return cause.name === 'RuntimeError' || /^(?:abort|out of memory|memory access|unreachable)/i.test(cause.message);
}

function withFile<T>(pdfium: Pdfium, bytes: Uint8Array, id: string, read: (pdfium: Pdfium, file: number) => T): T {
  const { call } = pdfium;
  // The library reads on demand: the copy of the file stays until it is closed.
  const copy = call.malloc!(Math.max(1, bytes.length));
  if (copy === 0) throw new CorpusError('input/too-large', id, { bytes: bytes.length });
  try {
    pdfium.bytes().set(bytes, copy);
    const file = call.FPDF_LoadMemDocument!(copy, bytes.length, 0);
    if (file === 0) throw openingError(call.FPDF_GetLastError!(), id);
    try {
      return read(pdfium, file);
    } finally {
      call.FPDF_CloseDocument!(file);
    }
  } finally {
    call.free!(copy);
  }
}

function openingError(error: number, id: string): CorpusError {
  if (error === passwordError || error === securityError)
    return new CorpusError('input/encrypted', id, { format: 'PDF' });
  return new CorpusError('input/damaged', id, { format: 'PDF', reason: 'its structure cannot be read' });
}
