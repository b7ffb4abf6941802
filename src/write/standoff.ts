import type { BlockKind, DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { universalOf } from '../model/universal-tags.ts';
import { CodePointIndex } from '../text/code-point-index.ts';
import { documentTerms } from './document-terms.ts';
import { jsonText } from './json-text.ts';

/**
 * A document as one line of JSON: its text, and apart from it blocks, sentences, words, terms, mentions and citation marks by
 * their places in code points.
 */
export function standoffLine(
  document: DescribedDocument,
  terms: readonly Term[],
  countKinds: readonly BlockKind[],
): string {
  const { id, meta, description, text, tokens, blocks, sentences, mentions, citations } = document;
  const points = new CodePointIndex(text);
  const span = (start: number, end: number) => ({ start: points.toCodePoints(start), end: points.toCodePoints(end) });
  const counted = new Set<string>(countKinds);
  const { type, types, tag, tags } = tokens;
  return `${jsonText({
    id,
    offset_unit: 'code point',
    meta: { ...description, ...meta },
    text,
    blocks: blocks.flatMap((block, i) =>
      block.kind === 'furniture'
        ? []
        : {
            block: i + 1,
            kind: block.kind,
            level: block.level,
            ...span(block.start, block.end),
            ...(block.page === undefined ? {} : { page: block.page }),
            line: block.line,
            counted: counted.has(block.kind),
          },
    ),
    sentences: Array.from(sentences.start, (start, i) => span(start, sentences.end[i]!)),
    tokens: Array.from(tokens.start, (start, i) => {
      const end = tokens.end[i]!;
      const form = types[type[i]!]!;
      const own = tags[tag[type[i]!]!] ?? '';
      const isWhole = form === text.slice(start, end);
      return { ...span(start, end), tag: own, upos: universalOf(tokens, type[i]!), ...(isWhole ? {} : { form }) };
    }),
    terms: documentTerms(document, terms).map(({ start, end, term, category, isNested }) => ({
      ...span(start, end),
      term,
      category,
      nested: isNested,
    })),
    mentions: Array.from(mentions.start, (start, i) => ({
      ...span(start, mentions.end[i]!),
      label: mentions.labels[mentions.label[i]!]!,
    })),
    citations: Array.from(citations.start, (start, i) => span(start, citations.end[i]!)),
  })}\n`;
}
