import type { Cut, Engine } from '../../model/engine.ts';
import { addedWords } from '../lexicon/added-words.ts';
import type { Dictionary } from '../lexicon/dictionary.ts';
import { engineWords } from '../lexicon/engine-words.ts';
import type { UserEntry } from '../lexicon/user-dictionary.ts';
import { BestPath } from './best-path.ts';
import { markPlaces } from './number-places.ts';

/**
 * Added to the log probability of each word, in nats. A product of probabilities favours few long words; with two nats a
 * word the division is nearer to how treebanks cut (docs/segmentation.md has the figures).
 */
export const bonus = 2;

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
      markPlaces(text, path.places);
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
