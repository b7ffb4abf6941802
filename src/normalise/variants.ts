import { compose, type OffsetMap, type Span, toSource } from '../text/offset-map.ts';
import type { Rewrite } from '../text/rewrite.ts';
import type { AmbiguousCharacter } from './ambiguous-characters.ts';
import { convertPhrases, phraseBounds } from './convert-phrases.ts';
import { type TraditionalVariant, variantChain } from './variant-chains.ts';

/** How often a character was converted by itself although phrases convert it in another way too. */
export interface AmbiguousConversion extends AmbiguousCharacter {
  readonly count: number;
  /** The first of them, in units of the text that was given. */
  readonly first: Span;
}

export interface SimplifiedText {
  /** Undefined where nothing changed. */
  readonly rewrite: Rewrite | undefined;
  /** In order of the text. */
  readonly ambiguous: readonly AmbiguousConversion[];
}

/** Traditional to Simplified: the same text as opencc-js gives, with the map back. */
export function simplify(text: string, variant: TraditionalVariant): SimplifiedText {
  const chain = variantChain(variant);
  let current: Rewrite | undefined;
  const apply = (rewrite: Rewrite | undefined) => {
    if (rewrite === undefined) return;
    const map: OffsetMap = current === undefined ? rewrite.map : compose(current.map, rewrite.map);
    current = { text: rewrite.text, map, removed: [] };
  };
  const now = () => current?.text ?? text;

  for (const dictionary of chain.before) apply(convertPhrases(now(), dictionary, [], () => {}).rewrite);
  let bounds: readonly number[] = chain.stretches === undefined ? [] : phraseBounds(now(), chain.stretches);
  const ambiguous: AmbiguousConversion[] = [];
  chain.steps.forEach((dictionary, step) => {
    const watched = chain.ambiguous[step]!;
    const seen = new Map<number, { count: number; at: number }>();
    const conversion = convertPhrases(now(), dictionary, bounds, (unit, at) => {
      if (!watched.has(unit)) return;
      const known = seen.get(unit);
      if (known === undefined) seen.set(unit, { count: 1, at });
      else known.count++;
    });
    for (const [unit, { count, at }] of seen) {
      const span = { start: at, end: at + 1 };
      const first = current === undefined ? span : toSource(current.map, span);
      ambiguous.push({ ...watched.get(unit)!, count, first });
    }
    apply(conversion.rewrite);
    bounds = conversion.bounds;
  });
  return { rewrite: current, ambiguous: ambiguous.sort((a, b) => a.first.start - b.first.start) };
}
