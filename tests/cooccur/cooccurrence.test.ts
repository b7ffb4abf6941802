import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PairMeasure, pairMeasures } from '../../src/cooccur/pair-measures.ts';
import type { PairReport, PairRowSettings } from '../../src/cooccur/pair-rows.ts';
import { cooccurrenceSchema } from '../../src/cooccur/tables.ts';
import { createTermCooccurrence, termPairRows } from '../../src/cooccur/term-cooccurrence.ts';
import { type CooccurrenceSettings, type UnitKind, unitKinds } from '../../src/cooccur/units.ts';
import {
  createWordCooccurrence,
  type WordCooccurrenceSettings,
  wordPairRows,
} from '../../src/cooccur/word-cooccurrence.ts';
import { defaultCountKinds } from '../../src/count/counted-blocks.ts';
import { association, associationNames, benjaminiHochberg, cellsOf, chiSquaredTail } from '../../src/measure/index.ts';
import type { TaggedDocument } from '../../src/model/document.ts';
import { CorpusError } from '../../src/model/errors.ts';
import type { Cell } from '../../src/model/table.ts';
import { checkAggregate } from '../count/aggregate-laws.ts';
import { exampleCorpus, exampleDocument, exampleTerms, paragraphOf, termOf } from '../count/example-document.ts';

const base: CooccurrenceSettings = {
  countKinds: defaultCountKinds,
  units: unitKinds,
  window: 3,
  left: 2,
  right: 1,
  within: 'paragraph',
  count: 'presence',
  minJoint: 1,
  maxPairs: 0,
};
const wordBase: WordCooccurrenceSettings = { ...base, minFrequency: 1, maxWords: 1000 };

const termRowsOf = (
  corpus: readonly TaggedDocument[],
  settings: CooccurrenceSettings & PairRowSettings = base,
  terms = exampleTerms,
) => {
  const pairs = createTermCooccurrence(terms, settings);
  const total = pairs.empty();
  for (const document of corpus) pairs.add(total, document);
  return [...termPairRows(total, terms, settings)];
};
const wordPairsOf = (corpus: readonly TaggedDocument[], settings: WordCooccurrenceSettings & PairRowSettings) => {
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

type Words = readonly { readonly start: number; readonly end: number }[];

/** Units of each kind but spans as lists of occurrences, by the definitions: windows are slices of the words of a run. */
function unitsOf(
  corpus: readonly TaggedDocument[],
  of: (document: TaggedDocument) => Occurrence[],
  width: number,
  within: CooccurrenceSettings['within'] = 'paragraph',
) {
  const units: Record<Exclude<UnitKind, 'span'>, Occurrence[][]> = {
    sentence: [],
    paragraph: [],
    document: [],
    window: [],
  };
  const runs: { words: Words; occurrences: Occurrence[] }[] = [];
  for (const document of corpus) {
    const blocks = document.blocks.filter(({ kind }) => base.countKinds.includes(kind));
    const counted = of(document).filter(({ start }) => blocks.some((one) => one.start <= start && start < one.end));
    if (blocks.length > 0) units.document.push(counted);
    for (const block of blocks) {
      const begins = (span: { start: number; end: number }) =>
        counted.filter(({ start }) => span.start <= start && start < span.end);
      units.paragraph.push(begins(block));
      const sentences = [...document.sentences.start]
        .map((start, i) => ({ start, end: document.sentences.end[i]! }))
        .filter(({ start }) => block.start <= start && start < block.end);
      for (const sentence of sentences) units.sentence.push(begins(sentence));
      for (const run of within === 'sentence' ? sentences : [block]) {
        const words = [...document.tokens.start]
          .map((start, i) => ({ start, end: document.tokens.end[i]! }))
          .filter(({ start }) => run.start <= start && start < run.end);
        // Those that end in the run.
        const occurrences = begins(run).filter(({ end }) => end <= run.end);
        runs.push({ words, occurrences });
        words.forEach((_, i) => {
          const inside = words.slice(i, i + width);
          const whole = (one: Occurrence) => {
            const touched = words.filter((word) => word.start < one.end && one.start < word.end);
            return touched.length > 0 && touched.every((word) => inside.includes(word));
          };
          units.window.push(occurrences.filter(whole));
        });
      }
    }
  }
  return { units, runs };
}

const disjoint = (a: Occurrence, b: Occurrence) => a.end <= b.start || b.end <= a.start;

type Counted = ReturnType<typeof unitsOf>;

/**
 * Cells a, b, unit, joint, count_a + count_b, units by the definitions. Which of two that overlap is the inner one is a
 * matter of its own; here each unit that holds both, and no disjoint pair, is in one of the two margins.
 */
function oracle({ units }: Counted, count: 'presence' | 'all'): Cell[][] {
  return (['sentence', 'paragraph', 'document', 'window'] as const).flatMap((kind) => {
    const names = [...new Set(units[kind].flat().map(({ name }) => name))].sort();
    const rows: { a: string; b: string; joint: number; only: number }[] = [];
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) {
        const has = (unit: Occurrence[], wanted: string) => unit.some(({ name }) => name === wanted);
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
        const both = units[kind].filter((unit) => has(unit, a) && has(unit, b)).length;
        if (joint > 0) rows.push({ a, b, joint, only: count === 'presence' ? both - joint : 0 });
      }
    });
    const ofName = (name: string) =>
      count === 'presence'
        ? units[kind].filter((unit) => unit.some((one) => one.name === name)).length
        : rows.filter(({ a, b }) => a === name || b === name).reduce((sum, { joint }) => sum + joint, 0);
    const n = count === 'presence' ? units[kind].length : 2 * rows.reduce((sum, { joint }) => sum + joint, 0);
    return rows
      .sort((x, y) => y.joint - x.joint || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1))
      .map(({ a, b, joint, only }): Cell[] => [a, b, kind, joint, ofName(a) + ofName(b) - only, n]);
  });
}

