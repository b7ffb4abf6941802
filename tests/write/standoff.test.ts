import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bratAnnotations, bratFiles, bratText } from '../../src/write/brat.ts';
import { standoffLine } from '../../src/write/standoff.ts';
import { webAnnotations } from '../../src/write/web-annotation.ts';
import { annotatedDocument, anyDocument, sliceOfPoints, termList, utf8 } from './annotated-document.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

const kinds = ['paragraph'] as const;

describe('JSON lines', () => {
  test('hold the text, and each part of it by its place in code points', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const line = utf8(standoffLine(document, termList, kinds));
        expect(line.trimEnd()).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        const read = JSON.parse(line);
        expect(read.text).toBe(utf8(document.text));
        expect(read.offset_unit).toBe('code point');
        const slices = (places: Place[]) => places.map(({ start, end }) => sliceOfPoints(read.text, start, end));
        const own = (layer: { start: Uint32Array; end: Uint32Array }) =>
          Array.from(layer.start, (start, i) => utf8(document.text.slice(start, layer.end[i])));
        const { tokens, sentences, terms, mentions, citations } = document;
        expect(slices(read.tokens)).toEqual(own(tokens));
        expect(slices(read.sentences)).toEqual(own(sentences));
        expect(slices(read.terms)).toEqual(own(terms));
        expect(slices(read.mentions)).toEqual(own(mentions));
        expect(slices(read.citations)).toEqual(own(citations));
        expect(slices(read.blocks).join('\n')).toBe(read.text);
        const forms = read.tokens.map(
          (token: Place & { form?: string }, i: number) => token.form ?? slices(read.tokens)[i],
        );
        expect(forms).toEqual(Array.from(tokens.type, (type) => utf8(tokens.types[type]!)));
      }),
      { numRuns: 150 },
    );
  });

  test('say of a term whether it lies within a longer one', () => {
    const { terms } = JSON.parse(standoffLine(annotatedDocument('𫜰地坚持新型举国体制'), termList, kinds));
    expect(terms).toEqual([
      { start: 0, end: 2, term: '𫜰地', category: '<地>', nested: false },
      { start: 4, end: 10, term: '新型举国体制', category: '体制', nested: false },
      { start: 6, end: 10, term: '举国体制', category: '体制/科技', nested: true },
    ]);
  });
});

describe('brat', () => {
  test('each annotation is on one line, and its form is the text at its place', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = utf8(bratText(document));
        const { start } = document.terms;
        const types = new Set(bratFiles(termList)[0]!.text.match(/^(?:Term|Category\d+)$/gm));
        const lines = utf8(bratAnnotations(document, termList)).split('\n').slice(0, -1);
        expect(lines.length).toBe(2 * start.length);
        for (const line of lines) {
          const entity = /^T\d+\t(\w+) (\d+) (\d+)\t(.+)$/.exec(line);
          if (entity === null) expect(line).toMatch(/^#\d+\tAnnotatorNotes T\d+\t.+$/);
          else {
            expect(types).toContain(entity[1]);
            expect(sliceOfPoints(text, Number(entity[2]), Number(entity[3]))).toBe(entity[4]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('web annotations', () => {
  test('say each place in code points and by its words and what stands around them', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = utf8(document.text);
        const page = JSON.parse(utf8(webAnnotations(document, termList, '../text/a.txt')));
        expect(page).toMatchObject({ type: 'AnnotationPage', offset_unit: 'code point' });
        expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
        expect(page.items.length).toBe(document.terms.start.length + document.mentions.start.length);
        expect(new Set(page.items.map(({ id }: { id: string }) => id)).size).toBe(page.items.length);
        for (const { type, body, target } of page.items) {
          expect(type).toBe('Annotation');
          expect(body.every((part: { type: string; value: string }) => part.type === 'TextualBody')).toBe(true);
          const [position, quote] = target.selector;
          expect(position.type).toBe('TextPositionSelector');
          expect(sliceOfPoints(text, position.start, position.end)).toBe(quote.exact);
          expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
        }
      }),
      { numRuns: 100 },
    );
  });
});
