import type { CleanDocument, TaggedDocument } from '../../src/model/document.ts';
import type { Term } from '../../src/model/term.ts';
import { createLatticeEngine } from '../../src/segment/engine/lattice-engine.ts';
import { createSegment } from '../../src/segment/segment.ts';
import { createTag, type TagSettings } from '../../src/tag/tag-terms.ts';
import { dictionary } from '../dictionary.ts';

/** Segments and tags a document as a run does, with terms of no category and no variants. */
export function tagForReal(
  document: CleanDocument,
  forms: readonly string[],
  boundary: TagSettings['boundary'] = 'word',
  createEngine: typeof createLatticeEngine = createLatticeEngine,
): TaggedDocument {
  const terms: Term[] = forms.map((term) => ({ term, category: '', variants: [], notIn: [], note: '' }));
  const segmented = createSegment(createEngine(dictionary, forms)).run(document);
  return createTag(terms, { boundary, ignoreCase: false }).run(segmented);
}
