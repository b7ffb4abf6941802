import { describe, expect, test } from 'vitest';
import { groupBy, isIn } from '../../src/compare/groups.ts';

describe('groups', () => {
  test('of numbers are a series in the order of the numbers; documents without a value are in none', () => {
    const { names, of, isSeries } = groupBy(['2023', undefined, '998', '2023', '']);
    expect({ names, of: [...of], isSeries }).toEqual({ names: ['998', '2023'], of: [1, -1, 0, 1, -1], isSeries: true });
  });

  test('of names are in the order of their characters', () => {
    const { names, isSeries } = groupBy(['科技部', '国务院', '2023']);
    expect({ names, isSeries }).toEqual({ names: ['2023', '国务院', '科技部'], isSeries: false });
  });

  test('of years, months and days are a series in time', () => {
    const { names, isSeries, times } = groupBy(['2020-03-05', '2019年', '2020', '2021-01']);
    expect(names).toEqual(['2019年', '2020', '2020-03-05', '2021-01']);
    expect(isSeries).toBe(true);
    expect(times[2]).toBeCloseTo(2020 + 63 / 365.25, 10);
    expect(groupBy(['2020', '去年']).isSeries).toBe(false);
  });

  test('of a cell with several names: the document is in each, once', () => {
    const groups = groupBy(['国务院; 财政部', '财政部；财政部', ' 国务院', ';'], ';；');
    expect(groups.names).toEqual(['国务院', '财政部']);
    expect([0, 1, 2, 3].map((document) => isIn(groups, document, [1]))).toEqual([true, true, false, false]);
    expect([0, 1, 2, 3].map((document) => isIn(groups, document, [0]))).toEqual([true, false, true, false]);
    expect(groups.of[3]).toBe(-1);
    expect(groupBy(['国务院; 财政部']).names).toEqual(['国务院; 财政部']);
  });
});
