import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CorpusError } from '../model/errors.ts';
import type { Message, PlacedMessage, Severity } from '../model/message.ts';
import type { CorpusFile } from './corpus-file.ts';
import { childKey, compare, type DiskPath, type FolderEntry, folderEntries, realKey } from './disk-path.ts';
import { endingOf, endings, formatOf } from './file-format.ts';
import { type Container, ContainerWalk } from './list-members.ts';
import type { ContainerOptions, MetadataSource } from './member-list.ts';
import { aboutTheFolder, hidden, metadataNames } from './passed-over.ts';

export type { CorpusFile } from './corpus-file.ts';

/** What a list of paths holds. */
export interface Corpus {
  /** By id, in code unit order; rows of a table in their own. */
  readonly files: readonly CorpusFile[];
  /** The metadata.csv or metadata.tsv of each folder that was given, and of each archive. */
  readonly metadata: readonly MetadataSource[];
  /** The files that hold documents and are none themselves. */
  readonly containers: readonly Container[];
  /** Columns of tables that rows bring as metadata. */
  readonly columns: readonly string[];
  readonly messages: readonly PlacedMessage[];
}

interface Found extends CorpusFile {
  /** The same for all names of one file. */
  readonly key: string;
  /** 1-based number of the given path that led to it. */
  readonly source: number;
}

/** What is at a path, or the system's error code where that cannot be said. */
type Kind = FolderEntry['kind'] | `E${string}`;

/** A folder on the way down. */
interface Folder {
  readonly path: DiskPath;
  /** Its own document name, for messages. */
  readonly id: string;
  /** What the names of its documents begin with. */
  readonly prefix: string;
  /** Its key, after the keys of the folders that led to it: a link to one of them has no end. */
  readonly keys: readonly [string, ...string[]];
}

/**
 * The documents that files and folders hold, in one order whatever the order on disk. With several paths the last part of
 * each is the first part of its names; a file to which several of them lead is read once, under its first name. `exclude`
 * names files and folders inside that are no part of the corpus, such as the output. Archives and tables are opened: what is
 * in them takes their place. Throws CorpusError: input/not-found, input/no-documents.
 */
export function listCorpus(
  paths: readonly string[],
  exclude: readonly string[] = [],
  options: ContainerOptions = {},
): Corpus {
  const missing = paths.filter((path) => kindAt(path) === 'ENOENT' || kindAt(path) === 'ENOTDIR');
  if (missing.length > 0) throw new CorpusError('input/not-found', missing.join(', '));
  const walk = new Walk(exclude);
  for (const path of paths) walk.start(path, paths.length > 1);
  return walk.finish(paths, options);
}

class Walk {
  readonly #excluded: ReadonlySet<string>;
  readonly #found: Found[] = [];
  /** Keys of the folders that were given. */
  readonly #folders = new Set<string>();
  readonly #metadata: { path: string; prefix: string }[] = [];
  readonly #messages: PlacedMessage[] = [];
  #source = 0;

  constructor(exclude: readonly string[]) {
    this.#excluded = new Set(exclude.filter((path) => ['file', 'folder'].includes(kindAt(path))).map(realKey));
  }

