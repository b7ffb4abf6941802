import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cooccurrenceSchema } from '../../src/cooccur/tables.ts';
import { createTermCooccurrence, termPairRows } from '../../src/cooccur/term-cooccurrence.ts';
import { type CooccurrenceSettings, type UnitKind, unitKinds } from '../../src/cooccur/units.ts';
import {
  createWordCooccurrence,
  type WordCooccurrenceSettings,
  wordPairRows,
} from '../../src/cooccur/word-cooccurrence.ts';
import { defaultCountKinds } from '../../src/count/counted-blocks.ts';
import { association, benjaminiHochberg, cellsOf, chiSquaredTail } from '../../src/measure/index.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import type { Cell } from '../../src/model/table.ts';
import { checkAggregate } from '../count/aggregate-laws.ts';
import { exampleCorpus, exampleDocument, exampleTerms, paragraphOf, termOf } from '../count/example-document.ts';

const base: CooccurrenceSettings = {
  countKinds: defaultCountKinds,
  units: unitKinds,
  window: 3,
  count: 'presence',
  minJoint: 1,
  maxPairs: 0,
};
const wordBase: WordCooccurrenceSettings = { ...base, minFrequency: 1, maxWords: 1000 };

const termRowsOf = (corpus: readonly TaggedDocument[], settings = base, terms = exampleTerms) => {
  const pairs = createTermCooccurrence(terms, settings);
  const total = pairs.empty();
  for (const document of corpus) pairs.add(total, document);
  return [...termPairRows(total, terms, settings)];
};
const wordPairsOf = (corpus: readonly TaggedDocument[], settings: WordCooccurrenceSettings) => {
  const pairs = createWordCooccurrence(settings);
  const total = pairs.empty();
  for (const document of corpus) pairs.add(total, document);
  return wordPairRows(total, settings);
};

/** An occurrence in a unit: name, place, and the words that it touches (none where from > to). */
interface Occurrence {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Units of each kind as lists of occurrences, by the definitions: windows are slices of the words of a block. */
function unitsOf(corpus: readonly TaggedDocument[], of: (document: TaggedDocument) => Occurrence[], width: number) {
  const units: Record<UnitKind, Occurrence[][]> = { sentence: [], paragraph: [], document: [], window: [] };
  for (const document of corpus) {
    const blocks = document.blocks.filter(({ kind }) => base.countKinds.includes(kind));
    const counted = of(document).filter(({ start }) => blocks.some((one) => one.start <= start && start < one.end));
    if (blocks.length > 0) units.document.push(counted);
    for (const block of blocks) {
      const begins = (span: { start: number; end: number }) =>
        counted.filter(({ start }) => span.start <= start && start < span.end);
      units.paragraph.push(begins(block));
      document.sentences.start.forEach((start, i) => {
        if (block.start <= start && start < block.end)
          units.sentence.push(begins({ start, end: document.sentences.end[i]! }));
      });
      const words = [...document.tokens.start]
        .map((start, i) => ({ start, end: document.tokens.end[i]! }))
        .filter(({ start }) => block.start <= start && start < block.end);
      words.forEach((_, i) => {
        const inside = words.slice(i, i + width);
        const whole = (one: Occurrence) => {
          const touched = words.filter((word) => word.start < one.end && one.start < word.end);
          return touched.length > 0 && touched.every((word) => inside.includes(word));
        };
        units.window.push(begins(block).filter(whole));
      });
    }
  }
  return units;
}

const disjoint = (a: Occurrence, b: Occurrence) => a.end <= b.start || b.end <= a.start;

/** Cells a, b, unit, joint, count_a, count_b, units by the definitions. */
function oracle(units: ReturnType<typeof unitsOf>, count: 'presence' | 'all'): Cell[][] {
  return unitKinds.flatMap((kind) => {
    const names = [...new Set(units[kind].flat().map(({ name }) => name))].sort();
    const rows: { a: string; b: string; joint: number }[] = [];
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) {
        const pairsOf = (unit: Occurrence[]) =>
          unit
            .filter(({ name }) => name === a)
            .flatMap((one) =>
              unit.filter((other) => other.name === b && disjoint(one, other)).map((other) => ({ one, other })),
            );
        const found = units[kind].map(pairsOf);
        // The same two occurrences may lie in several windows.
        const distinct = new Set(found.flat().map(({ one, other }) => `${ids.get(one)} ${ids.get(other)}`));
        const joint = count === 'presence' ? found.filter((pairs) => pairs.length > 0).length : distinct.size;
        if (joint > 0) rows.push({ a, b, joint });
      }
    });
    const ofName = (name: string) =>
      count === 'presence'
        ? units[kind].filter((unit) => unit.some((one) => one.name === name)).length
        : rows.filter(({ a, b }) => a === name || b === name).reduce((sum, { joint }) => sum + joint, 0);
    const n = count === 'presence' ? units[kind].length : 2 * rows.reduce((sum, { joint }) => sum + joint, 0);
    return rows
      .sort((x, y) => y.joint - x.joint || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1))
      .map(({ a, b, joint }): Cell[] => [a, b, kind, joint, ofName(a), ofName(b), n]);
  });
}

