import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/compare/groups.ts';
import { type ComparedItems, comparisonRows } from '../../src/compare/keywords.ts';
import { byGroupSchema, comparisonSchema, trendsSchema, turnoverSchema } from '../../src/compare/tables.ts';
import { countGroups, groupRows, trendRows } from '../../src/compare/trends.ts';
import { turnoverRows } from '../../src/compare/turnover.ts';
import { beginDocument, emptyPostings, post } from '../../src/count/postings.ts';
import { keyness } from '../../src/measure/keyness.ts';
import type { Cell, TableSchema } from '../../src/model/table.ts';

interface Counted {
  readonly group: string | undefined;
  readonly size: number;
  readonly counts: readonly number[];
}

const forms = ['创新', '改革', '革命', '开放'];

function itemsOf(documents: readonly Counted[]): ComparedItems {
  const postings = emptyPostings();
  for (const { size, counts } of documents) {
    beginDocument(postings, size);
    counts.forEach((count, id) => {
      if (count > 0) post(postings, id, count);
    });
  }
  return { unit: 'word', forms, labels: forms.map(() => 'n'), postings };
}

const named = ({ columns }: TableSchema, rows: Iterable<readonly Cell[]>) =>
  [...rows].map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map(({ name }, i) => [name, row[i]!]));
  });

const all = { target: undefined, reference: undefined, minFrequency: 1, maxRows: 0 };
const compare = (documents: readonly Counted[], settings: Partial<Parameters<typeof comparisonRows>[2]> = {}) =>
  named(
    comparisonSchema,
    comparisonRows(itemsOf(documents), groupBy(documents.map(({ group }) => group)), { ...all, ...settings }),
  );

const decades: readonly Counted[] = [
  { group: '1970', size: 1000, counts: [0, 20, 30, 0] },
  { group: '2020', size: 2000, counts: [80, 40, 0, 10] },
  { group: '2020', size: 1000, counts: [40, 20, 1, 0] },
  { group: undefined, size: 5000, counts: [0, 0, 500, 0] },
];

