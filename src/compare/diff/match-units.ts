import { heaviestChain, type WeightedPair } from './heaviest-chain.ts';
import { joinSplitUnits } from './split-units.ts';
import { UnitGrams } from './unit-grams.ts';
import type { UnitMatch } from './unit-match.ts';
import { contentOf, type VersionUnit } from './version-unit.ts';

// From here on a unit is known again wherever it stands.
const alike = 0.6;
// Between neighbours that are matched less is enough, and least where the number is the same, too.
const alikeInPlace = 0.3;
const alikeWithNumber = 0.15;
// What is left over then may be one that moved and was changed, too.
const alikeElsewhere = 0.4;
// 依照本法 and such: too short to be known again by a part of it.
const shortest = 10;
// Between two neighbours up to this many are compared with each other, else only those that share something rare.
const mostCompared = 200;
// Units with the same content are paired in all ways up to this many. What stands oftener is known by its neighbours only.
const mostWays = 400;

/** Matches the units of two versions by their content and order, numbers last. Swapping the versions swaps the sides. */
export function matchUnits(a: readonly VersionUnit[], b: readonly VersionUnit[]): UnitMatch[] {
  const [contentA, contentB] = [a.map(keyOf), b.map(keyOf)];
  if (isAfter(contentA, contentB)) {
    return matchUnits(b, a)
      .map((match) => ({ ...match, a: match.b, b: match.a }))
      .sort((x, y) => x.a[0]! - y.a[0]!);
  }
  const grams = new UnitGrams(a, b);
  const sameNumber = (i: number, j: number) => a[i]!.number !== '' && a[i]!.number === b[j]!.number;
  const weigh = (i: number, j: number, similarity: number): WeightedPair => {
    const length = Math.min(contentA[i]!.length, contentB[j]!.length);
    // A heading moves rather than the articles under it.
    const size = 0.3 + Math.min(1, length / 50);
    return { a: i, b: j, weight: similarity * size * (sameNumber(i, j) ? 1.05 : 1) };
  };

  const { exact, isExactA, isExactB } = exactPairs(contentA, contentB);
  const strong = exact.map(([i, j]) => weigh(i, j, 1));
  a.forEach((_, i) => {
    if (isExactA[i] === 1 || contentA[i]!.length < shortest) return;
    const may = (j: number) => isExactB[j] === 0 && contentB[j]!.length >= shortest;
    for (const j of grams.candidates(i, may)) {
      const similarity = grams.similarity(i, j);
      if (similarity >= alike) strong.push(weigh(i, j, similarity));
    }
  });
  const inOrder = heaviestChain(strong);
  const takenA = new Set(inOrder.map((pair) => pair.a));
  const takenB = new Set(inOrder.map((pair) => pair.b));
  const moved = heaviestFirst(strong, takenA, takenB);

  const free = { a: (i: number) => i < a.length && !takenA.has(i), b: (j: number) => j < b.length && !takenB.has(j) };
  const take = (pair: WeightedPair): UnitMatch => {
    const isHeading = a[pair.a]!.isHeading && b[pair.b]!.isHeading;
    const mayJoin = {
      a: (i: number) => free.a(i) && a[i]!.isHeading === isHeading,
      b: (j: number) => free.b(j) && b[j]!.isHeading === isHeading,
    };
    const match = joinSplitUnits({ a: [pair.a], b: [pair.b], isMoved: false }, grams, mayJoin);
    for (const i of match.a) takenA.add(i);
    for (const j of match.b) takenB.add(j);
    return match;
  };
  const kept = inOrder.map(take);
  const weak = kept.concat({ a: [a.length], b: [b.length], isMoved: false }).flatMap((next, at) => {
    const last = kept[at - 1];
    const first = (last?.b.at(-1) ?? -1) + 1;
    const isBetween = (j: number) => j >= first && j < next.b[0]! && free.b(j);
    const between = Array.from({ length: Math.max(0, next.b[0]! - first) }, (_, k) => first + k);
    const pairs: WeightedPair[] = [];
    for (let i = (last?.a.at(-1) ?? -1) + 1; i < next.a[0]!; i++) {
      if (!free.a(i)) continue;
      const { isHeading } = a[i]!;
      const may = (j: number) => isBetween(j) && b[j]!.isHeading === isHeading;
      const likely = between.length <= mostCompared ? between : grams.candidates(i, may);
      for (const j of new Set([...likely, ...between.filter((j) => sameNumber(i, j))])) {
        if (!may(j)) continue;
        const similarity = contentA[i] === contentB[j] ? 1 : grams.similarity(i, j);
        const least = sameNumber(i, j) && !isHeading ? alikeWithNumber : alikeInPlace;
        if (similarity >= least) pairs.push({ a: i, b: j, weight: similarity + (sameNumber(i, j) ? 0.1 : 0) });
      }
    }
    return heaviestChain(pairs);
  });
  for (const { a: i, b: j } of weak) {
    takenA.add(i);
    takenB.add(j);
  }
  const grown = weak.map(take);
  const rest: WeightedPair[] = [];
  a.forEach((_, i) => {
    if (!free.a(i) || contentA[i]!.length < shortest) return;
    for (const j of grams.candidates(i, (j) => free.b(j) && contentB[j]!.length >= shortest)) {
      const similarity = grams.similarity(i, j);
      if (similarity >= alikeElsewhere) rest.push({ a: i, b: j, weight: similarity });
    }
  });
  moved.push(...heaviestFirst(rest, takenA, takenB));
  const elsewhere = moved.map((pair) => ({ a: [pair.a], b: [pair.b], isMoved: true }));
  return [...kept, ...grown, ...elsewhere].sort((x, y) => x.a[0]! - y.a[0]!);
}

/** One pair a unit, the heaviest first; adds their units to what is taken. */
function heaviestFirst(pairs: readonly WeightedPair[], takenA: Set<number>, takenB: Set<number>): WeightedPair[] {
  const sorted = [...pairs].sort((x, y) => y.weight - x.weight || x.a + x.b - y.a - y.b || x.a - y.a);
  return sorted.filter((pair) => {
    if (takenA.has(pair.a) || takenB.has(pair.b)) return false;
    takenA.add(pair.a);
    takenB.add(pair.b);
    return true;
  });
}

/** A unit without content is its number. */
function keyOf(unit: VersionUnit): string {
  const content = contentOf(unit);
  return content === '' ? `\n${unit.number}` : content;
}

function exactPairs(a: readonly string[], b: readonly string[]) {
  const places = (contents: readonly string[]) => {
    const found = new Map<string, number[]>();
    contents.forEach((content, i) => {
      const same = found.get(content);
      if (same === undefined) found.set(content, [i]);
      else same.push(i);
    });
    return found;
  };
  const inB = places(b);
  const exact: [number, number][] = [];
  const isExactA = new Uint8Array(a.length);
  const isExactB = new Uint8Array(b.length);
  for (const [content, as] of places(a)) {
    const bs = inB.get(content) ?? [];
    const isFew = as.length * bs.length <= mostWays;
    as.forEach((i) => {
      bs.forEach((j) => {
        if (isFew) exact.push([i, j]);
        isExactA[i] = 1;
        isExactB[j] = 1;
      });
    });
  }
  return { exact, isExactA, isExactB };
}

function isAfter(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const at = a.findIndex((content, i) => content !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
}
