import type { CleanDocument, SegmentedDocument } from '../model/document.ts';
import type { Engine } from '../model/engine.ts';
import type { Stage } from '../model/stage.ts';
import { blankUnreadable, withoutMarks } from './paragraph.ts';
import { type PolicyTokenSettings, withPolicyTokens } from './policy/policy-tokens.ts';
import { sentencesOf } from './reading/sentences.ts';
import { TokenColumns } from './token-columns.ts';

export interface SegmentSettings extends Partial<PolicyTokenSettings> {
  /** Whether numbers and names are given the form of `withPolicyTokens`, as they are if this is left out. */
  readonly policyTokens?: boolean;
  /** The forms of the term lists: policy tokens neither part nor join them. */
  readonly listed?: Iterable<string>;
}

/**
 * Adds tokens, fine ends and sentences, a block at a time. Only words are tokens: marks, spaces, citation marks and what
 * could not be read are the gaps between them.
 */
export function createSegment(
  engine: Engine,
  { policyTokens = true, units = 'apart', listed = [] }: SegmentSettings = {},
): Stage<CleanDocument, SegmentedDocument> {
  const segmenter = policyTokens ? withPolicyTokens(engine, { units }, listed) : engine;
  const columns = new TokenColumns(segmenter);
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
        columns.add(segmenter.cut(text.slice(start, end)), start);
      } else {
        const plain = withoutMarks(text, block, citations, firstMark, mark);
        columns.addPlaced(segmenter.cut(plain.text), { at: plain.at, after: plain.after, start, end });
      }
    }
    return { ...doc, ...columns.finish(), sentences: sentencesOf(doc.text, blocks, citations) };
  };
  const settings = { engine: engine.name, version: engine.version, policy_tokens: policyTokens, units };
  return { name: 'segment', settings, run };
}