describe('keywords of groups', () => {
  test('are the words that one group has and the others lack; documents without a group do not count', () => {
    const rows = compare(decades);
    const [first, second] = rows.filter(({ target }) => target === '1970');
    expect(first).toMatchObject({ reference: '*', item: '革命', frequency_target: 30, frequency_reference: 1 });
    expect(first).toMatchObject({ tokens_target: 1000, tokens_reference: 3000, documents_reference: 1 });
    expect(second).toMatchObject({ item: '创新', frequency_target: 0, frequency_reference: 120 });
    expect(Number(second!.g2)).toBeLessThan(0);
    expect(rows.filter(({ item }) => item === '改革').every(({ lrc }) => lrc === 0)).toBe(true);
  });

  test('have the numbers of the measures, with all words that are compared as comparisons', () => {
    const row = compare(decades).find(({ target, item }) => target === '2020' && item === '创新')!;
    const expected = keyness({ f1: 120, n1: 3000, f2: 0, n2: 1000 }, { comparisons: 4 });
    expect(row.g2).toBeCloseTo(expected.g2, 6);
    expect(row.lrc).toBeCloseTo(expected.lrc, 8);
    // Infinite: an empty cell.
    expect(row.percent_diff).toBeNull();
    expect(row.dp_norm_target).toBe(0);
  });

  const side = (group: number) => ({ name: ['1970', '2020'][group]!, groups: [group] });

  test('of one target against one reference, the strongest first and no more than asked for', () => {
    const left: [string, number][] = [];
    const items = itemsOf(decades);
    const groups = groupBy(decades.map(({ group }) => group));
    const rows = comparisonRows(items, groups, { ...all, target: side(1), reference: side(0), maxRows: 2 }, (...told) =>
      left.push(told),
    );
    expect(named(comparisonSchema, rows).map(({ target, reference, item }) => [target, reference, item])).toEqual([
      ['2020', '1970', '革命'],
      ['2020', '1970', '创新'],
    ]);
    expect(left).toEqual([['2020', 2]]);
  });

  test('against a list of frequencies', () => {
    const list = { name: 'list.csv', unit: 'word' as const, frequency: new Map([['创新', 5]]), tokens: 10_000 };
    const rows = compare(decades, { target: side(1), reference: list });
    expect(rows.find(({ item }) => item === '创新')).toMatchObject({
      reference: 'list.csv',
      item: '创新',
      frequency_reference: 5,
      documents_reference: null,
      rank_sum_p: null,
    });
    // Terms are counted inside longer ones too, the words of a list are not.
    const terms = { ...itemsOf(decades), unit: 'term' as const };
    const groups = groupBy(decades.map(({ group }) => group));
    expect([...comparisonRows(terms, groups, { ...all, target: side(1), reference: list })]).toEqual([]);
    expect(rows.find(({ item }) => item === '改革')).toMatchObject({ frequency_reference: 0 });
  });

  test('several groups are one side, and a document of both sides counts for the target only', () => {
    const given: Counted[] = [
      { group: '国务院', size: 100, counts: [1, 0, 0, 0] },
      { group: '国务院;财政部', size: 200, counts: [2, 0, 0, 0] },
      { group: '财政部; 科技部', size: 400, counts: [4, 0, 0, 0] },
      { group: '科技部', size: 800, counts: [8, 0, 0, 0] },
    ];
    const groups = groupBy(
      given.map(({ group }) => group),
      ';',
    );
    expect(groups.names).toEqual(['国务院', '科技部', '财政部']);
    const of = (target: number[], reference?: number[]) => {
      const sides = {
        target: { name: 'a', groups: target },
        reference: reference === undefined ? undefined : { name: 'b', groups: reference },
      };
      const [row] = named(comparisonSchema, comparisonRows(itemsOf(given), groups, { ...all, ...sides }));
      return [row?.tokens_target, row?.tokens_reference, row?.documents_target, row?.documents_reference];
    };
    expect(of([2])).toEqual([600, 900, 2, 2]);
    // Nothing is left to compare with.
    expect(of([0, 1, 2])).toEqual([undefined, undefined, undefined, undefined]);
    expect(of([0], [2])).toEqual([300, 400, 2, 1]);
  });

  test('a word of one document is known from a word of the group', () => {
    const given: Counted[] = Array.from({ length: 12 }, (_, i) => ({
      group: i < 6 ? 'a' : 'b',
      size: 1000,
      counts: [i === 0 ? 60 : 0, i < 6 ? 10 : 0, 0, 0],
    }));
    const rows = compare(given).filter(({ target }) => target === 'a');
    const [clump, even] = ['创新', '改革'].map((form) => rows.find(({ item }) => item === form)!);
    expect(clump!.g2).toBe(even!.g2);
    expect(clump).toMatchObject({ largest_share_target: 1, documents_target: 1 });
    expect(Number(clump!.rank_sum_p)).toBeGreaterThan(0.3);
    // U = 36 of mean 18 and variance 3·(13 − 420/132) for ties: erfc(17.5/√(2·29.4545…)).
    expect(even!.rank_sum_p).toBeCloseTo(0.0012619448, 9);
    expect(even!.largest_share_target).toBeCloseTo(1 / 6, 10);
  });

  const documents = fc.array(
    fc
      .record({
        group: fc.constantFrom('a', 'b', 'c', undefined),
        counts: fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)),
      })
      .map(({ group, counts }) => ({ group, counts, size: counts.reduce((a, b) => a + b, 100) })),
    { minLength: 2, maxLength: 9 },
  );

  test('do not depend on the order of the documents', () => {
    fc.assert(
      fc.property(
        documents.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          expect(compare(shuffled)).toEqual(compare(given));
        },
      ),
    );
  });

  test('frequencies of the groups add up to those of all, and lie between their bounds', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const groups = groupBy(given.map(({ group }) => group));
        const rows = named(byGroupSchema, groupRows(itemsOf(given), groups, 1));
        forms.forEach((form, id) => {
          const sum = rows.filter(({ item }) => item === form).reduce((total, row) => total + Number(row.frequency), 0);
          const grouped = given.filter(({ group }) => group !== undefined);
          expect(sum).toBe(grouped.reduce((total, { counts }) => total + counts[id]!, 0));
        });
        for (const row of rows) {
          expect(Number(row.per_million_low)).toBeLessThanOrEqual(Number(row.per_million));
          expect(Number(row.per_million_high)).toBeGreaterThan(Number(row.per_million));
        }
      }),
    );
  });
});

