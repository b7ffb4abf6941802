import { countBelow } from '../../text/count-below.ts';
import { candidateSeeds } from './candidate-seeds.ts';
import { clusterPlaces } from './cluster-places.ts';
import type { ComparedText } from './compared-text.ts';
import { exactMatches } from './exact-matches.ts';
import { type FingerprintIndex, indexFingerprints } from './fingerprint-index.ts';
import { fingerprints } from './fingerprints.ts';
import { identityOf, type JoinedPassage, joinMatches } from './join-matches.ts';

export interface ReuseSettings {
  /** Least number of compared characters on each side; between versions of one document 2·shingle − 1, where that is less. */
  readonly minLength: number;
  readonly minIdentity: number;
  /** Compared characters of a shingle; what runs on for twice as many less one is always found. */
  readonly shingle: number;
  readonly maxGap: number;
  /** A passage of more documents than this is boilerplate. */
  readonly boilerplate: number;
}

/** A passage of two documents, by their indices, `a` before `b`; places are indices of units of the compared texts. */
export interface ReusedPassage extends JoinedPassage {
  readonly a: number;
  readonly b: number;
  readonly identity: number;
  /** Documents that hold the passage: the median over its chosen shingles. */
  readonly documents: number;
  readonly isBoilerplate: boolean;
  /** Whether both documents have a title in common. */
  readonly isVersion: boolean;
  /** The same for passages at one place, from 1. */
  readonly cluster: number;
}

/** A document to compare. */
export interface ComparedDocument extends ComparedText {
  /** Its titles in the form of `titleKey`; empty where none is known. */
  readonly titles: readonly string[];
}

/** Passages that documents share, by document and place of `a`, then of `b`. Of one document with itself there are none. */
export function findReuse(texts: readonly ComparedDocument[], settings: ReuseSettings): ReusedPassage[] {
  const { shingle, boilerplate, minLength, minIdentity } = settings;
  const index = indexFingerprints(texts.map(({ units }) => fingerprints(units, shingle, shingle)));
  const versions = versionsOf(texts);
  const shortest = Math.min(minLength, 2 * shingle - 1);
  const found: Omit<ReusedPassage, 'cluster'>[] = [];
  /** Of each document the places of boilerplate that a row tells already. */
  const told = texts.map((): Place[] => []);
  for (let a = 0; a < texts.length; a++) {
    const own = versions[a]!;
    // Where a title is that of many, such as 政府工作报告, what they share is no matter of two versions.
    const isOfFew = own.size < boilerplate;
    const [followed, many] = isOfFew ? [own, none] : [none, own];
    const seeds = [...candidateSeeds(index, a, boilerplate, followed, many)].sort(([x], [y]) => x - y);
    const ofDocument: Omit<ReusedPassage, 'cluster'>[] = [];
    for (const [b, places] of seeds) {
      const first = texts[a]!.units;
      const second = texts[b]!.units;
      const isVersion = own.has(b);
      const least = isVersion && isOfFew ? shortest : minLength;
      const joined = joinMatches(first, second, exactMatches(first, second, places, shingle), settings);
      const long = joined.filter(
        (passage) =>
          Math.min(passage.endA - passage.startA, passage.endB - passage.startB) >= least &&
          identityOf(passage) >= minIdentity,
      );
      for (const passage of withoutContained(long)) {
        const documents = documentsOf(index, a, b, passage, shingle);
        const isBoilerplate = documents > boilerplate;
        const { startA, endA, startB, endB, same } = passage;
        if (isBoilerplate) {
          const place = { start: startB, end: endB };
          if (!(isVersion && isOfFew) && isTold(told[b]!, place)) continue;
          told[b]!.push(place);
        }
        const identity = identityOf(passage);
        ofDocument.push({ a, b, startA, endA, startB, endB, same, identity, documents, isBoilerplate, isVersion });
      }
    }
    ofDocument.sort((x, y) => x.startA - y.startA || y.endA - x.endA || x.b - y.b || x.startB - y.startB);
    for (const passage of ofDocument) found.push(passage);
  }
  const clusters = clusterPlaces(found);
  return found.map((passage, i) => ({ ...passage, cluster: clusters[i]! }));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const none: ReadonlySet<number> = new Set();

/** Whether half of a place is in one of these. */
function isTold(places: readonly Place[], { start, end }: Place): boolean {
  return places.some((other) => 2 * (Math.min(other.end, end) - Math.max(other.start, start)) >= end - start);
}

/** Of each document those that have a title in common with it. */
function versionsOf(texts: readonly ComparedDocument[]): ReadonlySet<number>[] {
  const named = new Map<string, number[]>();
  texts.forEach(({ titles }, i) => {
    for (const title of titles) {
      const documents = named.get(title);
      if (documents === undefined) named.set(title, [i]);
      else documents.push(i);
    }
  });
  return texts.map(({ titles }, i) => {
    const others = new Set(titles.flatMap((title) => named.get(title)!));
    others.delete(i);
    return others;
  });
}

/** Passages that longer ones of the same two documents do not hold already on both sides. */
function withoutContained(passages: readonly JoinedPassage[]): JoinedPassage[] {
  const longest = [...passages].sort((x, y) => y.same - x.same || x.startA - y.startA || x.startB - y.startB);
  const kept: JoinedPassage[] = [];
  for (const passage of longest) {
    const inA = kept.some((other) => other.startA <= passage.startA && other.endA >= passage.endA);
    const inB = kept.some((other) => other.startB <= passage.startB && other.endB >= passage.endB);
    if (!inA || !inB) kept.push(passage);
  }
  return kept;
}

/** How many documents hold a passage. */
function documentsOf(index: FingerprintIndex, a: number, b: number, passage: JoinedPassage, shingle: number): number {
  const counts: number[] = [];
  const note = (document: number, start: number, end: number): void => {
    const first = index.firstEntry[document]!;
    const places = index.at.subarray(first, index.firstEntry[document + 1]!);
    for (let i = countBelow(places, start); i < places.length && places[i]! + shingle <= end; i++) {
      const documents = index.documents[index.id[first + i]!]!;
      if (documents > 1) counts.push(documents);
    }
  };
  note(a, passage.startA, passage.endA);
  note(b, passage.startB, passage.endB);
  counts.sort((x, y) => x - y);
  return counts[(counts.length - 1) >> 1] ?? 2;
}
