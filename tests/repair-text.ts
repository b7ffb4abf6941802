import type { CleanDocument } from '../src/model/document.ts';
import { createRepair } from '../src/repair/repair.ts';

/** Repairs a raw text as the run would. */
export function repairText(raw: string, format = 'text'): CleanDocument {
  return createRepair().run({
    id: 'a.txt',
    meta: {},
    format,
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    raw,
    messages: [],
  });
}

/** The blocks of a repaired document as `kind text`, furniture with its raw text. */
export function blockTexts(document: CleanDocument): { kind: string; text: string }[] {
  return document.blocks.map((block) => ({
    kind: block.kind,
    text:
      block.kind === 'furniture'
        ? document.raw.slice(block.rawStart, block.rawEnd)
        : document.text.slice(block.start, block.end),
  }));
}
