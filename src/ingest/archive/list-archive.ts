import { CorpusError } from '../../model/errors.ts';
import type { CorpusFile, MemberSource } from '../corpus-file.ts';
import { endingOf, formatOf, isContainer } from '../file-format.ts';
import type { MemberList } from '../member-list.ts';
import { aboutTheFolder, hidden, metadataNames } from '../passed-over.ts';
import { type MemberName, memberNames } from './member-names.ts';
import { unzipEntry } from './unzip-entry.ts';
import { mostMembers, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Bytes of all members of an archive together. */
const mostBytes = 4 * 2 ** 30;
/** An archive in an archive is opened, and no further one in that. */
const mostDepth = 2;

interface ListedMember extends MemberName {
  readonly entry: ZipEntry;
  /** Number in the directory. */
  readonly number: number;
}

/**
 * Lists the documents of an archive: as in a folder, by the names of its members. Those that hold documents themselves are
 * unpacked for that. Throws CorpusError: input/archive-too-large (`bytes`, `limit`), input/too-many-members (`limit`); an
 * Error where it is no archive.
 */
export function listArchive(list: MemberList, archive: CorpusFile, bytes: Uint8Array, source: MemberSource): void {
  const members = documentsOf(list, archive, directoryOf(bytes, archive.id));
  const folder = commonFolder(members);
  const isMetadata = ({ name }: ListedMember) => metadataNames.some((metadata) => name === folder + metadata);
  const taken = new Set<string>();
  let used: string | undefined;
  for (const member of [...members].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.number - b.number,
  )) {
    const { name, entry, number } = member;
    const id = `${archive.id}/${name}`;
    const base = name.slice(name.lastIndexOf('/') + 1);
    const format = formatOf(base);
    if (taken.has(name)) list.tell('error', 'same-name', id);
    else if (isMetadata(member) && used !== undefined) list.tell('warning', 'second-metadata', id, { used });
    else if (isMetadata(member)) {
      used = base;
      const table = unpacked(list, { ...archive, id }, bytes, entry);
      if (table !== undefined) {
        list.metadata.push({ path: id, prefix: `${archive.id}/${folder}`, bytes: Buffer.from(table) });
      }
    } else if (metadataNames.includes(base)) list.tell('warning', 'metadata-below', id);
    else if (aboutTheFolder.test(base)) list.tell('info', 'not-a-document', id);
    else if (format === undefined) list.tell('warning', 'unsupported-format', id, { format: endingOf(base) });
    else {
      if (member.unsafe !== undefined) list.tell('warning', 'unsafe-name', id, { found: member.unsafe });
      const inside: MemberSource = { sha256: source.sha256, entries: [...source.entries, number] };
      addMember(list, { id, path: archive.path, format, member: { source: inside, bytes: entry.size } }, bytes, entry);
    }
    taken.add(name);
  }
}

function directoryOf(bytes: Uint8Array, id: string): ZipEntry[] {
  let entries: ZipEntry[];
  try {
    entries = readZipDirectory(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CorpusError('input/too-many-members', id, { limit: mostMembers }, error);
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > mostBytes) throw new CorpusError('input/archive-too-large', id, { bytes: total, limit: mostBytes });
  return entries;
}

/** Members that may be documents: no folders, and nothing that is hidden in a folder. */
function documentsOf(list: MemberList, archive: CorpusFile, entries: readonly ZipEntry[]): ListedMember[] {
  const names = memberNames(entries);
  const members = entries.map((entry, number) => ({ ...names[number]!, entry, number }));
  const found = members.filter(({ name, isFolder }) => {
    return !isFolder && name !== '' && !name.split('/').some((part) => hidden.test(part));
  });
  if (found.length === 0) list.tell('warning', 'archive-empty', archive.id);
  return found;
}

/** The folder, with `/`, in which all members lie as in an archive of one folder; else empty. */
function commonFolder(members: readonly ListedMember[]): string {
  const first = members[0]?.name ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  return members.every(({ name }) => name.startsWith(folder)) ? folder : '';
}

function addMember(list: MemberList, file: CorpusFile, archive: Uint8Array, entry: ZipEntry): void {
  if (!isContainer(file.format)) {
    list.files.push(file);
    return;
  }
  const source = file.member!.source;
  if (file.format === 'zip' && source.entries.length >= mostDepth) {
    list.tell('warning', 'archive-too-deep', file.id);
    return;
  }
  const bytes = unpacked(list, file, archive, entry);
  if (bytes !== undefined) list.open(file, bytes, source);
}

/** The content of a member; where it cannot be unpacked the member is a document that cannot be read. */
function unpacked(list: MemberList, file: CorpusFile, archive: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  try {
    return unzipEntry(archive, entry, file.id);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    list.files.push({ ...file, fault: { code: error.code, values: error.values } });
    return undefined;
  }
}
