import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { CorpusFile } from '../../ingest/corpus.ts';
import { readBytes } from '../../ingest/read-bytes.ts';
import { memberBytes, memberRow } from '../../ingest/read-member.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import type { FileDigest } from '../../write/file-writer.ts';

/** A stage that failed at a document; `cause` is what it threw. */
export class StageError extends Error {
  override readonly name = 'StageError';
  readonly stage: string;
  readonly document: string;

  constructor(stage: string, document: string, cause: unknown) {
    super(`${stage} failed at ${document}`, { cause });
    this.stage = stage;
    this.document = document;
  }
}

/** The message for a document that could not be processed; undefined for what ends a run, such as a full disk. */
export function failureMessage(error: unknown): Message | undefined {
  if (error instanceof CorpusError) {
    if (error.kind !== 'input') return undefined;
    return { severity: 'error', rule: error.code, values: error.values };
  }
  if (error instanceof StageError) {
    const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return { severity: 'error', rule: 'run/failed-document', values: { stage: error.stage, reason } };
  }
  return undefined;
}

/** Digest of a document's file where it can be read at all, for the manifest. */
export function digestOf(file: CorpusFile): FileDigest | undefined {
  try {
    const bytes = contentOf(file);
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof CorpusError) return undefined;
    throw error;
  }
}

function contentOf(file: CorpusFile): Uint8Array {
  const { member } = file;
  if (member === undefined) return readBytes(file.path, file.id);
  const placed = { ...file, member };
  return member.row === undefined ? memberBytes(placed) : Buffer.from(memberRow(placed, member.row).text);
}

/** Bytes of a document's file; 0 where it cannot be asked for: reading it will say why. */
export function sizeOf(file: CorpusFile): number {
  if (file.member !== undefined) return file.member.bytes;
  try {
    return statSync(file.path).size;
  } catch {
    return 0;
  }
}
