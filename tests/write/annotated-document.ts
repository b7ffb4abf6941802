import fc from 'fast-check';
import { createDescribe } from '../../src/describe/describe.ts';
import type { BlockKind, DescribedDocument } from '../../src/model/document.ts';
import type { Term } from '../../src/model/term.ts';
import { createSegment } from '../../src/segment/segment.ts';
import { createTag } from '../../src/tag/tag-terms.ts';
import { cleanDocument } from '../clean-document.ts';
import { toyEngine } from '../toy-engine.ts';

const term = (form: string, category = ''): Term => ({ term: form, category, variants: [], notIn: [], note: '' });

/** Nested, crossing and odd terms: one over a space, one beyond 16 bits, one with signs of markup. */
export const termList: readonly Term[] = [
  term('新型举国体制', '体制'),
  term('举国体制', '体制/科技'),
  term('体制改革', '改革 "新"'),
  term('科技'),
  term('𫜰地', '<地>'),
  term('a b', 'x|y'),
];

const segment = createSegment(
  toyEngine('新型/b 举国/n 体制/n 改革/vn 科技/n 创新/v 和/c 是/v 𫜰地/ns a_b/eng 坚持/v 的/uj 企业/n'),
);
const describe = createDescribe();

/** A document through all stages, with a few words; see `cleanDocument` for its parts. */
export function annotatedDocument(
  ...parts: readonly (string | { kind: BlockKind; text: string })[]
): DescribedDocument {
  const tag = createTag(termList, { boundary: 'any', ignoreCase: false });
  return describe.run(tag.run(segment.run(cleanDocument(...parts))));
}

const words = ['新型举国体制', '举国«[3]»体制改革', '科技', '𫜰地', 'a b', '坚持', '的', 'e\u0301', '2024年'];
const marks = ['，', '。', '……', '《', '》', ' ', '　', '\t', '\u00a0', '\u2028', '«[12]»'];
const nasty = [
  ...['</s>', '<text>', '&amp;', '"', "'", '|', '\\', '_', '=', '-', '#', '\u0000', '\u001b', '\ud800', '\udc00'],
  ...['\ufeff', '\u202e', '\u0301', '\u1100', '\u1161', '👨‍👩‍👧', '\ufffe', '\uffff', '\u0085', '\u0344'],
];
const kinds: BlockKind[] = ['title', 'heading', 'paragraph', 'list', 'table', 'note', 'paragraph'];

/** Documents with every sign that a format could stumble over. */
export const anyDocument: fc.Arbitrary<DescribedDocument> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      text: fc
        .array(fc.constantFrom(...words, ...words, ...marks, ...nasty), { minLength: 1, maxLength: 12 })
        .map((parts) => parts.join('')),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => annotatedDocument(...parts));

/** The text as UTF-8 can hold it. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** The stretch of a text between two offsets in code points. */
export function sliceOfPoints(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join('');
}
