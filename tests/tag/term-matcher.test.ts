import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForm, TermMatcher } from '../../src/tag/term-matcher.ts';

/** Marked text as a text and the spans of its citation marks. */
function marked(text: string) {
  const start: number[] = [];
  const end: number[] = [];
  let plain = '';
  for (const unit of text) {
    if (unit === '«') start.push(plain.length);
    else if (unit === '»') end.push(plain.length);
    else plain += unit;
  }
  return { text: plain, marks: { start: Uint32Array.from(start), end: Uint32Array.from(end) } };
}

/** What the matcher finds in a text with «marks»: the slices, in order. */
function find(forms: string[], text: string, ignoreCase = false): string[] {
  const folded = [...new Set(forms.map((form) => foldForm(form, undefined, ignoreCase)))];
  const { text: plain, marks } = marked(text);
  const found = new TermMatcher(folded, ignoreCase).find(plain, marks);
  return Array.from({ length: found.length }, (_, i) => plain.slice(found.start[i], found.end[i]));
}

describe('the term matcher', () => {
  it('finds forms inside and across each other, by start and then longest first', () => {
    expect(find(['举国体制', '新型举国体制', '体制', '新型举国'], '健全新型举国体制')).toEqual([
      '新型举国体制',
      '新型举国',
      '举国体制',
      '体制',
    ]);
    expect(find(['一一'], '一一一一')).toEqual(['一一', '一一', '一一']);
  });

  it('finds the same as a search for each form by itself', () => {
    const word = fc.string({ unit: fc.constantFrom('中', '国', '人', '𠀀', 'a'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('中', '国', '人', '𠀀', 'a', '，', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), text, (forms, text) => {
        const found = new TermMatcher(forms).find(text);
        const rows = Array.from({ length: found.length }, (_, i) => [
          found.start[i]!,
          found.end[i]!,
          forms[found.form[i]!]!,
        ]);
        const expected: [number, number, string][] = [];
        for (const form of forms) {
          for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
            const end = at + form.length;
            const inWord = (form.startsWith('a') && text[at - 1] === 'a') || (form.endsWith('a') && text[end] === 'a');
            if (!inWord) expected.push([at, end, form]);
          }
        }
        expected.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
        expect(rows).toEqual(expected);
      }),
    );
  });

  it('finds in a text with marks what it finds in the text without them', () => {
    const text = fc.string({ unit: fc.constantFrom('中', '国', '人', '«[3]»', '«①»', '\n'), maxLength: 40 });
    const forms = ['中国', '国人', '中国人', '人人', '中'];
    fc.assert(
      fc.property(text, (text) => {
        const without = find(forms, text.replace(/«.*?»/g, ''));
        expect(find(forms, text).map((slice) => slice.replace(/\[3\]|①/g, ''))).toEqual(without);
      }),
    );
  });

  it('covers a citation mark inside a term, and not one beside it', () => {
    expect(find(['举国体制', '体制'], '«[1]»举国«[3]»«[4]»体制«[5]»')).toEqual(['举国[3][4]体制', '体制']);
  });

  it('passes over the spaces that came with a mark', () => {
    expect(find(['举国体制'], '举国 «[3]»体制，举国«[4]» 体制')).toEqual(['举国 [3]体制', '举国[4] 体制']);
    expect(find(['AI', 'GDP2020'], 'A«[3]»I, GDP«[3]»2020')).toEqual([]);
  });

  it('does not find a term across a line feed', () => {
    expect(find(['举国体制'], '举国\n体制')).toEqual([]);
    expect(find(['Belt and Road'], 'Belt and\nRoad')).toEqual([]);
  });

  it('takes one space in a term for one or more in the text', () => {
    expect(find(['Belt  and Road'], 'the Belt and   Road Initiative, BeltandRoad')).toEqual(['Belt and   Road']);
    expect(find(['Belt and Road'], 'Belt «[2]» and\u3000Road')).toEqual(['Belt [2] and\u3000Road']);
  });

  it('makes no difference of a space between Han and Latin', () => {
    expect(find(['5G网络'], '建设5G 网络，5G  网络和5G网络')).toEqual(['5G 网络', '5G  网络', '5G网络']);
    expect(find(['5G 网络', '网络'], '5G网络')).toEqual(['5G网络', '网络']);
    expect(find(['一带一路'], '一带 一路')).toEqual([]);
  });

  it('does not find a Latin term inside a longer word or number', () => {
    expect(find(['AI', '5G', 'PM', '12345'], 'MAIN AI赋能, AIGC, 3.5G, 15G, PM2.5, 5G, 热线12345。012345')).toEqual([
      'AI',
      '5G',
      '12345',
    ]);
    expect(find(['2.0'], '2.0.1 12.0 2.0版')).toEqual(['2.0']);
  });

  it('keeps upper and lower case apart unless told not to', () => {
    expect(find(['WHO'], 'who WHO')).toEqual(['WHO']);
    expect(find(['WHO', 'gdp'], 'who WHO GDP', true)).toEqual(['who', 'WHO', 'GDP']);
  });

  it('finds the thousands of forms of a large list', () => {
    const forms = Array.from({ length: 5000 }, (_, i) =>
      String.fromCharCode(0x4e00 + (i % 97), 0x4e00 + i, 0x5000 + (i % 31)),
    );
    expect(find(forms, forms.join('，'))).toEqual(forms);
  });
});

describe('a listed form', () => {
  it('is normalised like the text and loses the spaces around it', () => {
    expect(foldForm(' 舉國體制 ', (form) => form.replace('舉國體制', '举国体制'))).toBe('举国体制');
    expect(foldForm('Belt\u3000 and Road')).toBe('Belt and Road');
    expect(foldForm('“十四五” 规划 GDP 目标')).toBe('“十四五” 规划GDP目标');
  });
});