/** Numbers of occurrences, so that two of them can be told apart by identity. */
const ids = {
  known: new WeakMap<Occurrence, number>(),
  next: 0,
  get(one: Occurrence): number {
    const number = this.known.get(one) ?? this.next++;
    this.known.set(one, number);
    return number;
  },
};

/** Each place of each term once, whatever the number of its categories. */
const termsOf = ({ terms }: TaggedDocument): Occurrence[] => {
  const found = new Map<string, Occurrence>();
  terms.start.forEach((start, i) => {
    const name = exampleTerms[terms.label[i]!]!.term;
    found.set(`${name} ${start} ${terms.end[i]}`, { name, start, end: terms.end[i]! });
  });
  return [...found.values()];
};

const counts = fc.constantFrom<'presence' | 'all'>('presence', 'all');
const windows = fc.integer({ min: 2, max: 12 });

describe('terms', () => {
  const terms = [termOf('举国体制'), termOf('新型举国体制'), termOf('科技')];
  const at = (block: number, at: number, length: number, entry: number) => ({ block, at, length, entry });
  const keys = (corpus: readonly TaggedDocument[], units: readonly UnitKind[]) =>
    termRowsOf(corpus, { ...base, units }, terms).map((row) => row.slice(0, 7));

  test('举国体制 is no pair with the 新型举国体制 around it, but with another one', () => {
    const block = paragraphOf('新型 举国体制 推动 科技');
    const nested = [at(0, 0, 6, 1), at(0, 2, 4, 0), at(0, 8, 2, 2)];
    expect(keys([exampleDocument('a', [block], nested)], ['sentence'])).toEqual([
      ['举国体制', '科技', 'sentence', 1, 1, 1, 1],
      ['新型举国体制', '科技', 'sentence', 1, 1, 1, 1],
    ]);
    const twice = paragraphOf('新型 举国体制 推动 科技 举国体制');
    expect(keys([exampleDocument('a', [twice], [...nested, at(0, 10, 4, 0)])], ['sentence'])[0]).toEqual([
      '举国体制',
      '新型举国体制',
      'sentence',
      1,
      1,
      1,
      1,
    ]);
  });

  test('a pair over a sentence end is one of the paragraph; over two paragraphs, one of the document', () => {
    const two = exampleDocument(
      'a',
      [paragraphOf('科技 发展', '举国体制'), paragraphOf('科技')],
      [at(0, 0, 2, 2), at(0, 5, 4, 0), at(1, 0, 2, 2)],
    );
    expect(keys([two], unitKinds)).toEqual([
      ['举国体制', '科技', 'paragraph', 1, 1, 2, 2],
      ['举国体制', '科技', 'document', 1, 1, 1, 1],
      // Windows of three words at each of 科技 发展 举国体制 | 科技: the first holds both.
      ['举国体制', '科技', 'window', 1, 3, 2, 4],
    ]);
  });

  test('any corpus: as counted by the definitions, the measures those of the counts', () => {
    fc.assert(
      fc.property(exampleCorpus, counts, windows, (corpus, count, window) => {
        const rows = termRowsOf(corpus, { ...base, count, window });
        expect(rows.map((row) => row.slice(0, 7))).toEqual(oracle(unitsOf(corpus, termsOf, window), count));
        for (const kind of unitKinds) {
          const ofKind = rows.filter((row) => row[2] === kind);
          const p = ofKind.map((row) => {
            const [f, f1, f2, n] = row.slice(3, 7) as [number, number, number, number];
            const { expected, pmi, npmi, g2, log_dice, jaccard, ochiai } = association(
              cellsOf({ f, f1, f2, n: Math.max(n, f1 + f2 - f) }),
            );
            const wanted = [expected, pmi, npmi, g2, log_dice, jaccard, ochiai, chiSquaredTail(Math.abs(g2))];
            wanted.forEach((value, i) => {
              if (Number.isNaN(value)) expect(row[7 + i]).toBeNull();
              else expect(row[7 + i]).toBeCloseTo(value, 7);
            });
            return wanted[7]!;
          });
          benjaminiHochberg(p).forEach((q, i) => {
            expect(ofKind[i]![15]).toBeCloseTo(q, 8);
          });
          for (const row of ofKind) expect(row).toHaveLength(cooccurrenceSchema.columns.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a list of thousands of terms, whose pairs are kept in another way, gives the same rows', () => {
    const many = [...exampleTerms, ...Array.from({ length: 2500 }, (_, i) => termOf(`词${i}`))];
    fc.assert(
      fc.property(exampleCorpus, counts, (corpus, count) => {
        const settings = { ...base, count };
        expect(termRowsOf(corpus, settings, many)).toEqual(termRowsOf(corpus, settings));
      }),
      { numRuns: 50 },
    );
  });

  test('a paragraph of many terms: each pair once', () => {
    const many = Array.from({ length: 40 }, (_, i) => termOf(String.fromCharCode(0x4e00 + i)));
    const block = paragraphOf(many.map(({ term }) => term).join(' '));
    const places = many.map((_, entry) => ({ block: 0, at: entry, length: 1, entry }));
    for (const count of ['presence', 'all'] as const) {
      const document = exampleDocument('a', [block], places);
      const rows = termRowsOf([document, document], { ...base, units: ['document'], count }, many);
      expect(rows).toHaveLength((40 * 39) / 2);
      for (const row of rows) expect(row[3]).toBe(2);
    }
  });

  test('rare pairs are left out, and with them their tests', () => {
    fc.assert(
      fc.property(exampleCorpus, (corpus) => {
        const all = termRowsOf(corpus);
        const some = termRowsOf(corpus, { ...base, minJoint: 2 });
        expect(some.map((row) => row.slice(0, 15))).toEqual(
          all.filter((row) => Number(row[3]) >= 2).map((row) => row.slice(0, 15)),
        );
        for (const kind of unitKinds) {
          const ofKind = some.filter((row) => row[2] === kind);
          benjaminiHochberg(ofKind.map((row) => Number(row[14]))).forEach((q, i) => {
            expect(ofKind[i]![15]).toBeCloseTo(q, 8);
          });
        }
      }),
    );
  });

  test.each(['presence', 'all'] as const)('merged parts are the whole (%s)', (count) => {
    const settings = { ...base, count };
    checkAggregate(createTermCooccurrence(exampleTerms, settings), (total) =>
      termPairRows(total, exampleTerms, settings),
    );
  });
});

describe('words', () => {
  // NLTK's BigramCollocationFinder.from_words on these words, pairs of a word with itself left out.
  test.each([
    [3, { 'a test': 3, 'a is': 3, 'is this': 3 }],
    [5, { 'a test': 4, 'a is': 4, 'is this': 4, 'is test': 3, 'a this': 3 }],
  ])('pairs of occurrences in windows of %d words are those that NLTK counts', (window, expected) => {
    const document = exampleDocument('a', [paragraphOf('this this is is a a test test')]);
    const { rows } = wordPairsOf([document], { ...wordBase, units: ['window'], window, count: 'all' });
    expect(Object.fromEntries([...rows].map(([a, b, , joint]) => [`${a} ${b}`, joint]))).toEqual(expected);
  });

  const wordsOf = ({ tokens }: TaggedDocument): Occurrence[] =>
    [...tokens.start].map((start, i) => ({ name: tokens.types[tokens.type[i]!]!, start, end: tokens.end[i]! }));

  test('any corpus: as counted by the definitions; a word that is left out still takes a place in its window', () => {
    const chosen = (document: TaggedDocument) => wordsOf(document).filter(({ name }) => name !== '的');
    fc.assert(
      fc.property(exampleCorpus, counts, windows, (corpus, count, window) => {
        const settings = { ...wordBase, count, window, stopWords: new Set(['的']) };
        const { rows, leftOut } = wordPairsOf(corpus, settings);
        expect([...rows].map((row) => row.slice(0, 7))).toEqual(oracle(unitsOf(corpus, chosen, window), count));
        expect(leftOut).toBe(0);
      }),
    );
  });

  test('only the most frequent words are paired, and how many that leaves out is told', () => {
    const corpus = [exampleDocument('a', [paragraphOf('甲 乙 丙 甲 乙 丙 甲 丁')])];
    const { rows, leftOut } = wordPairsOf(corpus, { ...wordBase, units: ['sentence'], minFrequency: 2, maxWords: 2 });
    expect([...rows].map(([a, b]) => [a, b])).toEqual([['丙', '甲']]);
    expect(leftOut).toBe(1);
  });

  test.each(['presence', 'all'] as const)('merged parts are the whole (%s)', (count) => {
    const settings = { ...wordBase, count, stemLatin: true, minFrequency: 2, maxWords: 5 };
    checkAggregate(createWordCooccurrence(settings), (total) => wordPairRows(total, settings).rows);
  });
});

test('the most pairs that are written: those that meet most often, numbers as among all, and the rest is told', () => {
  fc.assert(
    fc.property(exampleCorpus, fc.integer({ min: 1, max: 3 }), (corpus, maxPairs) => {
      const pairs = createTermCooccurrence(exampleTerms, base);
      const total = pairs.empty();
      for (const document of corpus) pairs.add(total, document);
      const all = [...termPairRows(total, exampleTerms, base)];
      const told: number[] = [];
      const few = [...termPairRows(total, exampleTerms, { ...base, maxPairs }, (_, count) => told.push(count))];
      expect(few).toEqual(unitKinds.flatMap((kind) => all.filter(([, , unit]) => unit === kind).slice(0, maxPairs)));
      expect(told.reduce((sum, count) => sum + count, few.length)).toBe(all.length);
    }),
  );
});
