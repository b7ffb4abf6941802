import { configs } from 'opencc-js/preset/t2cn';
import { type AmbiguousCharacter, ambiguousCharacters } from './ambiguous-characters.ts';
import { PhraseDictionary } from './phrase-dictionary.ts';

/** Kinds of Traditional text: OpenCC's own standard, Taiwan, Hong Kong, Taiwan with its words put into mainland ones. */
export type TraditionalVariant = 't' | 'tw' | 'hk' | 'twp';

/** The dictionaries of one conversion to Simplified, in order. */
export interface VariantChain {
  /** What is done before the text is cut into stretches. */
  readonly before: readonly PhraseDictionary[];
  /** Its phrases cut the text into stretches that are converted one by one; undefined where the text is one stretch. */
  readonly stretches: PhraseDictionary | undefined;
  readonly steps: readonly PhraseDictionary[];
  /** For each step: characters that it may decide in more than one way, by unit. */
  readonly ambiguous: readonly ReadonlyMap<number, AmbiguousCharacter>[];
}

const names: Readonly<Record<TraditionalVariant, string>> = { t: 't2s', tw: 'tw2s', hk: 'hk2s', twp: 'tw2sp' };

/** What a preset of opencc-js holds: its types leave `normalizationChain` out, and `segmentation` may be absent. */
interface Preset {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation?: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

const chains = new Map<TraditionalVariant, VariantChain>();

/** The dictionaries of a variant, made ready at the first call (10 to 20 ms, 2 MB) and then kept. */
export function variantChain(variant: TraditionalVariant): VariantChain {
  const known = chains.get(variant);
  if (known !== undefined) return known;
  const preset = configs[names[variant]] as unknown as Preset;
  const steps = preset.conversionChain.map((dictionaries) => new PhraseDictionary(dictionaries));
  const ambiguous = ambiguousCharacters(preset.conversionChain, steps);
  ambiguous.forEach((characters, step) => {
    for (const unit of characters.keys()) steps[step]!.watch(unit);
  });
  const chain: VariantChain = {
    before: (preset.normalizationChain ?? []).map((dictionaries) => new PhraseDictionary(dictionaries)),
    stretches: preset.segmentation === undefined ? undefined : new PhraseDictionary(preset.segmentation),
    steps,
    ambiguous,
  };
  chains.set(variant, chain);
  return chain;
}