test('trends: what rises in every year, where it begins, and what vanishes', () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023];
  const given = years.map((year, i) => ({ group: String(year), size: 1000, counts: [i * 5, 10, 12 - 2 * i, 0] }));
  const groups = groupBy(given.map(({ group }) => group));
  const rows = named(trendsSchema, trendRows(itemsOf(given), groups, 1));
  expect(rows.map(({ item }) => item)).toEqual(['创新', '革命', '改革']);
  expect(rows[0]).toMatchObject({ first: '2019', last: '2023', slope: 5000, tau: 1, s: 15 });
  expect(rows[0]!.p_value).toBeCloseTo(2 / 720, 12);
  expect(rows[1]).toMatchObject({ first: '2018', last: '2023', slope: -2000, tau: -1 });
  expect(rows[2]).toMatchObject({ slope: 0, s: 0, p_value: 1, change: null, change_p: null });
  // Up to 2020 there are 15 in 3,000 words, then 60.
  expect(rows[0]).toMatchObject({ change: '2021', per_million_before: 5000, per_million_after: 20_000 });
});

test('trends: years that are missing are gaps in time and no zeros; dates are years', () => {
  const slopeOf = (names: readonly string[]) => {
    const given = names.map((group, i) => ({ group, size: 1000, counts: [i, 0, 0, 0] }));
    const groups = groupBy(given.map(({ group }) => group));
    return named(trendsSchema, trendRows(itemsOf(given), groups, 1))[0]!.slope;
  };
  expect(slopeOf(['2000', '2001', '2002'])).toBe(1000);
  expect(slopeOf(['2000', '2010', '2020'])).toBe(100);
  expect(slopeOf(['2000-01-01', '2010-01-01', '2020-01-01'])).toBe(100);
  // No period, only a group without words.
  const empty = [
    { group: '2000', size: 1000, counts: [5, 0, 0, 0] },
    { group: '2001', size: 0, counts: [0, 0, 0, 0] },
    { group: '2002', size: 1000, counts: [5, 0, 0, 0] },
    { group: '2003', size: 1000, counts: [5, 0, 0, 0] },
  ];
  const groups = groupBy(empty.map(({ group }) => group));
  expect(named(trendsSchema, trendRows(itemsOf(empty), groups, 1))[0]).toMatchObject({ slope: 0, s: 0 });
});

test('turnover: what is new, comes back and vanishes in each period', () => {
  const given: Counted[] = [
    { group: '1980', size: 1000, counts: [0, 5, 9, 3] },
    { group: '1990', size: 1000, counts: [2, 5, 0, 0] },
    { group: '1990', size: 1000, counts: [1, 5, 0, 0] },
    { group: '2000', size: 1000, counts: [9, 0, 0, 4] },
  ];
  const groups = groupBy(given.map(({ group }) => group));
  const items = itemsOf(given);
  const rows = named(turnoverSchema, turnoverRows(items, groups, 1, countGroups(items, groups)));
  expect(rows).toEqual([
    expect.objectContaining({ period: '1980', documents: 1, tokens: 1000, items: 3, new: null, new_items: null }),
    expect.objectContaining({ period: '1990', documents: 2, items: 2, new: 1, returned: 0, vanished: 1 }),
    expect.objectContaining({ period: '2000', items: 2, new: 0, returned: 1, vanished: 1, vanished_items: '改革' }),
  ]);
  expect(rows[1]).toMatchObject({ new_items: '创新', vanished_items: '革命' });
});