/** Cells a, b, unit, joint, count_a, count_b, units of spans, by putting every word of every run into its cell. */
function spanOracle(
  { runs }: Counted,
  { left, right, count }: Pick<CooccurrenceSettings, 'left' | 'right' | 'count'>,
): Cell[][] {
  const names = [...new Set(runs.flatMap(({ occurrences }) => occurrences.map(({ name }) => name)))].sort();
  const rows: { a: string; b: string; joint: number; counts: [number, number, number] }[] = [];
  for (const a of names) {
    for (const b of names) {
      if (a === b) continue;
      let [pairs, joint, inSpans, begins, all] = [0, 0, 0, 0, 0];
      for (const { words, occurrences } of runs) {
        const touched = ({ start, end }: Occurrence) =>
          [...words.keys()].filter((i) => words[i]!.start < end && start < words[i]!.end);
        const ofName = (wanted: string) =>
          occurrences
            .filter(({ name }) => name === wanted)
            .map(touched)
            .filter((places) => places.length > 0);
        const nodes = ofName(a);
        const others = ofName(b);
        const isIn = (node: number[], i: number) =>
          (i < node[0]! && node[0]! - i <= left) || (i > node.at(-1)! && i - node.at(-1)! <= right);
        for (const node of nodes) {
          pairs += others.filter((other) => !other.some((i) => node.includes(i)) && isIn(node, other[0]!)).length;
        }
        words.forEach((_, i) => {
          if (nodes.some((node) => node.includes(i))) return;
          all++;
          const span = nodes.some((node) => isIn(node, i));
          if (span) inSpans++;
          // Of several that begin in one word the first is the one.
          const here = others.filter((other) => other[0] === i).slice(0, 1);
          if (!here.some((other) => !nodes.some((node) => node.some((k) => other.includes(k))))) return;
          begins++;
          if (span) joint++;
        });
      }
      if (count === 'all') rows.push({ a, b, joint: pairs, counts: [0, 0, 0] });
      else rows.push({ a, b, joint, counts: [inSpans, begins, all] });
    }
  }
  const sum = (of: (row: { a: string; b: string }) => boolean) =>
    rows.filter(of).reduce((total, { joint }) => total + joint, 0);
  return rows
    .filter(({ joint }) => joint > 0)
    .sort((x, y) => y.joint - x.joint || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1))
    .map(({ a, b, joint, counts }): Cell[] => [
      a,
      b,
      'span',
      joint,
      ...(count === 'presence' ? counts : [sum((row) => row.a === a), sum((row) => row.b === b), sum(() => true)]),
    ]);
}

