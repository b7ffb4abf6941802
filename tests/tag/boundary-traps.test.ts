import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createJiebaEngine } from '../../src/segment/engine/jieba-engine.ts';
import { createLatticeEngine } from '../../src/segment/engine/lattice-engine.ts';
import { cleanDocument } from '../clean-document.ts';
import { tagForReal } from './real-stages.ts';

/** A phrase with a listed term in its characters, and how often the term occurs there as a unit of the language. */
interface Trap {
  readonly text: string;
  readonly term: string;
  readonly expected: string;
  readonly note: string;
}

const file = fileURLToPath(new URL('boundary-traps.csv', import.meta.url));
const traps: Trap[] = parse(readFileSync(file, 'utf8'), { columns: true });
const terms = [...new Set(traps.map(({ term }) => term))];

function plainCount({ text, term }: Trap): number {
  return text.split(term).length - 1;
}

function score(found: readonly number[]) {
  let right = 0;
  let common = 0;
  let all = 0;
  let expected = 0;
  const wrong: string[] = [];
  for (const [i, trap] of traps.entries()) {
    const truth = Number(trap.expected);
    const count = found[i]!;
    common += Math.min(truth, count);
    all += count;
    expected += truth;
    if (truth === count) right++;
    else wrong.push(`${trap.term} in ${trap.text}: ${count} for ${truth}`);
  }
  return { accuracy: right / traps.length, precision: common / all, recall: common / expected, wrong };
}

describe('the table of traps', () => {
  it('has each trap once, in some way that a plain search would find, and as many false ones as true ones', () => {
    expect(new Set(traps.map(({ text, term }) => `${term} ${text}`)).size).toBe(traps.length);
    for (const trap of traps) expect(plainCount(trap)).toBeGreaterThanOrEqual(Math.max(1, Number(trap.expected)));
    expect(score(traps.map(plainCount)).accuracy).toBeCloseTo(0.5, 1);
  });
});

describe('the boundary rule', () => {
  it.each([
    { engine: 'lattice', create: createLatticeEngine, least: [0.955, 0.93, 0.98] },
    { engine: 'jieba', create: createJiebaEngine, least: [0.965, 0.95, 0.98] },
  ])('tells traps from occurrences with the engine $engine', ({ engine, create, least }) => {
    const document = tagForReal(cleanDocument(...traps.map(({ text }) => text)), terms, 'word', create);
    const counts = traps.map((trap, i) => {
      const { start: from, end: to } = document.blocks[i]!;
      const { start, end, label } = document.terms;
      return start.filter((at, o) => from <= at && end[o]! <= to && label[o] === terms.indexOf(trap.term)).length;
    });
    const { accuracy, precision, recall, wrong } = score(counts);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    console.info(
      [
        `${traps.length} traps, ${engine}: accuracy ${percent(accuracy)}, precision ${percent(precision)}, recall ${percent(recall)}`,
        ...wrong,
      ].join('\n  '),
    );
    expect(accuracy).toBeGreaterThanOrEqual(least[0]!);
    expect(precision).toBeGreaterThanOrEqual(least[1]!);
    expect(recall).toBeGreaterThanOrEqual(least[2]!);
  });
});
