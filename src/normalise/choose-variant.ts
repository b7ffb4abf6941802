import type { ScriptShare } from './script-share.ts';
import type { TraditionalVariant } from './variant-chains.ts';

/** 隨著, 面臨著: Taiwan writes the particle 着 as 著, which only its dictionaries convert; 著作, 著名 are the other 著. */
const taiwanParticle = /[隨藉沿本朝接味有憑看跟向繞在臨持抱順帶對趁依循按照靠逐守伴隔圍]著(?![作名者述稱錄])/;

/** The kind of Traditional text that a text is; undefined where most of what can tell is Simplified. */
export function chooseVariant(text: string, { traditional, simplified }: ScriptShare): TraditionalVariant | undefined {
  if (traditional <= simplified) return undefined;
  return !text.includes('着') && taiwanParticle.test(text) ? 'tw' : 't';
}
