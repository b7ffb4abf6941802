import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, listCorpus } from '../src/ingest/corpus.ts';
import { readDocument } from '../src/ingest/read-document.ts';
import { findPackageRoot } from '../src/run/resource/package-root.ts';

const leastBytes = 5_000_000;

/** mulberry32: a small generator with a seed, so that every bench has the same corpus. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes documents of so many variations of the sample texts, other digits in each, until there are enough bytes. */
export async function makeCorpus(folder: string, textsOfDocument: number): Promise<void> {
  const { files: own } = listCorpus([join(findPackageRoot().folder, 'corpus')]);
  const samples = (await Promise.all(own.map((file) => readDocument(file, {})))).map(({ raw }) => raw);
  const next = random(20231);
  mkdirSync(folder);
  let bytes = 0;
  for (let i = 0; bytes < leastBytes; i++) {
    const parts = Array.from(
      { length: textsOfDocument },
      (_, part) => samples[(i * textsOfDocument + part) % samples.length] as string,
    );
    const text = parts.join('\n\n').replace(/[0-9]/g, () => String(Math.floor(next() * 10)));
    const name = join(folder, `${String(i).padStart(5, '0')}.txt`);
    writeFileSync(name, text);
    bytes += statSync(name).size;
  }
}

/** Copies a number of the corpus's documents, under a new name where each is needed more than once. */
export function copyDocuments(files: readonly CorpusFile[], count: number, folder: string): void {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length] as CorpusFile;
    const ending = file.format === 'markdown' ? 'md' : file.format === 'text' ? 'txt' : file.format;
    copyFileSync(file.path, join(folder, `${String(i).padStart(6, '0')}.${ending}`));
  }
}
