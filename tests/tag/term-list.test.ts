import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../src/model/term.ts';
import { parseTermList } from '../../src/tag/term-list.ts';

const term = (name: string, more: Partial<Term> = {}): Term => ({
  term: name,
  category: '',
  variants: [],
  notIn: [],
  note: '',
  ...more,
});

/** Messages as `severity rule line found`. */
const told = (content: string, name = 'list.csv') =>
  parseTermList(content, name).messages.map(({ severity, rule, values }) =>
    [severity, rule, values?.line, values?.found ?? ''].join(' ').trim(),
  );

describe('a term list in comma separated values', () => {
  it('says the same with its cells in quotes and without', () => {
    const cell = fc.stringMatching(/^[甲乙a|； ]{0,4}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 })),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const list = (quote: string) =>
            [
              'term,category,variants,not_in,note',
              ...rows.map((row) => row.map((c) => quote + c + quote).join(',')),
            ].join(end);
          expect(parseTermList(list(''), 'list.csv')).toEqual(parseTermList(list('"'), 'list.csv'));
        },
      ),
    );
  });

  it('has its columns in any order, in English or Chinese, in either case', () => {
    const terms = [
      term('碳中和', {
        category: '生态/双碳',
        variants: ['碳达峰、碳中和', '双碳'],
        notIn: ['碳中和带'],
        note: '2020年提出',
      }),
      term('自立自强'),
    ];
    const english =
      'Note,TERM,not_in,variants,category\n2020年提出,碳中和,碳中和带,碳达峰、碳中和|双碳,生态/双碳\n,自立自强\n';
    const chinese =
      '类别,术语,异形,备注,排除\n生态／双碳,碳中和,碳达峰、碳中和；双碳,2020年提出,碳中和带\n,自立自强,,,\n';
    expect(parseTermList(english, 'a.csv')).toEqual({ name: 'a.csv', terms, lines: [2, 3], messages: [] });
    expect(parseTermList(chinese, 'a.csv')).toEqual({ name: 'a.csv', terms, lines: [2, 3], messages: [] });
  });

  it('may be parted by tabs, semicolons or full-width commas', () => {
    const terms = [term('碳中和', { category: '生态' })];
    for (const mark of ['\t', ';', '，']) {
      expect(parseTermList(`term${mark}category\n碳中和${mark}生态\n`, 'a.tsv').terms).toEqual(terms);
    }
  });

  it('may be a plain list, one term a line, with any line ends and a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { terms, lines, messages } = parseTermList(`\ufeff 举国体制 ${end}${end}\u3000碳中和${end}`, 'terms.txt');
      expect(terms.map((entry) => entry.term)).toEqual(['举国体制', '碳中和']);
      expect(lines).toEqual([1, 3]);
      expect(messages).toEqual([]);
    }
    expect(parseTermList('术语\n举国体制', 'terms.txt').terms).toEqual([term('举国体制')]);
  });

  it('without a header takes the columns in their usual order and says so', () => {
    expect(parseTermList('碳中和,生态,双碳\n', 'a.csv').terms).toEqual([
      term('碳中和', { category: '生态', variants: ['双碳'] }),
    ]);
    expect(told('碳中和,生态,双碳\n')).toEqual(['warning tag/no-header 1']);
  });

  it('keeps terms of one character and of letters and digits as they are written', () => {
    expect(parseTermList('税\n012\n1.0\nBelt  and Road\n𠀀\n', 'a.txt').terms.map((entry) => entry.term)).toEqual([
      '税',
      '012',
      '1.0',
      'Belt and Road',
      '𠀀',
    ]);
  });

  it('refuses what can be no term, and uses the rest', () => {
    const content = `term,category\n碳中和,a\n,b\n……,c\n${'长'.repeat(101)},d\n双碳,e\n`;
    expect(parseTermList(content, 'a.csv').terms.map((entry) => entry.term)).toEqual(['碳中和', '双碳']);
    expect(told(content)).toEqual([
      'error tag/bad-term 3',
      'error tag/bad-term 4 ……',
      `error tag/bad-term 5 ${'长'.repeat(40)}…`,
    ]);
    expect(told('term,variants\n碳中和,双碳|——\n')).toEqual(['error tag/bad-variant 2 ——']);
  });

  it('tells a line with more cells than columns, but not empty ones', () => {
    expect(told('term,note\n碳中和,a,b\n双碳,a,,\n')).toEqual(['error tag/too-many-cells 2 3']);
  });

  it('tells columns that it does not know, and a header without terms', () => {
    expect(told('term,varients\n碳中和,双碳\n')).toEqual(['warning tag/unknown-column 1 varients']);
    expect(told('类别,备注\n生态,x\n')).toEqual(['error tag/no-term-column 1 类别, 备注']);
    expect(parseTermList('类别,备注\n生态,x\n', 'a.csv').terms).toEqual([]);
  });

  it('takes what cannot be seen out of a form: it came with a copy from a web page', () => {
    expect(
      parseTermList('term,variants\n\u200b碳中\u00ad和\ufeff,\u202a双碳\u202c|零\u0008碳\n', 'a.csv').terms,
    ).toEqual([term('碳中和', { variants: ['双碳', '零碳'] })]);
  });

  it('refuses a form with a character that was lost', () => {
    expect(told('举国体\ufffd\n双碳\n')).toEqual(['error tag/bad-term 1 举国体\ufffd']);
  });

  it('drops repeated variants and those that are the term itself', () => {
    expect(parseTermList('term,variants\n碳中和,双碳| 双碳 |碳中和|\n', 'a.csv').terms).toEqual([
      term('碳中和', { variants: ['双碳'] }),
    ]);
  });

  it('loses only the line whose quotes are not closed', () => {
    const content = 'term,note\n"碳中和,x\n双碳,y\n举国体制,"z ""w"""\n"自立自强",\n';
    const list = parseTermList(content, 'a.csv');
    expect(list.terms.map((entry) => entry.term)).toEqual(['双碳', '举国体制', '自立自强']);
    expect(list.terms[1]?.note).toBe('z "w"');
    expect(list.lines).toEqual([3, 4, 5]);
    expect(told(content)).toEqual(['error tag/bad-quotes 2 "碳中和,x']);
  });

  it('does not take the next lines into a note whose quotes are not closed', () => {
    const content = 'term,note\n碳中和,"x\n双碳,"y\n举国体制,z\n';
    expect(parseTermList(content, 'a.csv').terms.map((entry) => entry.term)).toEqual(['举国体制']);
    expect(told(content)).toEqual(['error tag/bad-quotes 2 碳中和,"x', 'error tag/bad-quotes 3 双碳,"y']);
  });

  it('takes a quote inside a cell for itself, and a note over several lines', () => {
    const list = parseTermList('term,note\n5"屏幕,a\n碳中和,"第一行\n第二行"\n双碳,\n', 'a.csv');
    expect(list.terms.map((entry) => [entry.term, entry.note])).toEqual([
      ['5"屏幕', 'a'],
      ['碳中和', '第一行\n第二行'],
      ['双碳', ''],
    ]);
    expect(list.lines).toEqual([2, 3, 5]);
    expect(list.messages).toEqual([]);
  });

  it('is read again as it was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('碳', '中', 'a', ',', '"', '、', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.record({ term: cell, note: cell }), { minLength: 1, maxLength: 8 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = `term,note\n${rows.map((row) => `${quoted(row.term)},${quoted(row.note)}\n`).join('')}`;
        const good = rows.filter((row) => /[碳中a]/.test(row.term));
        expect(parseTermList(content, 'a.csv').terms.map((entry) => [entry.term, entry.note])).toEqual(
          good.map((row) => [row.term.trim().replace(/ +/g, ' '), row.note.trim()]),
        );
      }),
    );
  });

  it('never throws, and tells of no line that is not there', () => {
    const unit = fc.constantFrom('碳', 'term', ',', '"', '\n', '\r', '\t', '|', ' ', '- ', ':', '[', '{', '&a', '*a');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.constantFrom('a.csv', 'a.yaml'), (content, name) => {
        const { terms, lines, messages } = parseTermList(content, name);
        const last = content.split(/\r\n|\n|\r/).length;
        expect(lines).toHaveLength(terms.length);
        for (const line of [...lines, ...messages.map(({ values }) => Number(values?.line))]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(last);
        }
      }),
    );
  });
});

