import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../../model/errors.ts';
import type { FileDigest } from '../../write/file-writer.ts';
import { manifestFormat, manifestName } from '../../write/folder.ts';
import type { Manifest } from './manifest.ts';

/** The manifest of a result. Throws `input/not-a-result` where there is none that can be read. */
export function readManifest(folder: string): Manifest {
  let reason = '';
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as Manifest;
    if (manifest.format === manifestFormat && Array.isArray(manifest.outputs)) return manifest;
    reason = manifestFormat;
  } catch (error) {
    reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
  throw new CorpusError('input/not-a-result', folder, { reason });
}

/** Size and SHA-256 of a file, read piece by piece; undefined where it cannot be read. */
export async function digestOfFile(path: string | Buffer): Promise<FileDigest | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch {
    return undefined;
  }
  return { bytes, sha256: hash.digest('hex') };
}
