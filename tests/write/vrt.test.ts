import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockKinds } from '../../src/model/document.ts';
import { vrtFiles, vrtText } from '../../src/write/vrt.ts';
import { annotatedDocument, anyDocument, termList, utf8 } from './annotated-document.ts';
import { declaredRegions, readVrt } from './vrt-rules.ts';

const metadata = ['year', '年份', 'id', 'Title'];
const script = vrtFiles(metadata).find(({ path }) => path === 'encode.sh')!.text;
const declared = declaredRegions(script);
const written = (document: Parameters<typeof vrtText>[0]) =>
  utf8(vrtText(document, termList, metadata, [...blockKinds]));

describe('verticalised text', () => {
  test('keeps the rules of cwb-encode and loses no sign but white space, whatever the text is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const words = readVrt(written(document), 4, declared);
        const expected = utf8(document.text).replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd');
        expect(words.map(({ cells }) => cells[0]!.replace(/ /g, '')).join('')).toBe(
          expected.replace(/\p{White_Space}/gu, ''),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a term inside another is a region of the next name, and so is one across another', () => {
    const words = readVrt(written(annotatedDocument('坚持新型举国体制改革')), 4, declared);
    const terms = (form: string) =>
      words
        .find(({ cells }) => cells[0] === form)!
        .regions.filter((region) => region.startsWith('<term'))
        .map((region) => region.replace(/" category=.*/, ''));
    expect(terms('新型')).toEqual(['<term name="新型举国体制']);
    expect(terms('举国')).toEqual(['<term name="新型举国体制', '<term1 name="举国体制']);
    expect(terms('体制')).toEqual(['<term name="新型举国体制', '<term1 name="举国体制', '<term2 name="体制改革']);
    expect(terms('改革')).toEqual(['<term2 name="体制改革']);
  });

  test('attributes have names that CWB takes, also where a column of the metadata has none', () => {
    expect(declared.get('text')).toEqual([
      ...['id', 'document', 'title', 'document_number', 'issuers', 'date', 'addressee', 'versions', 'attachments'],
      ...['keywords', 'abstract', 'year', 'meta11', 'meta12', 'meta13'],
    ]);
    const registry = vrtFiles(metadata).find(({ path }) => path === 'registry.txt')!.text;
    expect(registry).toContain('# text_meta11 is the column 年份\n');
    for (const [name, attributes] of declared) {
      for (const attribute of attributes) expect(registry).toContain(`STRUCTURE ${name}_${attribute}\n`);
    }
  });

  test('a text has an id as CQPweb wants it', () => {
    const document = { ...annotatedDocument('科技'), id: '2016/甲省 <报告>.txt' };
    expect(written(document)).toMatch(/^<text id="\w+" document="2016\/甲省 &lt;报告&gt;\.txt" /);
  });
});
