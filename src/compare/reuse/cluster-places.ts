/** Both places of a passage. */
interface PlacedPassage {
  readonly a: number;
  readonly startA: number;
  readonly endA: number;
  readonly b: number;
  readonly startB: number;
  readonly endB: number;
}

interface Place {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly passage: number;
}

/** Share of the longer of two places that both must have in common to be one. */
const sharedPart = 0.8;

/**
 * The cluster of each passage, numbered from 1 in their order: passages with a place in common belong together, so that
 * what five documents share has one number in all their pairs. A passage and a short part of it are two.
 */
export function clusterPlaces(passages: readonly PlacedPassage[]): Uint32Array {
  const parent = Uint32Array.from(passages, (_, i) => i);
  const rootOf = (of: number): number => {
    let root = of;
    while (parent[root] !== root) root = parent[root]!;
    for (let i = of; parent[i] !== root; ) {
      const next = parent[i]!;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  const join = (x: number, y: number): void => {
    const one = rootOf(x);
    const other = rootOf(y);
    parent[Math.max(one, other)] = Math.min(one, other);
  };
  const places: Place[] = [];
  passages.forEach(({ a, startA, endA, b, startB, endB }, passage) => {
    places.push({ document: a, start: startA, end: endA, passage }, { document: b, start: startB, end: endB, passage });
  });
  places.sort((x, y) => x.document - y.document || x.start - y.start || y.end - x.end || x.passage - y.passage);
  const distinct: Place[] = [];
  for (const place of places) {
    const last = distinct.at(-1);
    if (last?.document === place.document && last.start === place.start && last.end === place.end) {
      join(last.passage, place.passage);
    } else {
      distinct.push(place);
    }
  }
  distinct.forEach((place, i) => {
    const least = sharedPart * (place.end - place.start);
    for (let j = i + 1; j < distinct.length; j++) {
      const other = distinct[j]!;
      if (other.document !== place.document || place.end - other.start < least) break;
      const shared = Math.min(place.end, other.end) - other.start;
      if (shared >= least && shared >= sharedPart * (other.end - other.start)) join(place.passage, other.passage);
    }
  });
  const numbers = new Map<number, number>();
  return Uint32Array.from(passages, (_, i) => {
    const root = rootOf(i);
    const number = numbers.get(root) ?? numbers.size + 1;
    numbers.set(root, number);
    return number;
  });
}
