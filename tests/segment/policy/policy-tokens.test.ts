import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cut, Engine } from '../../../src/model/engine.ts';
import { createJiebaEngine } from '../../../src/segment/engine/jieba-engine.ts';
import { createLatticeEngine } from '../../../src/segment/engine/lattice-engine.ts';
import { type PolicyTokenSettings, withPolicyTokens } from '../../../src/segment/policy/policy-tokens.ts';
import { createSegment } from '../../../src/segment/segment.ts';
import { cleanDocument } from '../../clean-document.ts';
import { dictionary } from '../../dictionary.ts';
import { describeWithData } from '../../shared-data.ts';

const lattice = createLatticeEngine(dictionary);
const jieba = createJiebaEngine(dictionary);
const engines: readonly [string, Engine][] = [
  ['lattice', lattice],
  ['jieba', jieba],
];

function words(engine: Engine, text: string): string[] {
  const { length, end } = engine.cut(text);
  return Array.from({ length }, (_, i) => text.slice(i === 0 ? 0 : end[i - 1], end[i]));
}

/** An engine that gives one cut of one text, its words parted by `|`. */
function fixedEngine(marked: string): Engine {
  let at = 0;
  const forms = marked.split('|');
  const end = Uint32Array.from(forms, (form) => {
    at += form.length;
    return at;
  });
  const form = Uint32Array.from(forms, (form) => lattice.id(form));
  return { ...lattice, cut: () => ({ length: forms.length, end, form }) };
}

const bars = (marked: string, units: PolicyTokenSettings['units'] = 'apart', listed: readonly string[] = []) =>
  words(withPolicyTokens(fixedEngine(marked), { units }, listed), marked.replaceAll('|', '')).join('|');

