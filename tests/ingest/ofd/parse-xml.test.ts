import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OfdElement } from '../../../src/ingest/ofd/ofd-element.ts';
import { parseXml } from '../../../src/ingest/ofd/parse-xml.ts';
import { describeWithData } from '../../shared-data.ts';

const reference = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
});

type Parsed = Record<string, unknown>;

/** The tree as another parser gives it. */
function referenceTree(markup: string): Plain {
  const shape = (tag: Parsed): Plain => {
    const name = Object.keys(tag).find((key) => key !== ':@')!;
    const inner = tag[name] as Parsed[];
    return {
      name,
      attributes: { ...(tag[':@'] as Record<string, string>) },
      children: inner.filter((child) => child['#text'] === undefined).map(shape),
      text: inner.map((child) => child['#text'] ?? '').join(''),
    };
  };
  return shape((reference.parse(markup) as Parsed[]).find((tag) => tag['#text'] === undefined)!);
}

interface Plain {
  name: string;
  attributes: Record<string, string>;
  children: Plain[];
  text: string;
}

/** The tree without what is not compared. */
const plain = ({ name, attributes, children, text }: OfdElement): Plain => ({
  name,
  attributes: { ...attributes },
  children: children.map(plain),
  text,
});

const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
const word = fc.stringMatching(/^[a-zA-Z文件][a-zA-Z0-9._文-]{0,6}$/);
const text = fc.string({
  unit: fc.constantFrom('甲', '𫜰', 'a', ' ', '\n', '&', '<', '>', '"', "'", ']'),
  maxLength: 8,
});
const tree = fc.letrec<{ element: Plain; children: Plain[] }>((tie) => ({
  element: fc.record({
    name: word,
    attributes: fc.dictionary(
      word,
      text.map((value) => value.replaceAll('\n', '')),
      { maxKeys: 3, noNullPrototype: true },
    ),
    children: tie('children'),
    text,
  }),
  children: fc.oneof({ depthSize: 'small' }, fc.constant<Plain[]>([]), fc.array(tie('element'), { maxLength: 3 })),
})).element;
const written = ({ name, attributes, children, text }: Plain): string =>
  `<x:${name}${Object.entries(attributes)
    .map(([key, value]) => ` y:${key} = "${escaped(value)}"`)
    .join('')}>${escaped(text)}<!-- <z> -->${children.map(written).join('')}</x:${name} >`;

describe('the tree of a part', () => {
  it('is what was written', () => {
    fc.assert(
      fc.property(tree, (whole) => {
        const markup = `\ufeff<?xml version="1.0"?>\n${written(whole)}\n`;
        expect(plain(parseXml(Buffer.from(markup)))).toEqual(whole);
        expect(plain(parseXml(Buffer.from(`\ufeff${markup.slice(1)}`, 'utf16le')))).toEqual(whole);
      }),
    );
  });

  it('is that of its declared encoding', () => {
    const chinese = Buffer.from('3c613ecdbcd6aa3c2f613e', 'hex');
    const declared = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?>'), chinese]);
    expect(parseXml(declared).text).toBe('图知');
  });

  it.each([
    '',
    'a',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '</a>',
    '<a b/>',
    '<a b=c/>',
    '<a b="c/>',
    '<a',
    '<>',
    '<a><!-- </a>',
    '<!DOCTYPE a><a/>',
    '<a><![CDATA[</a>',
    '<a>'.repeat(101) + '</a>'.repeat(101),
  ])('%s has none', (markup) => {
    expect(() => parseXml(Buffer.from(markup))).toThrow(Error);
  });

  it('of a part with its end cut off is refused at every place', () => {
    const markup = Buffer.from('<?xml version="1.0"?><ofd:a b="c"><!-- d --><e f=\'g\'/>图<h>&lt;</h></ofd:a>');
    for (let end = 0; end < markup.length; end++) expect(() => parseXml(markup.subarray(0, end))).toThrow(Error);
    expect(parseXml(markup).children.map(({ name }) => name)).toEqual(['e', 'h']);
  });
});

describeWithData('the parts of real files', (data) => {
  const folder = join(data, 'office/ofd');
  it.each(readdirSync(folder))('of %s have the tree that another parser finds', (name) => {
    const parts = unzipSync(readFileSync(join(folder, name)), { filter: ({ name: part }) => part.endsWith('.xml') });
    for (const part of Object.values(parts)) {
      if (part.length > 0) expect(plain(parseXml(part))).toEqual(referenceTree(Buffer.from(part).toString()));
    }
  });
});
