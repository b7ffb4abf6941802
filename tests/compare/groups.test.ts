import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/compare/groups.ts';

describe('groups', () => {
  test('of numbers are a series in the order of the numbers; documents without a value are in none', () => {
    const { names, of, isSeries } = groupBy(['2023', undefined, '998', '2023', '']);
    expect({ names, of: [...of], isSeries }).toEqual({ names: ['998', '2023'], of: [1, -1, 0, 1, -1], isSeries: true });
  });

  test('of names are in the order of their characters', () => {
    const { names, isSeries } = groupBy(['科技部', '国务院', '2023']);
    expect({ names, isSeries }).toEqual({ names: ['2023', '国务院', '科技部'], isSeries: false });
  });
});