/** Rows as both oracles give them. */
function summed(rows: readonly (readonly Cell[])[]): Cell[][] {
  return rows.map(([a, b, unit, joint, countA, countB, units]): Cell[] =>
    unit === 'span'
      ? [a!, b!, unit, joint!, countA!, countB!, units!]
      : [a!, b!, unit!, joint!, Number(countA) + Number(countB), units!],
  );
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
const sides = fc.nat({ max: 4 });
const runs = fc.constantFrom<'paragraph' | 'sentence'>('paragraph', 'sentence');

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

  test('a unit in which 举国体制 is only inside 新型举国体制 holds the longer one alone', () => {
    const inside = paragraphOf('新型 举国体制');
    const both = paragraphOf('新型 举国体制 推动 举国体制');
    const nested = (block: number) => [at(block, 0, 6, 1), at(block, 2, 4, 0)];
    const document = exampleDocument(
      'a',
      [inside, inside, both, paragraphOf('举国体制'), paragraphOf('科技')],
      [...nested(0), ...nested(1), ...nested(2), at(2, 8, 4, 0), at(3, 0, 4, 0), at(4, 0, 2, 2)],
    );
    // Of five paragraphs 举国体制 stands in two of its own, 新型举国体制 in three: no sign that they avoid each other.
    expect(keys([document], ['paragraph'])).toEqual([['举国体制', '新型举国体制', 'paragraph', 1, 2, 3, 5]]);
    // Windows of three words begin at 2 + 2 + 4 + 1 + 1 words; that of 新型 举国体制 推动 holds the longer one alone.
    expect(keys([document], ['window'])).toEqual([]);
    expect(
      termRowsOf([document], { ...base, units: ['window'], window: 4 }, terms).map((row) => row.slice(0, 7)),
    ).toEqual([['举国体制', '新型举国体制', 'window', 1, 7, 3, 10]]);
  });

  test('in spans a term inside the node is none of its neighbours', () => {
    const block = paragraphOf('新型 举国体制 推动 科技 发展 举国体制');
    const document = exampleDocument('a', [block], [at(0, 0, 6, 1), at(0, 2, 4, 0), at(0, 8, 2, 2), at(0, 12, 4, 0)]);
    const rows = termRowsOf([document], { ...base, units: ['span'], left: 0, right: 2 }, terms);
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      // Two words after the first 举国体制; the second stands at the end.
      ['举国体制', '科技', 'span', 1, 2, 1, 4],
      ['新型举国体制', '科技', 'span', 1, 2, 1, 4],
      ['科技', '举国体制', 'span', 1, 2, 2, 5],
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
      // Two words before 举国体制 are 科技 and 发展; one word after 科技 is 发展.
      ['举国体制', '科技', 'span', 1, 2, 2, 3],
    ]);
  });

  test('any corpus: as counted by the definitions, the measures those of the counts', () => {
    fc.assert(
      fc.property(exampleCorpus, counts, windows, sides, sides, runs, (corpus, count, window, left, right, within) => {
        const settings = { ...base, count, window, left, right, within };
        const rows = termRowsOf(corpus, settings);
        const units = unitsOf(corpus, termsOf, window, within);
        expect(summed(rows)).toEqual([...oracle(units, count), ...spanOracle(units, settings)]);
        for (const kind of unitKinds) {
          const ofKind = rows.filter((row) => row[2] === kind);
          const p = ofKind.map((row) => {
            const [f, f1, f2, n] = row.slice(3, 7) as [number, number, number, number];
            const { expected, pmi, npmi, g2, log_dice, jaccard, ochiai } = association(cellsOf({ f, f1, f2, n }));
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
          for (const row of ofKind) expect(row).toHaveLength(cooccurrenceSchema().columns.length);
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

  // As NLTK gives them: ordered, the first before the second.
  test.each([
    [2, { 'a test': 3, 'is a': 3, 'this is': 3 }],
    [4, { 'a test': 4, 'is a': 4, 'this is': 4, 'is test': 3, 'this a': 3 }],
  ])('spans of %d words to the right give the ordered pairs of NLTK', (right, expected) => {
    const document = exampleDocument('a', [paragraphOf('this this is is a a test test')]);
    const { rows } = wordPairsOf([document], { ...wordBase, units: ['span'], left: 0, right, count: 'all' });
    expect(Object.fromEntries([...rows].map(([a, b, , joint]) => [`${a} ${b}`, joint]))).toEqual(expected);
  });

  test('spans: each word around a node counts once, and expected is of the words that are not the node', () => {
    const document = exampleDocument('a', [paragraphOf('甲 乙 甲 丙 丁 乙')]);
    const { rows } = wordPairsOf([document], { ...wordBase, units: ['span'], left: 1, right: 1 });
    // Around 甲 stand 乙 (once, though beside both) and 丙; of the four words that are not 甲 two are 乙.
    expect([...rows].find(([a, b]) => a === '甲' && b === '乙')!.slice(2, 8)).toEqual(['span', 1, 2, 2, 4, 1]);
  });

  const wordsOf = ({ tokens }: TaggedDocument): Occurrence[] =>
    [...tokens.start].map((start, i) => ({ name: tokens.types[tokens.type[i]!]!, start, end: tokens.end[i]! }));

  test('any corpus: as counted by the definitions; a word that is left out still takes a place in its window', () => {
    const chosen = (document: TaggedDocument) => wordsOf(document).filter(({ name }) => name !== '的');
    fc.assert(
      fc.property(exampleCorpus, counts, windows, sides, sides, runs, (corpus, count, window, left, right, within) => {
        const settings = { ...wordBase, count, window, left, right, within, stopWords: new Set(['的']) };
        const { rows, leftOut } = wordPairsOf(corpus, settings);
        const units = unitsOf(corpus, chosen, window, within);
        expect(summed([...rows])).toEqual([...oracle(units, count), ...spanOracle(units, settings)]);
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
    fc.property(exampleCorpus, fc.integer({ min: 1, max: 3 }), (corpus, maxRows) => {
      const pairs = createTermCooccurrence(exampleTerms, base);
      const total = pairs.empty();
      for (const document of corpus) pairs.add(total, document);
      const all = [...termPairRows(total, exampleTerms, base)];
      const reports: PairReport[] = [];
      const few = [...termPairRows(total, exampleTerms, { ...base, maxRows }, (report) => reports.push(report))];
      expect(few).toEqual(unitKinds.flatMap((kind) => all.filter(([, , unit]) => unit === kind).slice(0, maxRows)));
      for (const { unit, pairs, written } of reports) {
        expect(pairs).toBe(all.filter((row) => row[2] === unit).length);
        expect(written).toBe(few.filter((row) => row[2] === unit).length);
      }
    }),
  );
});

describe('measures', () => {
  test('every name gives its column, from the counts of the row; a q-value is that of all pairs of the unit', () => {
    const sourceOfQ = (name: PairMeasure) =>
      name === 'q_value' ? 'g2_p' : name.startsWith('fisher') ? name.slice(0, -2) : `${name.slice(0, -2)}_p`;
    fc.assert(
      fc.property(exampleCorpus, counts, (corpus, count) => {
        const rows = termRowsOf(corpus, { ...base, count, measures: pairMeasures });
        const values = rows.map((row) => {
          const [f, f1, f2, n] = row.slice(3, 7) as [number, number, number, number];
          return association(cellsOf({ f, f1, f2, n })) as Record<string, number>;
        });
        pairMeasures.forEach((name, column) => {
          for (const kind of unitKinds) {
            const places = [...rows.keys()].filter((i) => rows[i]![2] === kind);
            const of = (key: string) => places.map((i) => values[i]![key]!);
            const isQ = /_q$|^q_value$/.test(name);
            const raw = of(isQ ? sourceOfQ(name) : name === 'p_value' ? 'g2_p' : name);
            const defined = raw.filter((value) => !Number.isNaN(value));
            const corrected = [...benjaminiHochberg(defined)];
            const wanted = isQ ? raw.map((value) => (Number.isNaN(value) ? value : corrected.shift()!)) : raw;
            wanted.forEach((value, k) => {
              const cell = rows[places[k]!]![7 + column]!;
              if (!Number.isFinite(value)) expect(cell, name).toBeNull();
              else
                expect(Math.abs(Number(cell) - value), name).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(value)));
            });
          }
        });
      }),
      { numRuns: 50 },
    );
    expect(
      cooccurrenceSchema(pairMeasures)
        .columns.map(({ name }) => name)
        .slice(7),
    ).toEqual(pairMeasures);
    expect(pairMeasures).toEqual(expect.arrayContaining([...associationNames]));
  });

  test('pairs of small expected counts are told', () => {
    const document = exampleDocument('a', [paragraphOf('甲 乙', '甲 乙', '丙')]);
    const reports: PairReport[] = [];
    const pairs = createWordCooccurrence(wordBase);
    const total = pairs.empty();
    pairs.add(total, document);
    const settings = { ...wordBase, units: ['sentence'] as const };
    const told = (measures: readonly PairMeasure[]) => {
      reports.length = 0;
      void [...wordPairRows(total, { ...settings, measures }, (report) => reports.push(report)).rows];
      return reports;
    };
    expect(told(['p_value'])).toEqual([{ unit: 'sentence', pairs: 1, written: 1, smallExpected: 1 }]);
    expect(told(['fisher_two_sided', 'pmi'])[0]!.smallExpected).toBe(0);
  });
});

describe('laws', () => {
  test('the order of documents changes nothing', () => {
    fc.assert(
      fc.property(exampleCorpus, counts, runs, (corpus, count, within) => {
        const settings = { ...base, count, within };
        expect(termRowsOf([...corpus].reverse(), settings)).toEqual(termRowsOf(corpus, settings));
        const words = { ...wordBase, count, within };
        expect([...wordPairsOf([...corpus].reverse(), words).rows]).toEqual([...wordPairsOf(corpus, words).rows]);
      }),
    );
  });

  test('spans to the right of a are spans to the left of b, pair of occurrences by pair of occurrences', () => {
    fc.assert(
      fc.property(exampleCorpus, sides, (corpus, size) => {
        const of = (left: number, right: number) =>
          [...wordPairsOf(corpus, { ...wordBase, units: ['span'], count: 'all', left, right }).rows].map((row) =>
            row.slice(0, 4),
          );
        const turned = of(0, size).map(([a, b, unit, joint]) => [b, a, unit, joint]);
        expect(of(size, 0).map(String).sort()).toEqual(turned.map(String).sort());
      }),
    );
  });
});

describe('pairs in memory', () => {
  const letters = Array.from({ length: 6 }, (_, i) => String.fromCharCode(0x4e00 + i));
  const corpus = [exampleDocument('a', [paragraphOf(letters.join(' '))])];
  const many = [...letters, ...Array.from({ length: 5000 }, (_, i) => `词${i}`)].map((term) => termOf(term));
  const marked = exampleDocument(
    'a',
    [paragraphOf(letters.join(' '))],
    letters.map((_, entry) => ({ block: 0, at: entry, length: 1, entry })),
  );

  // Fifteen pairs, or thirty ordered ones.
  test.each([
    ['sentence', 15],
    ['window', 15],
    ['span', 30],
  ] as const)('more pairs by %s than are allowed stop the run, and no fewer', (unit, pairs) => {
    const settings = { ...base, units: [unit], window: 6, left: 5, right: 5 };
    for (const terms of [many.slice(0, 6), many]) {
      expect(termRowsOf([marked], { ...settings, maxPairs: pairs }, terms)).toHaveLength(pairs);
      const stopped = expect.objectContaining({
        code: 'usage/too-many-pairs',
        values: { limit: pairs - 1, unit },
      });
      expect(() => termRowsOf([marked], { ...settings, maxPairs: pairs - 1 }, terms)).toThrow(stopped);
    }
    const words = { ...wordBase, ...settings };
    expect([...wordPairsOf(corpus, { ...words, maxPairs: 0 }).rows]).toHaveLength(pairs);
    expect(() => wordPairsOf(corpus, { ...words, maxPairs: pairs - 1 })).toThrow(CorpusError);
  });
});
