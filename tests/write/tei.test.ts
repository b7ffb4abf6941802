import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DescribedDocument } from '../../src/model/document.ts';
import { teiText } from '../../src/write/tei.ts';
import { txmText } from '../../src/write/txm.ts';
import { annotatedDocument, anyDocument, termList, utf8 } from './annotated-document.ts';

const tei = (document: DescribedDocument) => utf8(teiText(document, termList, ['year', '备注'], '1.2.3'));
const xml = (text: string) => load(text, { xml: true });
/** What XML can hold of a text. */
const held = (text: string) => utf8(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** What TEI P5 lets stand in each element that we write; text where `#` is among it. */
const content: Readonly<Record<string, string>> = {
  TEI: 'teiHeader text standOff',
  text: 'body',
  body: 'head div p ab list note',
  div: 'head div p ab list note',
  list: 'item',
  head: 's #',
  p: 's #',
  ab: 's #',
  item: 's #',
  note: 's #',
  s: 'w pc term ref pb #',
  term: 'w pc term ref pb #',
  w: '#',
  pc: '#',
  ref: '#',
  pb: '',
  standOff: 'spanGrp',
  spanGrp: 'span',
  span: '#',
};

describe('TEI', () => {
  test('has each element where it may be, and the text of each block between its tags', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const $ = xml(tei(document));
        for (const element of $('text, text *, standOff, standOff *').toArray()) {
          const parent = (element.parent as { name?: string } | null)?.name ?? '';
          expect(content[parent]?.split(' '), `${element.name} in ${parent}`).toContain(element.name);
        }
        // After a division there is nothing but divisions.
        expect($('div + :not(div)').length).toBe(0);
        const blocks = $('head, p:not(publicationStmt p), ab, item, body note')
          .toArray()
          .map((block) => $(block).text());
        const own = document.blocks.map(({ start, end }) => held(document.text.slice(start, end)));
        const filled = own.filter((text) => /\P{White_Space}/u.test(text));
        expect(filled.length === 0 ? [''] : filled).toEqual(blocks);
        const ids = $('[xml\\:id]')
          .toArray()
          .map((element) => $(element).attr('xml:id')!);
        expect(new Set(ids).size).toBe(ids.length);
        for (const name of ['from', 'to', 'ref', 'ana']) {
          for (const element of $(`[${name}]`).toArray()) expect(ids).toContain($(element).attr(name)!.slice(1));
        }
        expect($('term, spanGrp[type=term] > span').length).toBe(document.terms.start.length);
      }),
      { numRuns: 200 },
    );
  });

  test('headings open divisions by their levels', () => {
    const base = annotatedDocument(
      { kind: 'title', text: '科技' },
      '坚持',
      { kind: 'heading', text: '改革' },
      { kind: 'list', text: '企业' },
      { kind: 'list', text: '创新' },
      { kind: 'heading', text: '举国' },
      '体制',
    );
    const document = {
      ...base,
      blocks: base.blocks.map((block) => ({ ...block, level: block.kind === 'heading' ? 1 : 0 })),
    };
    const $ = xml(tei(document));
    const shape = (element: Parameters<typeof $>[0]): string =>
      $(element as never)
        .children(':not(s)')
        .toArray()
        .map((child) => `${child.name}${child.name === 'head' ? '' : `(${shape(child as never)})`}`)
        .join(' ');
    expect(shape('body' as never)).toBe('head p() div(head list(item() item())) div(head p())');
  });

  test('a page begins before the word it begins with', () => {
    const base = annotatedDocument('坚持科技创新');
    const document = { ...base, raw: '坚持\f科技创新' };
    const map = { source: Int32Array.of(0, 2, 3, 7), target: Int32Array.of(0, 2, 2, 6), kept: Uint8Array.of(1, 0, 1) };
    const blocks = document.blocks.map((block) => ({ ...block, page: 3, rawEnd: 7 }));
    expect(tei({ ...document, map, blocks })).toMatch(/<s n="1"><pb n="3"\/><w [^>]*>坚持<\/w><pb n="4"\/><term/);
  });

  test.skipIf(!hasXmllint)('is well-formed for libxml2, as are the files for TXM (needs xmllint)', () => {
    for (const document of fc.sample(anyDocument, { numRuns: 25, seed: 1 })) {
      for (const input of [tei(document), utf8(txmText(document, termList))]) {
        const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input });
        expect(`${status} ${stderr}`).toBe('0 ');
      }
    }
  });

  test('the words of a file for TXM are the text, each with the longest term over it', () => {
    const $ = xml(txmText(annotatedDocument('坚持新型举国体制。'), termList));
    const words = $('w')
      .toArray()
      .map((word) => `${$(word).text()}/${$(word).attr('term')}/${$(word).attr('place')}`);
    expect(words).toEqual(['坚持//', '新型/新型举国体制/B', '举国/新型举国体制/I', '体制/新型举国体制/I', '。//']);
  });
});
