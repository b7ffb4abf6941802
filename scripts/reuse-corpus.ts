import { comparedText } from '../src/compare/reuse/compared-text.ts';
import type { ComparedDocument, ReuseSettings } from '../src/compare/reuse/find-reuse.ts';
import { titleKey } from '../src/compare/title-key.ts';
import { listCorpus } from '../src/ingest/corpus.ts';
import { readDocument } from '../src/ingest/read-document.ts';
import type { CleanDocument } from '../src/model/document.ts';
import { createRepair } from '../src/repair/repair.ts';
import { defaultSettings } from '../src/run/settings.ts';

/** A repaired document of a folder, and what of it is compared. */
export interface ReuseDocument {
  readonly id: string;
  readonly clean: CleanDocument;
  readonly compared: ComparedDocument;
}

/** The documents of a folder; files with one name but for a version after it, law(2018).md and law(2023).md, have one title. */
export async function readReuseCorpus(folder: string): Promise<ReuseDocument[]> {
  const kinds = new Set<string>(defaultSettings().count_kinds);
  const repair = createRepair();
  const documents: ReuseDocument[] = [];
  for (const file of listCorpus([folder]).files) {
    const clean = repair.run(await readDocument(file, {}));
    const counted = clean.blocks.filter(({ kind }) => kinds.has(kind));
    const name = file.id.slice(file.id.lastIndexOf('/') + 1).replace(/\.[a-z]{1,8}$/i, '');
    const compared = { ...comparedText(clean.text, counted, clean.citations), titles: [titleKey(name)] };
    documents.push({ id: file.id, clean, compared });
  }
  return documents;
}

/** The settings that a run has where nothing is given. */
export function reuseDefaults(): ReuseSettings {
  const { min_length, min_identity, shingle, max_gap, boilerplate } = defaultSettings().reuse;
  return { minLength: min_length, minIdentity: min_identity, shingle, maxGap: max_gap, boilerplate };
}
