import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../model/message.ts';
import type { StageSettings } from '../plan.ts';
import type { ManifestFile } from '../result/manifest.ts';
import { digestOfFile } from '../result/read-result.ts';
import type { DocumentHead } from '../result/rendered-document.ts';
import type { FailedDocument } from '../result/result-tables.ts';
import type { RunLogFailure } from '../result/run-log.ts';

export const partName = 'part.json';
export const partFormat = 'cewen-part/1';
/** A line a document: what is known of it and how many bytes of each of the other files are its own. */
export const headsName = 'documents.jsonl';
/** The totals of the documents, as `v8.serialize` writes them: their columns go to the disk and back as they are. */
export const totalsName = 'totals.bin';
/** The texts one after another. */
export const textsName = 'texts';

/** What part.json says, which is written last. */
export interface PartManifest {
  readonly format: typeof partFormat;
  /** SHA-256 of the plan.json that it is a part of. */
  readonly plan: string;
  /** From 1. */
  readonly shard: number;
  readonly files: readonly ManifestFile[];
  /** The tables whose rows it has, and how many formats of documents. */
  readonly tables: readonly string[];
  readonly forms: number;
  readonly stages: readonly StageSettings[];
  readonly inputs: readonly ManifestFile[];
  readonly failures: readonly RunLogFailure[];
}

/** A line of documents.jsonl: a document, or one that failed. */
export type PartLine =
  | {
      readonly head: DocumentHead;
      /** Bytes of its rows by table, where it has any; of its text; of its forms. */
      readonly rows: Readonly<Record<string, number>>;
      readonly text: number;
      readonly forms: readonly number[];
    }
  | { readonly failed: FailedDocument; readonly message: Message };

export function partsFolder(plan: string): string {
  return join(plan, 'parts');
}

export function partFolder(plan: string, shard: number): string {
  return join(partsFolder(plan), `${shard}`);
}

/** Name of the file of a table's rows, and of a format's texts, in a part. */
export const rowsName = (table: string) => `rows-${table}`;
export const formsName = (index: number) => `forms-${index}`;

/** The manifest of a part of this plan whose files are as long as it says; undefined where there is none. */
export function wholePart(folder: string, plan: string): PartManifest | undefined {
  try {
    const part = JSON.parse(readFileSync(join(folder, partName), 'utf8')) as PartManifest;
    if (part.format !== partFormat || part.plan !== plan) return undefined;
    return part.files.every(({ path, bytes }) => statSync(join(folder, path)).size === bytes) ? part : undefined;
  } catch {
    return undefined;
  }
}

/** The first file of a part whose bytes are not those that it was written with. */
export async function damagedFile(folder: string, { files }: PartManifest): Promise<string | undefined> {
  for (const { path, sha256 } of files) {
    if ((await digestOfFile(join(folder, path)))?.sha256 !== sha256) return path;
  }
  return undefined;
}

/** Name of the folder in which this process writes a part before it is whole. */
export function draftName(shard: number): string {
  return `.${shard} ${process.pid} ${hostname()}`;
}

/** Drafts of a shard that processes of this machine have left which are no more. */
export function leftDrafts(plan: string, shard: number): string[] {
  if (!existsSync(partsFolder(plan))) return [];
  return readdirSync(partsFolder(plan))
    .filter((name) => {
      const [head, pid, host] = name.split(' ');
      return head === `.${shard}` && host === hostname() && !isAlive(Number(pid));
    })
    .map((name) => join(partsFolder(plan), name));
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