describe('policy tokens', () => {
  it.each([
    ['separators and decimals', '共|1|,|234|.|5|万元', '共|1,234.5万|元'],
    ['full-width forms', '１|，|２|３４|人', '１，２３４|人'],
    ['percent signs', '增长|3|%|，|0|.|5|‰', '增长|3%|，|0.5‰'],
    ['ranges', '增长|3|%|—|5%|，|2021|—|2025|年', '增长|3%—5%|，|2021—2025|年'],
    ['fractions, times and dates in digits', '1|/|3|，|14|:|30|，|2023|-|05|-|01', '1/3|，|14:30|，|2023-05-01'],
    ['万 and 亿', '5000|万元|，|30|亿|立方米|，|2|万亿|美元', '5000万|元|，|30亿|立方米|，|2万亿|美元'],
    ['about so many', '20|多万|人|，|40|多年', '20多万|人|，|40多|年'],
    ['years and what comes after', '2035|年底|，|3|月份|，|90|年代', '2035|年|底|，|3|月份|，|90|年代'],
    ['Chinese numbers', '二|〇|二五年|底|，|三十|二万辆', '二〇二五|年|底|，|三十二万|辆'],
    ['ordinals', '第|5|号|，|第十|三|条', '第5|号|，|第十三|条'],
    ['shares', '百分之|三十|五|，|五分|之二', '百分之三十五|，|五分之二'],
    ['plans and congresses', '“|十|四五|”|规划|，|党|的|二十|大', '“|十四五|”|规划|，|党|的|二十大'],
    ['names with a number in quotation marks', '“|四个|全面|”|和|“|1|+|N|”', '“|四个全面|”|和|“|1+N|”'],
    ['letters and digits', '5|G|和|COVID|-|19|，|PM|2|.|5', '5G|和|COVID-19|，|PM2.5'],
    ['shares on a market', 'A|股|市场', 'A股|市场'],
    ['measures in letters', '20mm|，|1|.|3L', '20|mm|，|1.3|L'],
    ['a year after letters', 'GDP2020|年', 'GDP|2020|年'],
    ['numbers of documents', '根据|国|发|〔|2021|〕|5|号|文件', '根据|国发〔2021〕5号|文件'],
  ])('gives %s their form, whatever the engine cut', (_, cut, expected) => {
    expect(bars(cut)).toBe(expected);
  });

  it.each([
    ['the dot of an item', '1.|加快', '1|.|加快'],
    ['a year after it', '1.2020|年', '1|.|2020|年'],
    ['the label of an annex', '附件|1|：|10|项', '附件|1|：|10|项'],
    ['measures that begin like 千 and 百', '3|千瓦|，|5|百分点', '3|千瓦|，|5|百分点'],
  ])('takes no number for more than it is: %s', (_, cut, expected) => {
    expect(bars(cut)).toBe(expected);
  });

  it.each([
    '千万|不要',
    '万一',
    '一个|人',
    '三三两两',
    '二十四节气',
    '星期一|二十|人',
    '五十|三峡',
    '卡拉|OK',
    'A|股份',
    'T恤',
    '十二|大|类',
  ])('leaves %s as the engine has it', (cut) => expect(bars(cut)).toBe(cut));

  it('joins a number and its unit if asked to', () => {
    expect(bars('2035|年底|，|5000|万元|，|30|亿|立方米|，|3|个', 'glued')).toBe(
      '2035年|底|，|5000万元|，|30亿立方米|，|3|个',
    );
    expect(bars('2023|年|5|月|1|日', 'glued')).toBe('2023年|5月|1日');
    expect(bars('三|公里|，|三十|二|公里', 'glued')).toBe('三公里|，|三十二公里');
  });

  it('neither parts nor joins a listed word', () => {
    expect(bars('5000|万元|投资', 'apart', ['万元'])).toBe('5000|万元|投资');
    expect(bars('“|四个|全面|”', 'apart', ['全面'])).toBe('“|四个|全面|”');
    expect(bars('2035年|底', 'apart', ['2035年'])).toBe('2035年|底');
    expect(bars('2035|年', 'glued', ['年'])).toBe('2035|年');
  });

  it('tags what it makes', () => {
    const tag = (form: string) => withPolicyTokens(lattice, { units: 'apart' }).tag(lattice.id(form));
    const of = (forms: string) =>
      forms
        .split(' ')
        .map((form) => `${form}/${tag(form)}`)
        .join(' ');
    expect(
      of(
        '1,234.5 3%—5% 5000万元 二〇〇八 百分之三十五 2035年 2023-05-01 5月 5G PM2.5 国发〔2021〕5号 经济 A股 十大 二十大',
      ),
    ).toBe(
      '1,234.5/m 3%—5%/m 5000万元/m 二〇〇八/m 百分之三十五/m 2035年/t 2023-05-01/t 5月/t 5G/eng PM2.5/eng 国发〔2021〕5号/nz 经济/n A股/eng 十大/j 二十大/nz',
    );
  });

  it('is off if told so, and the words are the engine’s', () => {
    const text = '增长3%—5%，2021—2025年，“十四五”规划，国发〔2021〕5号';
    const on = createSegment(lattice).run(cleanDocument(text));
    const off = createSegment(lattice, { policyTokens: false }).run(cleanDocument(text));
    const bare = words(lattice, text).filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(Array.from(off.tokens.type, (type) => off.tokens.types[type])).toEqual(bare);
    expect(Array.from(on.tokens.type, (type) => on.tokens.types[type])).toEqual([
      '增长',
      '3%—5%',
      '2021—2025',
      '年',
      '十四五',
      '规划',
      '国发〔2021〕5号',
    ]);
  });

  it('keeps the places where a term inside may begin and end', () => {
    const text = '“四个全面”，5000万元，30亿立方米，国发〔2021〕5号';
    const { fineEnds } = createSegment(lattice, { units: 'glued' }).run(cleanDocument(text));
    for (const term of ['全面', '万元', '立方', '立方米', '国发', '5000万元']) {
      expect(fineEnds).toContain(text.indexOf(term));
      expect(fineEnds).toContain(text.indexOf(term) + term.length);
    }
  });

  const unit = fc.constantFrom(
    ...'一二三十百千万亿两〇第几数多余分之点年月日号时元个条大届0123456789０１２％%‰.．,，:：/-—～~·+&ABGGDPmＧ股元底份初“”「」〔〕（）[]国发经济建设中的根据 \n',
    '2021',
    '年代',
    '万元',
    '亿元',
    '国办发',
    '百分之',
    '十四五',
    '四个全面',
    '😀',
    '\ud83d',
  );
  const text = fc.array(unit, { minLength: 1, maxLength: 30 }).map((units) => units.join(''));
  const listed = [
    '万元',
    '四个',
    '全面',
    '十四五规划',
    '5G',
    '2021年',
    'A股',
    '第一个',
    '三十',
    '国发',
    '亿元',
    '年底',
  ];

  describe.each(engines)('over %s', (_, engine) => {
    it.each(['apart', 'glued'] as const)(
      'cover the text with words that are their own forms, and a second time change nothing (%s)',
      (units) => {
        const once = withPolicyTokens(engine, { units });
        const twice = withPolicyTokens(once, { units });
        fc.assert(
          fc.property(text, (text) => {
            const { length, end, form } = once.cut(text);
            let at = 0;
            for (let i = 0; i < length; i++) {
              expect(end[i]).toBeGreaterThan(at);
              expect(once.form(form[i]!)).toBe(text.slice(at, end[i]));
              at = end[i]!;
            }
            expect(at).toBe(text.length);
            expect(words(twice, text)).toEqual(words(once, text));
          }),
          { numRuns: 3000 },
        );
      },
    );

    it('keep every listed word that the engine found', () => {
      const own = engine === lattice ? createLatticeEngine(dictionary, listed) : createJiebaEngine(dictionary, listed);
      const once = withPolicyTokens(own, { units: 'glued' }, listed);
      const found = (cut: Cut) => {
        const spans: string[] = [];
        for (let i = 0; i < cut.length; i++) {
          const form = own.form(cut.form[i]!);
          if (listed.includes(form)) spans.push(`${form} ${cut.end[i]}`);
        }
        return spans;
      };
      fc.assert(
        fc.property(text, (text) => {
          const before = found(own.cut(text));
          const after = new Set(found(once.cut(text)));
          for (const span of before) expect(after).toContain(span);
        }),
        { numRuns: 3000 },
      );
    });
  });
});

describeWithData('policy tokens on official reports', (data) => {
  it('are the same over both engines, but for what lies around them', () => {
    const folder = join(data, 'reports', 'central');
    const file = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .at(-1)!;
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const numbers = (engine: Engine) => {
      const once = withPolicyTokens(engine, { units: 'apart' });
      return lines.flatMap((line) => words(once, line).filter((word) => /\d/.test(word)));
    };
    expect(numbers(lattice).length).toBeGreaterThan(100);
    expect(numbers(jieba)).toEqual(numbers(lattice));
  });
});
