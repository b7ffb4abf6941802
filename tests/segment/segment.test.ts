import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentedDocument } from '../../src/model/document.ts';
import { createSegment } from '../../src/segment/segment.ts';
import { checkDocument } from '../check-document.ts';
import { cleanDocument } from '../clean-document.ts';
import { toyEngine } from '../toy-engine.ts';

const words =
  '新型举国体制 举国 体制 中国 共产 共产党 中国共产党/nt 发展 国家 发展中国家 人民 经济 建设/v AI 广东/ns 广东省/ns 省 加强/v';
const segment = createSegment(toyEngine(words), { policyTokens: false });

const forms = ({ text, tokens }: SegmentedDocument) =>
  Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i]));

/** The text with a bar at each fine end. */
const bars = ({ text, fineEnds }: SegmentedDocument) => {
  const at = new Set(fineEnds);
  return (
    [...text].reduce((line, unit, i) => `${line}${at.has(i) ? '|' : ''}${unit}`, '') + (at.has(text.length) ? '|' : '')
  );
};

describe('segment', () => {
  it('makes a token of each word and of nothing else', () => {
    const doc = segment.run(cleanDocument('加强 经济、建设①，2023年AI（中国）²。'));
    checkDocument(doc);
    expect(forms(doc).join(' ')).toBe('加强 经济 建设 2 0 2 3 年 AI 中国');
  });

  it('gives each type one form and one tag, in order of first sight in the document, whatever came before', () => {
    const fresh = createSegment(toyEngine(words));
    const doc = cleanDocument('经济建设', '中国共产党加强经济');
    const alone = fresh.run(doc);
    fresh.run(cleanDocument('加强人民建设广东省'));
    const after = fresh.run(doc);
    expect(after).toEqual(alone);
    expect(after.tokens.types).toEqual(['经济', '建设', '中国共产党', '加强']);
    expect([...after.tokens.tag].map((tag) => after.tokens.tags[tag])).toEqual(['n', 'v', 'nt', 'v']);
    expect([...after.tokens.type]).toEqual([0, 1, 2, 3, 0]);
  });

  it('reads a word across a citation mark, and gives the mark no token', () => {
    const doc = segment.run(cleanDocument('新型举国«[3]»体制«[12]»建设', '«①»经济«²»'));
    checkDocument(doc);
    expect(doc.tokens.types).toEqual(['新型举国体制', '建设', '经济']);
    expect(forms(doc)).toEqual(['新型举国[3]体制', '建设', '经济']);
  });

  it('lets a term begin and end on either side of a citation mark, but not inside it', () => {
    const doc = segment.run(cleanDocument('新型举国«[3]»体制«[12]»建设'));
    expect(bars(doc)).toBe('|新|型|举国|[3]|体制|[12]|建设|');
    expect(bars(segment.run(cleanDocument('经«[3]»济')))).toBe('|经[3]济|');
  });

  it('does not make one word of the letters and digits around a citation mark', () => {
    const doc = segment.run(cleanDocument('A«[3]»I建设'));
    checkDocument(doc);
    expect(forms(doc)).toEqual(['A', 'I', '建设']);
  });

  it('counts no character that could not be read', () => {
    const doc = segment.run(cleanDocument('中\ue000国(cid:12)经济（cid：7）\ufffd建设\ud800加\u{10fffd}强cid'));
    checkDocument(doc);
    expect(forms(doc)).toEqual(['中', '国', '经济', '建设', '加', '强', 'c', 'i', 'd']);
  });

  it('leaves furniture out and keeps words inside their block', () => {
    const doc = cleanDocument('中', '国');
    const furniture = { ...doc.blocks[0]!, kind: 'furniture' as const, start: 0, end: 0, rawEnd: 0 };
    const result = segment.run({ ...doc, blocks: [furniture, ...doc.blocks] });
    checkDocument(result);
    expect(forms(result)).toEqual(['中', '国']);
  });

  it('lets a term begin and end at every mark between words', () => {
    expect(bars(segment.run(cleanDocument('“中国”——  经济')))).toBe('|“|中国|”|—|—| | |经济|');
  });

  it('names its engine and what else decided', () => {
    expect(segment.settings).toEqual({ engine: 'toy', version: '1', policy_tokens: false, units: 'apart' });
  });

  it('keeps the laws of documents on any text', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        ...'中国共产党发展经济建设广东省 ，。！？…“”（）《》()"..1aA①[]\t　\u0000\ue000\ufffd',
        '\ud83d',
        '\ude00',
        '😀',
        '(cid:3)',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const line = fc
      .array(
        fc.oneof({ weight: 9, arbitrary: unit }, { weight: 1, arbitrary: fc.constantFrom('«[3]»', '«①»', '«1»') }),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((parts) => parts.join('').replaceAll('\n', ''))
      .filter((text) => text.replaceAll(/[«»]/g, '') !== '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        checkDocument(segment.run(cleanDocument(...lines)));
      }),
      { numRuns: 500 },
    );
  });
});
