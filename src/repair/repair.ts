import type { Block, BreakDecision, CleanDocument, RawDocument } from '../model/document.ts';
import { layerOf } from '../model/layer.ts';
import type { Stage } from '../model/stage.ts';
import { compose, identityMap, toSource } from '../text/offset-map.ts';
import type { Removal } from '../text/rewrite.ts';
import { assemble } from './assemble.ts';
import { groupLines } from './group-lines.ts';
import { sourceLines } from './source-line.ts';

/** Repairs the line breaks of a document: raw text to blocks, one a line. */
export function createRepair(): Stage<RawDocument, CleanDocument> {
  return { name: 'repair', settings: {}, run: repair };
}

function repair(document: RawDocument): CleanDocument {
  const { raw } = document;
  const lines = sourceLines(raw);
  const { groups, decisions } = groupLines(raw, lines);
  const { rewrite, blocks } = assemble(raw, lines, groups);
  const paged = lines.length > 0 && lines.at(-1)!.page > 0;
  return {
    ...document,
    text: rewrite.text,
    map: rewrite.map,
    blocks: blocks.map((b) => ({ ...b, page: paged ? b.page : undefined })),
    removed: layerOf([], []),
    citations: layerOf([], []),
    decisions,
  };
}
