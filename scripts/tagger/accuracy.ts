import type { Engine } from '../../src/model/engine.ts';
import { universalTag } from '../../src/model/universal-tags.ts';
import { ContextTagger } from '../../src/segment/tagger/context-tagger.ts';
import type { TaggerModel } from '../../src/segment/tagger/tagger-model.ts';
import { type UniversalTag, universalTags } from '../../src/segment/tagger/universal-tags.ts';
import type { TreebankSentence } from '../treebank.ts';
import { asInEngine, asInTreebank, type ExampleWord, isMark, unknown } from './examples.ts';

/** Counts of one Universal part of speech: in the treebank, and what the dictionary and the model found. */
export interface TagCounts {
  gold: number;
  dictionary: number;
  dictionaryRight: number;
  model: number;
  modelRight: number;
}

export interface Accuracy {
  /** Words as the treebank cuts them. */
  readonly treebank: readonly TagCounts[];
  /** As the engine does, where the treebank says what they are. */
  readonly engine: readonly TagCounts[];
}

/** How often the model and the dictionary are right. */
export function accuracyOf(model: TaggerModel, sentences: readonly TreebankSentence[], engine: Engine): Accuracy {
  const tagger = new ContextTagger(model);
  const count = (cut: typeof asInEngine) => {
    const counts = universalTags.map(() => ({ gold: 0, dictionary: 0, dictionaryRight: 0, model: 0, modelRight: 0 }));
    for (const sentence of sentences) {
      const words = cut(sentence, engine);
      tagged(words, tagger).forEach((found, i) => {
        const { form, tag, dictionaryTag } = words[i]!;
        if (tag === isMark || tag === unknown) return;
        const told = universalTags.indexOf(universalTag(dictionaryTag, form) as UniversalTag);
        counts[tag]!.gold++;
        counts[told]!.dictionary++;
        counts[found]!.model++;
        if (told === tag) counts[tag]!.dictionaryRight++;
        if (found === tag) counts[tag]!.modelRight++;
      });
    }
    return counts;
  };
  return { treebank: count(asInTreebank), engine: count(asInEngine) };
}

function tagged(words: readonly ExampleWord[], tagger: ContextTagger): Uint8Array {
  const elements = Int32Array.from(words, ({ form, tag, dictionaryTag }) =>
    tag === isMark ? tagger.mark(form) : tagger.element(form, dictionaryTag),
  );
  return tagger.tag(
    elements,
    Uint8Array.from(words, ({ tag }) => (tag === isMark ? 1 : 0)),
    words.length,
  );
}

/** The counts as lines: accuracy, and F1 of each part of speech, of the dictionary and of the model. */
export function shownAccuracy({ treebank, engine }: Accuracy): string {
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(6);
  const lines = Object.entries({ 'words of the treebank': treebank, 'words of the engine': engine }).flatMap(
    ([name, counts]) => {
      const sum = (key: keyof TagCounts) => counts.reduce((total, count) => total + count[key], 0);
      const gold = sum('gold');
      return [
        `${name} (${gold}): dictionary${percent(sum('dictionaryRight'), gold)}, model${percent(sum('modelRight'), gold)}`,
        ...counts.map((count, t) => {
          const f1 = (found: number, right: number) => percent(2 * right, found + count.gold);
          return `  ${universalTags[t]!.padEnd(6)}${String(count.gold).padStart(6)}${f1(count.dictionary, count.dictionaryRight)}${f1(count.model, count.modelRight)}`;
        }),
      ];
    },
  );
  return lines.join('\n');
}
