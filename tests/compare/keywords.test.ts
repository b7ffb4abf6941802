import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/compare/groups.ts';
import { type ComparedItems, comparisonRows } from '../../src/compare/keywords.ts';
import { byGroupSchema, comparisonSchema, trendsSchema } from '../../src/compare/tables.ts';
import { groupRows, trendRows } from '../../src/compare/trends.ts';
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

  test('of one target against one reference, the strongest first and no more than asked for', () => {
    const left: [string, number][] = [];
    const items = itemsOf(decades);
    const groups = groupBy(decades.map(({ group }) => group));
    const rows = comparisonRows(items, groups, { ...all, target: 1, reference: 0, maxRows: 2 }, (...told) =>
      left.push(told),
    );
    expect(named(comparisonSchema, rows).map(({ target, reference, item }) => [target, reference, item])).toEqual([
      ['2020', '1970', '革命'],
      ['2020', '1970', '创新'],
    ]);
    expect(left).toEqual([['2020', 2]]);
  });

  test('against a list of frequencies', () => {
    const list = { name: 'list.csv', frequency: new Map([['创新', 5]]), tokens: 10_000 };
    const rows = compare(decades, { target: 1, reference: list });
    expect(rows.find(({ item }) => item === '创新')).toMatchObject({
      reference: 'list.csv',
      item: '创新',
      frequency_reference: 5,
      documents_reference: null,
    });
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
  expect(rows[2]).toMatchObject({ slope: 0, s: 0, p_value: 1 });
});
