import type { Cut, Engine } from '../../model/engine.ts';
import { addedWords } from '../lexicon/added-words.ts';
import type { Dictionary } from '../lexicon/dictionary.ts';
import { engineWords } from '../lexicon/engine-words.ts';
import type { UserEntry } from '../lexicon/user-dictionary.ts';
import { isBareUnit } from '../number/number-characters.ts';
import { BestPath, bound, inside, open } from './best-path.ts';

/**
 * Added to the log probability of each word, in nats. A product of probabilities favours few long words; with two nats a
 * word the division is nearer to how treebanks cut (docs/segmentation.md has the figures).
 */
const bonus = 2;

const digit = 1;
const letter = 2;
const high = 3;
const low = 4;

/** Letters and digits, full-width ones too, and the halves of surrogate pairs. */
const kinds = new Uint8Array(0x10000);
kinds.fill(high, 0xd800, 0xdc00).fill(low, 0xdc00, 0xe000);
for (const shift of [0, 0xfee0]) {
  kinds.fill(digit, 0x30 + shift, 0x3a + shift);
  kinds.fill(letter, 0x41 + shift, 0x5b + shift).fill(letter, 0x61 + shift, 0x7b + shift);
}

/**
 * The best path through jieba's dictionary without its model of unknown words, which joins more than it finds: words are
 * favoured by a bonus each, runs of letters and digits are whole, and a unit after a number begins no longer word. Words
 * that the dictionary is too old for are added, the user's `entries`, and of `listed`, the forms of the term lists, those that
 * the dictionary lacks.
 */
export function createLatticeEngine(
  builtin: Dictionary,
  listed: Iterable<string> = [],
  entries: readonly UserEntry[] = [],
): Engine {
  const {
    dictionary,
    listed: listedWords,
    forms,
    lookUps,
  } = engineWords(builtin, listed, [...addedWords, ...entries], bonus);
  const scores = dictionary.weights.map((weight) => weight + bonus);
  const path = new BestPath({ trie: dictionary.trie, rank: dictionary.rank, scores }, listedWords);
  const cut = { length: 0, end: new Uint32Array(1024), form: new Uint32Array(1024) };

  const markPlaces = (text: string) => {
    const { places } = path;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const kind = kinds[text.charCodeAt(i)]!;
      let place: number = open;
      if (before !== 0) {
        if (kind === 0) {
          if (before === digit && isBareUnit(text, i)) place = bound;
        } else if (before <= letter ? kind <= letter : before === high && kind === low) place = inside;
      }
      places[i] = place;
      before = kind;
    }
    places[text.length] = open;
  };

  return {
    name: 'lattice',
    version: dictionary.digest,
    cut(text: string): Cut {
      const { length } = text;
      path.reserve(length);
      if (cut.end.length < length) {
        cut.end = new Uint32Array(path.places.length);
        cut.form = new Uint32Array(path.places.length);
      }
      markPlaces(text);
      path.search(text);
      const { found } = path;
      const { end: ends, form } = cut;
      let words = 0;
      for (let i = 0; i < length; ) {
        const next = found[2 * i]!;
        const known = found[2 * i + 1]!;
        form[words] = known >= 0 ? known : forms.idOf(text, i, next);
        ends[words++] = next;
        i = next;
      }
      cut.length = words;
      return cut;
    },
    ...lookUps,
  };
}
