import type { DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { CodePointIndex } from '../text/code-point-index.ts';
import { documentTerms } from './document-terms.ts';
import { jsonText } from './json-text.ts';

// Characters of a quote's surroundings: enough to find it again where the text has changed before it.
const around = 32;
const vocabulary = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The terms and mentions of a document as a page of W3C Web Annotations (JSON-LD). `source` is the address of its text file
 * as seen from this one; places are code points.
 */
export function webAnnotations(document: DescribedDocument, terms: readonly Term[], source: string): string {
  const { id, text, mentions } = document;
  const points = new CodePointIndex(text);
  const target = (start: number, end: number) => ({
    source,
    selector: [
      { type: 'TextPositionSelector', start: points.toCodePoints(start), end: points.toCodePoints(end) },
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(whole(text, Math.max(0, start - around)), start),
        suffix: text.slice(end, whole(text, Math.min(text.length, end + around))),
      },
    ],
  });
  const items = [
    ...documentTerms(document, terms).map(({ number, start, end, term, category }) => ({
      id: `#term-${number}`,
      type: 'Annotation',
      motivation: 'identifying',
      body: [
        { type: 'TextualBody', value: term, format: 'text/plain', language: 'zh', purpose: 'identifying' },
        ...(category === ''
          ? []
          : [{ type: 'TextualBody', value: category, format: 'text/plain', language: 'zh', purpose: 'classifying' }]),
      ],
      target: target(start, end),
    })),
    ...Array.from(mentions.start, (start, i) => ({
      id: `#mention-${i + 1}`,
      type: 'Annotation',
      motivation: 'classifying',
      body: [
        {
          type: 'TextualBody',
          value: mentions.labels[mentions.label[i]!]!,
          format: 'text/plain',
          purpose: 'classifying',
        },
      ],
      target: target(start, mentions.end[i]!),
    })),
  ];
  const head = jsonText({
    '@context': [
      vocabulary,
      { offset_unit: 'https://schema.org/unitText', label: 'http://www.w3.org/2000/01/rdf-schema#label' },
    ],
    id: '#page',
    type: 'AnnotationPage',
    label: id,
    offset_unit: 'code point',
    startIndex: 0,
  });
  return `${head.slice(0, -1)},"items":[${items.map((item) => `\n${jsonText(item)}`).join(',')}\n]}\n`;
}

/** The offset, or the one after it where it would part a surrogate pair. */
function whole(text: string, offset: number): number {
  const isInside = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  return isInside ? offset + 1 : offset;
}
