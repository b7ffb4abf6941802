import type { CleanDocument, SegmentedDocument } from '../model/document.ts';
import type { Engine } from '../model/engine.ts';
import type { Stage } from '../model/stage.ts';
import { blankUnreadable, withoutMarks } from './paragraph.ts';
import { sentencesOf } from './sentences.ts';
import { TokenColumns } from './token-columns.ts';

/**
 * Adds tokens, fine ends and sentences, a block at a time. Only words are tokens: marks, spaces, citation marks and what
 * could not be read are the gaps between them. `settings` are what else decided about the engine, such as its user
 * words, for the manifest.
 */
export function createSegment(
  engine: Engine,
  settings: Readonly<Record<string, unknown>> = {},
): Stage<CleanDocument, SegmentedDocument> {
  const columns = new TokenColumns(engine);
  const run = (doc: CleanDocument): SegmentedDocument => {
    const { blocks, citations } = doc;
    const text = blankUnreadable(doc.text);
    columns.begin(text.length);
    let mark = 0;
    for (const block of blocks) {
      if (block.kind === 'furniture') continue;
      const { start, end } = block;
      const firstMark = mark;
      while (mark < citations.start.length && citations.start[mark]! < end) mark++;
      if (mark === firstMark) {
        columns.add(engine.cut(text.slice(start, end)), start);
      } else {
        const plain = withoutMarks(text, block, citations, firstMark, mark);
        columns.addPlaced(engine.cut(plain.text), { at: plain.at, after: plain.after, start, end });
      }
    }
    return { ...doc, ...columns.finish(), sentences: sentencesOf(doc.text, blocks, citations) };
  };
  return { name: 'segment', settings: { engine: engine.name, version: engine.version, ...settings }, run };
}
