import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type CorpusFile, listCorpus } from '../../ingest/corpus.ts';
import type { ContainerOptions } from '../../ingest/member-list.ts';
import { CorpusError } from '../../model/errors.ts';

/**
 * The document that a path leads to: a file, a member of an archive (`a.zip/b.txt`) or a row of a table (`a.csv#12`). Throws
 * CorpusError: input/several-documents (`documents`, `first`), input/no-member (`document`, `documents`, `first`) and what
 * `listCorpus` throws.
 */
export function explainTarget(target: string, options: ContainerOptions): CorpusFile {
  const path = fileOnTheWay(target);
  const { files } = listCorpus([path], [], options);
  const found = { documents: files.length, first: files[0]!.id };
  if (path === target) {
    if (files.length > 1) throw new CorpusError('input/several-documents', target, found);
    return files[0]!;
  }
  const inside = target.slice(path.length).replaceAll('\\', '/');
  const document = (basename(resolve(path)) + inside).normalize('NFC');
  const file = files.find(({ id }) => id === document);
  if (file === undefined) throw new CorpusError('input/no-member', path, { document, ...found });
  return file;
}

/** The longest beginning of a path that is a file; the path itself where there is none. */
function fileOnTheWay(target: string): string {
  if (kindOf(target) !== undefined) return target;
  for (let end = target.length - 1; end > 0; end--) {
    if (!'/\\#'.includes(target[end]!)) continue;
    const path = target.slice(0, end);
    if (kindOf(path) === 'file') return path;
  }
  return target;
}

function kindOf(path: string): 'file' | 'other' | undefined {
  try {
    return statSync(path).isFile() ? 'file' : 'other';
  } catch {
    return undefined;
  }
}
