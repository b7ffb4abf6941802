import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanDocument } from '../../src/model/document.ts';
import { createNormalise } from '../../src/normalise/normalise.ts';
import { toSource } from '../../src/text/offset-map.ts';
import { checkDocument } from '../check-document.ts';
import { cleanDocument } from '../clean-document.ts';
import { expectLawful } from '../text/map-laws.ts';

const normalise = createNormalise();
const blockTexts = (document: CleanDocument) =>
  document.blocks.map(({ start, end }) => document.text.slice(start, end));

describe('the normalise stage', () => {
  it('gives the same document back where there is nothing to do', () => {
    const document = cleanDocument('国务院办公厅关于印发规划的通知', '各省、自治区、直辖市人民政府：');
    expect(normalise.run(document)).toBe(document);
  });

  it('rewrites widths, marks and characters of every block', () => {
    const document = cleanDocument(
      { kind: 'title', text: '行政院關於２０１５年經濟發展的通知' },
      '隨著經濟發展,「產業升級」(含農業)增長４．５％。',
      { kind: 'reference', text: '［1］張三,李四.改革[J].2015(3):1-5.' },
    );
    const made = normalise.run(document);
    expect(blockTexts(made)).toEqual([
      '行政院关于2015年经济发展的通知',
      '随着经济发展，“产业升级”（含农业）增长4.5%。',
      '[1]张三,李四.改革[J].2015(3):1-5.',
    ]);
    checkDocument(made);
  });

  it('leads the text back to the raw text', () => {
    const document = cleanDocument('一、總則', '隨著經濟發展,「產業升級」(含農業)');
    const made = normalise.run(document);
    const raw = (part: string) => {
      const start = made.text.indexOf(part);
      const span = toSource(made.map, { start, end: start + part.length });
      return made.raw.slice(span.start, span.end);
    };
    expect(raw('产业升级')).toBe('產業升級');
    expect(raw('经济发展，')).toBe('經濟發展,');
    expect(raw('（含农业）')).toBe('(含農業)');
  });

  it('carries citation marks', () => {
    const made = normalise.run(cleanDocument('舉國體制«［１２］»,發展«①»。', '關於«[3]»'));
    const { start, end } = made.citations;
    expect(Array.from(start, (from, i) => made.text.slice(from, end[i]))).toEqual(['[12]', '①', '[3]']);
    expect(made.text).toBe('举国体制[12]，发展①。\n关于[3]');
  });

  it('says what it decided, with the numbers it decided by', () => {
    const decided = (text: string) =>
      normalise
        .run(cleanDocument(text))
        .messages.filter(({ rule }) => rule === 'normalise/variant')
        .map(({ rule, values }) => [rule, values]);
    expect(decided('關於發展的通知')).toEqual([['normalise/variant', { variant: 't', traditional: 2, simplified: 0 }]]);
    expect(decided('关于发展的意见，原文作「關於」')).toEqual([
      ['normalise/variant', { traditional: 1, simplified: 3 }],
    ]);
    expect(decided('关于发展的意见')).toEqual([]);
  });

  it('lists ambiguous conversions with their first place in the raw text', () => {
    const made = normalise.run(cleanDocument('關於乾燥的發展，於是「乾」'));
    const told = made.messages.filter(({ rule }) => rule === 'normalise/ambiguous-conversion');
    expect(told.map(({ values, span }) => [values, made.raw.slice(span!.start, span!.end)])).toEqual([
      [{ character: '於', count: 2, result: '于', alternatives: '於' }, '於'],
      [{ character: '乾', count: 2, result: '干', alternatives: '乾' }, '乾'],
    ]);
  });

  it('lists no more than twenty of them, and counts the rest', () => {
    const many = '瞭逕鍊麼乾噁藉覆沈祕濛蒐剋鍾氾昇徵釐甦扞於鉅脩劄畫薹國國國國國'.split('').join('，');
    const { messages } = normalise.run(cleanDocument(many));
    expect(messages.filter(({ rule }) => rule === 'normalise/ambiguous-conversion').length).toBe(20);
    expect(messages.at(-1)).toMatchObject({ rule: 'normalise/ambiguous-conversion-more' });
  });

  it('does only what the settings say', () => {
    const document = cleanDocument('關於２０１５年,完');
    const run = (settings: Parameters<typeof createNormalise>[0]) => createNormalise(settings).run(document);
    expect(run({ variant: 'none', punctuation: false }).text).toBe('關於2015年,完');
    expect(run({ variant: 'none', widths: false }).text).toBe('關於２０１５年，完');
    expect(run({ variant: 'hk', widths: false, punctuation: false }).text).toBe('关于２０１５年,完');
    expect(run({ variant: 'none', widths: false, punctuation: false })).toBe(document);
    expect(createNormalise({ variant: 'tw' }).settings).toEqual({ variant: 'tw', widths: true, punctuation: true });
  });

  it('converts Simplified text only when it is told to', () => {
    const document = cleanDocument('乾县和乾隆年间的著作');
    expect(normalise.run(document)).toBe(document);
    expect(createNormalise({ variant: 't' }).run(document).text).toBe('干县和乾隆年间的著作');
  });

  const part = fc.constantFrom(
    '關於',
    '经济',
    '乾隆',
    '隨著',
    '２０１５年',
    '[3]',
    '《法》',
    '(一)',
    ',',
    '。',
    '「',
    '」',
    '"',
    ' ',
    'GDP',
    '3,000',
    '…',
    '—',
    '○',
    '國發[2015]12號',
    '\u{20bb7}',
  );
  const block = fc.array(part, { minLength: 1, maxLength: 10 }).map((parts) => parts.join('').trim() || '一');

  it('keeps blocks, their order and the way back in any document, and has nothing to do a second time', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (texts) => {
        const document = cleanDocument(...texts);
        const made = normalise.run(document);
        expect(made.blocks.length).toBe(document.blocks.length);
        expect(blockTexts(made).join('\n')).toBe(made.text);
        expectLawful(made.raw, made);
        expect(normalise.run({ ...made, messages: [] }).text).toBe(made.text);
        made.blocks.forEach((moved, i) => {
          expect(toSource(made.map, moved)).toEqual({ start: document.blocks[i]!.start, end: document.blocks[i]!.end });
        });
      }),
      { numRuns: 500 },
    );
  });
});
