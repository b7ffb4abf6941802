import { expect, test } from 'vitest';
import { candidateSchema } from '../../src/discover/candidate-table.ts';
import { FormFinder } from '../../src/discover/form-places.ts';
import { parseTermList } from '../../src/tag/term-list.ts';
import { csvText } from '../../src/write/csv.ts';

test('the list of candidates is a term list that is read without a word of warning', () => {
  const cells = candidateSchema.columns.map(({ name, type }) =>
    name === 'term' ? '新型举国体制' : name === 'category' ? '科技创新' : type === 'string' ? null : 1.5,
  );
  const { terms, messages } = parseTermList(String(csvText(candidateSchema, [cells], true)), 'candidates.csv');
  expect(messages).toEqual([]);
  expect(terms).toEqual([{ term: '新型举国体制', category: '科技创新', variants: [], notIn: [], note: '' }]);
});

test('a form is found where it begins and ends with words, and across no mark', () => {
  const text = '举国体制，举国，体制';
  const words = {
    start: Uint32Array.of(0, 2, 5, 8),
    end: Uint32Array.of(2, 4, 7, 10),
    joined: Uint8Array.of(0, 1, 0, 0),
  };
  const found: [number, number][] = [];
  new FormFinder(['举国体制', '国体制', '体制']).find({ text, ...words }, (form, at) => found.push([form, at]));
  expect(found).toEqual([
    [0, 0],
    [2, 2],
    [2, 8],
  ]);
});
