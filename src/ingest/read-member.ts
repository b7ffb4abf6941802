import { createHash } from 'node:crypto';
import { CorpusError } from '../model/errors.ts';
import { unzipEntry } from './archive/unzip-entry.ts';
import { readZipDirectory, type ZipEntry } from './archive/zip-directory.ts';
import type { CorpusFile, MemberSource, TableUse } from './corpus-file.ts';
import { damagedFile } from './damaged-file.ts';
import { readBytes } from './read-bytes.ts';
import { readRow } from './tables/list-rows.ts';
import { openTable } from './tables/open-table.ts';
import type { Table } from './tables/table.ts';
import { openXlsx } from './tables/xlsx-table.ts';

/** A row of a table as a document. */
export interface ReadRow {
  readonly text: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly encoding: string;
}

type PlacedFile = CorpusFile & { readonly member: NonNullable<CorpusFile['member']> };

/**
 * What was opened last on each level: an archive, one in that, a table. Documents come in the order of their names, so that
 * each container is opened once a thread.
 */
const last = new Map<number, { readonly key: string; readonly opened: unknown }>();
const tableLevel = -1;

/** The content of a member of an archive. Throws CorpusError at its id: input/changed, and what opening throws. */
export function memberBytes(file: PlacedFile): Uint8Array {
  return contentAt(file, file.member.source.entries.length);
}

/** The row of a table. Throws CorpusError as `memberBytes`. */
export function memberRow(file: PlacedFile, row: number): ReadRow {
  const { source } = file.member;
  const use = source.table!;
  const table = kept(tableLevel, `${keyOf(source)} ${use.sheet} ${use.encoding ?? ''}`, () => tableOf(file, use));
  const read = readRow(table, row, use);
  if (read === undefined) throw new CorpusError('input/changed', file.id);
  return { ...read, encoding: table.encoding };
}

function tableOf(file: PlacedFile, use: TableUse): Table {
  const bytes = memberBytes(file);
  try {
    if (use.format === 'xlsx') return openXlsx(bytes, file.id).table(use.sheet);
    return openTable(bytes, use.format, file.id, use.encoding, use.header);
  } catch (error) {
    throw damagedFile(use.format, file.id, error);
  }
}

/** What the first entries on the way to a document lead to; the file itself where there are none. */
function contentAt(file: PlacedFile, depth: number): Uint8Array {
  const { sha256, entries } = file.member.source;
  if (depth === 0) {
    const bytes = readBytes(file.path, file.id);
    // What was listed is gone: a row would be another one.
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new CorpusError('input/changed', file.id);
    return bytes;
  }
  const archive = kept(depth, keyOf({ sha256, entries: entries.slice(0, depth - 1) }), () => {
    const bytes = contentAt(file, depth - 1);
    let directory: ZipEntry[];
    try {
      directory = readZipDirectory(bytes);
    } catch (error) {
      throw damagedFile('zip', file.id, error);
    }
    return { bytes, directory };
  });
  const entry = archive.directory[entries[depth - 1]!];
  if (entry === undefined) throw new CorpusError('input/changed', file.id);
  return unzipEntry(archive.bytes, entry, file.id);
}

function keyOf({ sha256, entries }: MemberSource): string {
  return `${sha256} ${entries.join('/')}`;
}

function kept<Opened>(level: number, key: string, open: () => Opened): Opened {
  const before = last.get(level);
  if (before?.key === key) return before.opened as Opened;
  // Before the next one is opened, so that there are never two in memory.
  last.delete(level);
  const opened = open();
  last.set(level, { key, opened });
  return opened;
}