describe('a term list in YAML', () => {
  it('nests categories and keeps scalars as they are written', () => {
    const content = `# codebook
科技:
  - 自立自强
  - term: 新型举国体制
    variants: [举国体制]
    not_in: 新型举国体制外|举国体制外
    note: 2019年
经济:
  数字经济:
    - 012
    - 1.0
  是: [yes, '']
`;
    const { terms, lines, messages } = parseTermList(content, 'list.yaml');
    expect(messages).toEqual([]);
    expect(terms).toEqual([
      term('自立自强', { category: '科技' }),
      term('新型举国体制', {
        category: '科技',
        variants: ['举国体制'],
        notIn: ['新型举国体制外', '举国体制外'],
        note: '2019年',
      }),
      term('012', { category: '经济/数字经济' }),
      term('1.0', { category: '经济/数字经济' }),
      term('yes', { category: '经济/是' }),
    ]);
    expect(lines).toEqual([3, 4, 10, 11, 12]);
    expect(told('生态: [碳中和, ~]', 'list.yaml')).toEqual(['error tag/bad-term 1 ~']);
  });

  it('may be a flat list, of terms or of maps with a category', () => {
    expect(
      parseTermList('- 碳中和\n- {term: 双碳, category: 生态/双碳}\n- 术语: 绿水青山\n  类别: 生态\n', 'a.yml').terms,
    ).toEqual([term('碳中和'), term('双碳', { category: '生态/双碳' }), term('绿水青山', { category: '生态' })]);
  });

  it('tells faults with their lines and uses the rest', () => {
    const content = `科技:
  - 自立自强
  - term: 举国体制
    varients: [新型举国体制]
  - [双碳]
  - term: ……
  - "碳中和
`;
    expect(parseTermList(content, 'a.yaml').terms.map((entry) => entry.term)).toEqual([
      '自立自强',
      '举国体制',
      '双碳',
      '碳中和',
    ]);
    expect(told(content, 'a.yaml')).toEqual([
      'warning tag/unknown-column 4 varients',
      'error tag/bad-term 6 ……',
      'error tag/bad-yaml 7 Missing closing "quote',
    ]);
    expect(told('a: &x [碳中和]\nb: *x\n', 'a.yaml')).toEqual(['error tag/bad-entry 2 *x']);
    expect(told('- term: 双碳\n  variants: {a: b}\n', 'a.yaml')).toEqual(['error tag/bad-entry 2 {a: b}']);
  });
});