  /** Takes in a path that was given: what it names is wanted, even where it would be passed over inside a folder. */
  start(path: string, isOneOfSeveral: boolean): void {
    this.#source++;
    const id = basename(resolve(path)).normalize('NFC');
    const kind = kindAt(path);
    if (kind !== 'folder') {
      this.#file(id, path, kind, kind === 'file' ? realKey(path) : '');
      return;
    }
    const prefix = isOneOfSeveral && id !== '' ? `${id}/` : '';
    const key = realKey(path);
    if (this.#folders.has(key)) return;
    this.#folders.add(key);
    const names = metadataNames.filter((name) => kindAt(join(path, name)) === 'file');
    if (names[0] !== undefined) this.#metadata.push({ path: join(path, names[0]), prefix });
    if (names[1] !== undefined) this.#tell('warning', 'second-metadata', prefix + names[1], { used: names[0]! });
    this.#folder({ path, id, prefix, keys: [key] }, names);
  }

  finish(paths: readonly string[], options: ContainerOptions): Corpus {
    const byId = new Map<string, Found>();
    const byKey = new Map<string, Found>();
    const given = new Map<string, Found>();
    for (const file of this.#found) {
      const before = given.get(file.key);
      if (before === undefined) given.set(file.key, file);
      // That given paths overlap is no wish to count twice; a link inside one folder may be.
      else if (before.source !== file.source) {
        if (before.id !== file.id) this.#tell('info', 'given-twice', file.id, { other: before.id });
        continue;
      }
      const first = byId.get(file.id);
      if (first === undefined) byId.set(file.id, file);
      else if (first.source === file.source) this.#tell('error', 'same-name', file.id);
      // The number of the given path, not the path: the same corpus elsewhere gives the same messages.
      else this.#tell('error', 'duplicate-name', file.id, { used: first.source, unused: file.source });
    }
    const onDisk = [...byId.values()].sort((a, b) => compare(a.id, b.id));
    for (const file of onDisk) {
      const same = byKey.get(file.key);
      if (same === undefined) byKey.set(file.key, file);
      else this.#tell('warning', 'same-file', file.id, { other: same.id });
    }
    const walk = new ContainerWalk(options, (...told) => this.#tell(...told));
    for (const { id, path, format } of onDisk) walk.add({ id, path, format });
    const files = this.#inOrder(walk.files);
    if (files.length === 0) {
      const place = paths.join(', ');
      if (this.#messages.length === 0) throw new CorpusError('input/no-documents', place, { expected: endings });
      const rules = new Map<string, number>();
      for (const { message } of this.#messages) rules.set(message.rule, (rules.get(message.rule) ?? 0) + 1);
      const why = [...rules].map(([rule, count]) => `${rule} ${count}`).join(', ');
      throw new CorpusError('input/no-documents', place, { expected: endings, unused: this.#messages.length, why });
    }
    this.#messages.sort((a, b) => compare(a.document, b.document) || compare(a.message.rule, b.message.rule));
    return {
      files,
      metadata: [...this.#metadata, ...walk.metadata],
      containers: walk.containers,
      columns: [...walk.columns],
      messages: this.#messages,
    };
  }

  /** By name, each name once: a folder may have the name of an archive that is given beside it. */
  #inOrder(files: readonly CorpusFile[]): CorpusFile[] {
    const keyed = files.map((file) => {
      const row = file.member?.row;
      return { file, row: row ?? -1, name: row === undefined ? file.id : file.id.slice(0, file.id.search(/\d+$/)) };
    });
    keyed.sort((a, b) => compare(a.name, b.name) || a.row - b.row);
    const taken = new Set<string>();
    return keyed.flatMap(({ file }) => {
      if (!taken.has(file.id)) {
        taken.add(file.id);
        return [file];
      }
      this.#tell('error', 'same-name', file.id);
      return [];
    });
  }

  #folder(folder: Folder, passOver: readonly string[] = []): void {
    let entries: FolderEntry[];
    try {
      entries = folderEntries(folder.path);
    } catch (error) {
      this.#tell('error', 'unreadable', folder.id, { reason: codeOf(error) });
      return;
    }
    // A run's result has texts of its own, which would be counted again; the folder that was asked for is read whatever it holds.
    if (folder.keys.length > 1 && marksOfResult.every((name) => entries.some((entry) => entry.name === name))) {
      this.#tell('info', 'earlier-result', folder.id);
      return;
    }
    for (const entry of entries) {
      if (hidden.test(entry.name) || passOver.includes(entry.name)) continue;
      const id = folder.prefix + entry.name;
      const kind = entry.kind === 'link' ? kindAt(entry.path) : entry.kind;
      if (kind === 'ENOENT' || kind === 'ENOTDIR') this.#tell('error', 'dangling-link', id);
      else if (kind === 'ELOOP') this.#tell('warning', 'link-loop', id);
      else {
        const key = entry.kind === 'link' && !isCode(kind) ? realKey(entry.path) : childKey(folder.keys[0], entry);
        if (this.#excluded.has(key)) continue;
        if (kind === 'folder') {
          if (folder.keys.includes(key)) this.#tell('warning', 'link-loop', id);
          else this.#folder({ path: entry.path, id, prefix: `${id}/`, keys: [key, ...folder.keys] });
        } else if (metadataNames.includes(entry.name)) this.#tell('warning', 'metadata-below', id);
        else if (aboutTheFolder.test(entry.name)) this.#tell('info', 'not-a-document', id);
        else this.#file(id, entry.path, kind, key);
      }
    }
  }

  #file(id: string, path: DiskPath, kind: Kind, key: string): void {
    const name = id.slice(id.lastIndexOf('/') + 1);
    const format = formatOf(name);
    if (isCode(kind)) this.#tell('error', 'unreadable', id, { reason: kind });
    else if (kind === 'other') this.#tell('warning', 'not-a-file', id);
    else if (format === undefined) this.#tell('warning', 'unsupported-format', id, { format: endingOf(name) });
    else this.#found.push({ id, path, format, key, source: this.#source });
  }

  #tell(severity: Severity, name: string, document: string, values?: Message['values']): void {
    const message: Message = { severity, rule: `ingest/${name}` };
    this.#messages.push({ document, message: values === undefined ? message : { ...message, values } });
  }
}

/** Files that stand together in the folder of a result and hardly anywhere else. */
const marksOfResult = ['manifest.json', 'datapackage.json', 'run-log.jsonl'];

/** What a path leads to, links followed. Never opens it: a pipe would block. */
function kindAt(path: DiskPath): Kind {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return codeOf(error);
  }
}

function isCode(kind: Kind): kind is `E${string}` {
  return kind.startsWith('E');
}

function codeOf(error: unknown): `E${string}` {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return code as `E${string}`;
}
