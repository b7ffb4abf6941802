import { createHash } from 'node:crypto';
import { CorpusError } from '../model/errors.ts';
import { listArchive } from './archive/list-archive.ts';
import { contentFormat } from './content-format.ts';
import type { CorpusFile, MemberSource } from './corpus-file.ts';
import { damagedFile } from './damaged-file.ts';
import { isContainer } from './file-format.ts';
import type { ContainerOptions, MemberList, MetadataSource } from './member-list.ts';
import { readBytes } from './read-bytes.ts';
import { listSheets, listTable } from './tables/list-table.ts';

/** A file on disk that holds documents. */
export interface Container {
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Opens the containers among files. */
export class ContainerWalk implements MemberList {
  readonly files: CorpusFile[] = [];
  /** Those that could be opened. */
  readonly containers: Container[] = [];
  readonly metadata: MetadataSource[] = [];
  readonly columns = new Set<string>();
  readonly options: ContainerOptions;
  readonly tell: MemberList['tell'];

  constructor(options: ContainerOptions, tell: MemberList['tell']) {
    this.options = options;
    this.tell = tell;
  }

  /** Takes in a file: itself, or what is in it where its name and its content are those of a container. */
  add(file: CorpusFile): void {
    if (!isContainer(file.format)) {
      this.files.push(file);
      return;
    }
    let bytes: Buffer;
    try {
      bytes = readBytes(file.path, file.id);
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      // It is told when the file is read as a document.
      this.files.push(file);
      return;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (this.open(file, bytes, { sha256, entries: [] }))
      this.containers.push({ id: file.id, bytes: bytes.length, sha256 });
  }

  open(file: CorpusFile, bytes: Uint8Array, source: MemberSource): boolean {
    const format = contentFormat(bytes, file.format);
    if (format === undefined || !isContainer(format)) {
      this.files.push(file);
      return false;
    }
    if (format !== file.format) {
      this.tell('info', 'other-format', file.id, { expected: file.format, found: format });
    }
    try {
      if (format === 'zip') listArchive(this, file, bytes, source);
      else if (format === 'xlsx') listSheets(this, file, bytes, source);
      else listTable(this, file, format, bytes, source);
      return true;
    } catch (error) {
      const { code, values } = damagedFile(format, file.id, error);
      this.files.push({ ...file, format, fault: { code, values } });
      return false;
    }
  }
}
