import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Message } from '../../model/message.ts';
import { syncFolder } from '../../write/atomic-file.ts';
import { FileWriter } from '../../write/file-writer.ts';
import { writing } from '../../write/output-error.ts';
import type { DocumentSink } from '../process-documents.ts';
import type { ManifestFile } from '../result/manifest.ts';
import type { RenderedDocument } from '../result/rendered-document.ts';
import type { FailedDocument } from '../result/result-tables.ts';
import type { PartialTotal } from '../tables/count-plan.ts';
import {
  draftName,
  formsName,
  headsName,
  leftDrafts,
  type PartLine,
  type PartManifest,
  partFolder,
  partName,
  partsFolder,
  rowsName,
  textsName,
  totalsName,
} from './part-folder.ts';

/** A part of a result while it is written: it takes its place whole, or leaves nothing. Throws `output/…` errors. */
export class PartWriter implements DocumentSink {
  readonly #plan: string;
  readonly #shard: number;
  readonly #draft: string;
  readonly #formsOf: (document: string) => readonly string[];
  readonly #files = new Map<string, FileWriter>();
  readonly #forms: number;

  /** `forms` is how many formats of documents there are. */
  constructor(plan: string, shard: number, formsOf: (document: string) => readonly string[], forms: number) {
    this.#plan = plan;
    this.#shard = shard;
    this.#formsOf = formsOf;
    this.#forms = forms;
    this.#draft = join(partsFolder(plan), draftName(shard));
    writing(partsFolder(plan), () => mkdirSync(partsFolder(plan), { recursive: true }));
    for (const left of [this.#draft, ...leftDrafts(plan, shard)]) rmSync(left, { recursive: true, force: true });
    writing(this.#draft, () => mkdirSync(this.#draft));
    for (const name of [headsName, textsName, ...Array.from({ length: forms }, (_, i) => formsName(i))])
      this.#file(name);
  }

  formsOf(document: string): readonly string[] {
    return this.#formsOf(document);
  }

  add({ rows, text, forms, ...head }: RenderedDocument): void {
    const bytes: Record<string, number> = {};
    for (const [table, own] of rows) {
      if (own.length === 0) continue;
      bytes[table] = own.length;
      this.#file(rowsName(table)).append(own);
    }
    this.#file(textsName).append(text);
    for (const [i, own] of forms.entries()) this.#file(formsName(i)).append(own);
    this.#line({ head, rows: bytes, text: text.length, forms: forms.map(({ length }) => length) });
  }

  addFailed(failed: FailedDocument, message: Message): void {
    this.#line({ failed, message });
  }

  async settle(): Promise<void> {}

  /** Ends the part and puts it in its place. */
  finish(total: PartialTotal, rest: Omit<PartManifest, 'files' | 'tables' | 'forms' | 'shard'>): void {
    this.#file(totalsName).append(serialize(total));
    const tables = [...this.#files.keys()].filter((name) => name.startsWith(rowsName(''))).map((name) => name.slice(5));
    const files: ManifestFile[] = [...this.#files].map(([path, file]) => ({ path, ...file.close() }));
    this.#files.clear();
    const manifest: PartManifest = { ...rest, shard: this.#shard, tables, forms: this.#forms, files };
    this.#file(partName).write(`${JSON.stringify(manifest)}\n`);
    this.#file(partName).close();
    this.#files.clear();
    const place = partFolder(this.#plan, this.#shard);
    writing(place, () => {
      // What is there is damaged, or another process was at the same shard and has the same.
      if (existsSync(place)) rmSync(place, { recursive: true });
      renameSync(this.#draft, place);
    });
    syncFolder(partsFolder(this.#plan));
  }

  abandon(): void {
    for (const file of this.#files.values()) file.abandon();
    rmSync(this.#draft, { recursive: true, force: true });
  }

  #line(line: PartLine): void {
    this.#file(headsName).write(`${JSON.stringify(line)}\n`);
  }

  #file(name: string): FileWriter {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = new FileWriter(join(this.#draft, name));
      this.#files.set(name, file);
    }
    return file;
  }
}
