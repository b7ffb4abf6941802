import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';

/** Two forms that may be the same thing. */
export interface NearDuplicate {
  /** Indices of the forms, the lower first. */
  readonly first: number;
  readonly second: number;
  /** Jaro–Winkler similarity of their characters; 1 where only marks, spaces, case, particles or the order differ. */
  readonly similarity: number;
}

/** Of the pairs of the built-in list this keeps 地方政府债务 and 地方政府性债务, and leaves out 国有资本 and 国有资产. */
const least = 0.92;
/** At most four units of a common beginning count a tenth each, so that below this share of length no pair is as near. */
const leastShare = 0.6;
/** In shorter forms one other character makes another word. */
const shortest = 4;

const numerals = /[\d０-９〇零一二三四五六七八九十百千万亿两]+/g;
const marks = /[^\p{L}\p{N}]+/gu;
/** 改革和开放, 党的领导. */
const particles = /[的之和与及]/g;

/**
 * Pairs of forms that share most characters and do not differ in numbers only (“八五”计划 and “九五”计划) or by a part that
 * one has more (国企改革 and 国企改革深化提升行动). Forms of one owner are no pair.
 */
export function nearDuplicates(forms: readonly { readonly form: string; readonly owner: number }[]): NearDuplicate[] {
  const plain = forms.map(({ form }) => form.replace(marks, '').toLowerCase());
  const sorted = plain.map((form) => [...form].sort().join(''));
  const bare = plain.map((form) => form.replace(particles, ''));
  const sets = plain.map((form) => [...new Set(form)]);
  const byCharacter = new Map<string, number[]>();
  const pairs: NearDuplicate[] = [];
  const shared = new Uint32Array(forms.length);
  for (const [second, characters] of sets.entries()) {
    const near: number[] = [];
    for (const character of characters) {
      const others = byCharacter.get(character) ?? [];
      for (const other of others) if (shared[other]!++ === 0) near.push(other);
      others.push(second);
      byCharacter.set(character, others);
    }
    for (const first of near.sort((a, b) => a - b)) {
      const count = shared[first]!;
      shared[first] = 0;
      if (forms[first]!.owner === forms[second]!.owner || forms[first]!.form === forms[second]!.form) continue;
      if (2 * count < Math.max(sets[first]!.length, characters.length)) continue;
      const isReduced = bare[first] === bare[second] && bare[first]!.length > 1;
      const isSame = sorted[first] === sorted[second] || isReduced;
      const similarity = isSame ? 1 : similarityOf(plain[first]!, plain[second]!);
      const isWord = plain[first]!.length > 1 && plain[second]!.length > 1;
      if (similarity >= least && isWord) pairs.push({ first, second, similarity });
    }
  }
  return pairs;
}

function similarityOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < Math.max(shortest, leastShare * long.length)) return 0;
  if (long.includes(short)) return 0;
  if (a.replace(numerals, '0') === b.replace(numerals, '0')) return 0;
  return jaroWinkler(a, b, {});
}
