import { createRequire } from 'node:module';
import type { CleanDocument, TaggedDocument } from '../../src/model/document.ts';
import type { Term } from '../../src/model/term.ts';
import { createNodejiebaEngine } from '../../src/run/nodejieba-engine.ts';
import { createSegment } from '../../src/segment/segment.ts';
import { createTag, type TagSettings } from '../../src/tag/tag-terms.ts';

/** Whether nodejieba, an optional dependency, is installed. */
export const hasNodejieba = (() => {
  try {
    createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
    return true;
  } catch {
    return false;
  }
})();

/** Segments and tags a document as a run does, with terms of no category and no variants. */
export function tagWithNodejieba(
  document: CleanDocument,
  forms: readonly string[],
  boundary: TagSettings['boundary'] = 'word',
): TaggedDocument {
  const terms: Term[] = forms.map((term) => ({ term, category: '', variants: [], notIn: [], note: '' }));
  const segmented = createSegment(createNodejiebaEngine(forms)).run(document);
  return createTag(terms, { boundary, ignoreCase: false }).run(segmented);
}
