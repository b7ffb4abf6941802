import { codePoints } from '../text/characters.ts';
import type { PhraseDictionary } from './phrase-dictionary.ts';

/** A Traditional character that may become one of several Simplified ones. */
export interface AmbiguousCharacter {
  readonly character: string;
  /** What it becomes where no phrase decides. */
  readonly result: string;
  readonly alternatives: readonly string[];
}

/** 隨著 is 随着 and 著作 is 著作; the dictionaries of t and hk leave 著 as it is everywhere. */
const unlisted: readonly AmbiguousCharacter[] = [{ character: '著', result: '著', alternatives: ['着'] }];

/**
 * The characters that the phrases of a chain of dictionaries convert in another way than the character by itself (乾 → 干,
 * but 乾坤 → 乾坤), by unit, for each step of the chain.
 */
export function ambiguousCharacters(
  chain: readonly (readonly string[])[],
  steps: readonly PhraseDictionary[],
): ReadonlyMap<number, AmbiguousCharacter>[] {
  const found = chain.map((dictionaries, step) => {
    const results = resultsOf(dictionaries);
    const ambiguous = new Map<number, AmbiguousCharacter>();
    for (const [character, counts] of results.values) {
      const simplify = (value: string) => converted(value, steps.slice(step + 1));
      const result = simplify(results.alone.get(character) ?? character);
      const alternatives = new Set<string>();
      for (const [value, count] of counts) {
        // A character that only one phrase keeps as it is (不可貲計 → 不可赀計) is a slip of the dictionary.
        if (value === character && count === 1) continue;
        if (simplify(value) !== result) alternatives.add(simplify(value));
      }
      if (alternatives.size === 0) continue;
      ambiguous.set(character.charCodeAt(0), { character, result, alternatives: [...alternatives].sort() });
    }
    return ambiguous;
  });
  for (const entry of unlisted) {
    const unit = entry.character.charCodeAt(0);
    if (found.every((characters) => !characters.has(unit))) found.at(-1)!.set(unit, entry);
  }
  return found;
}

interface Results {
  /** What a character becomes by itself. */
  readonly alone: ReadonlyMap<string, string>;
  /** What a character becomes in entries of several characters, with the number of entries. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function resultsOf(dictionaries: readonly string[]): Results {
  const alone = new Map<string, string>();
  const values = new Map<string, Map<string, number>>();
  for (const dictionary of dictionaries) {
    const entries = dictionary.split('|').map((entry) => entry.split(' ') as [string, string]);
    // In a dictionary of words (軟體 → 軟件, 程式 → 程序) the characters of the two sides do not correspond.
    if (entries.some(([from, to]) => codePoints(from) !== codePoints(to))) continue;
    for (const [from, to] of entries) {
      const length = codePoints(from);
      if (length === 1) {
        if (!alone.has(from)) alone.set(from, to);
        continue;
      }
      if (from.length !== length || to.length !== length) continue;
      for (let i = 0; i < length; i++) {
        let counts = values.get(from.charAt(i));
        if (counts === undefined) {
          counts = new Map();
          values.set(from.charAt(i), counts);
        }
        counts.set(to.charAt(i), (counts.get(to.charAt(i)) ?? 0) + 1);
      }
    }
  }
  return { alone, values };
}

function converted(character: string, steps: readonly PhraseDictionary[]): string {
  return steps.reduce((value, step) => step.match(value, 0, value.length)?.value ?? value, character);
}
