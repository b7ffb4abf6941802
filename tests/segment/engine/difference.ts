import type { Engine } from '../../../src/model/engine.ts';
import { type Nodejieba, nodejieba } from '../../nodejieba.ts';

const bare = nodejieba as Nodejieba;

/** What nodejieba makes of half a surrogate pair. */
const wellFormed = (text: string) => Buffer.from(text).toString();

/** The first place where the engine's words or tags are not those of nodejieba, as it is loaded; undefined where there is none. */
export function difference(engine: Engine, text: string): string | undefined {
  const line = wellFormed(text);
  const words = bare.cut(line, true);
  const tagged = bare.tag(line);
  const { length, end, form } = engine.cut(text);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const here = () => `${JSON.stringify(line.slice(Math.max(0, at - 10), at + 20))} at ${i}`;
    if (at + word.length !== end[i] || wellFormed(engine.form(form[i]!)) !== word) return `cut ${here()}: ${word}`;
    const { word: taggedWord, tag } = tagged[i]!;
    if (taggedWord !== word || engine.tag(form[i]!) !== tag) return `tag ${here()}: ${word} ${tag}`;
    at += word.length;
  }
  return length === words.length && at === text.length ? undefined : `length of ${JSON.stringify(line)}`;
}
