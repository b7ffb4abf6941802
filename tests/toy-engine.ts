import type { Engine } from '../src/model/engine.ts';
import { bestReading } from '../src/segment/engine/best-reading.ts';
import type { Lexicon } from '../src/segment/lexicon/lexicon.ts';
import { FormTable } from '../src/text/form-table.ts';

/** A lexicon of `word/tag` or `word` entries parted by spaces, all of one frequency. */
export function toyLexicon(entries: string): Lexicon & { tag(word: string): string } {
  const tags = new Map(entries.split(' ').map((entry) => [entry.split('/')[0]!, entry.split('/')[1] ?? 'n']));
  return {
    total: 1e6,
    least: 1,
    longest: 20,
    frequency: (word) => (tags.has(word) ? 10 : undefined),
    tag: (word) => tags.get(word) ?? '',
  };
}

/** An engine without native code, for tests of what comes after it: the most probable reading by a few words. */
export function toyEngine(entries: string): Engine {
  const lexicon = toyLexicon(entries);
  const table = new FormTable();
  return {
    name: 'toy',
    version: '1',
    cut(paragraph) {
      // A space in front lets the paragraph itself be a word.
      const ends = bestReading(` ${paragraph}`, lexicon).ends.slice(1);
      const end = Uint32Array.from(ends, (place) => place - 1);
      return { length: end.length, end, form: end.map((to, i) => table.id(paragraph, i === 0 ? 0 : end[i - 1]!, to)) };
    },
    form: (id) => table.forms[id]!,
    id: (form) => table.id(form),
    tag: (id) => lexicon.tag(table.forms[id]!),
    parts: (form) => bestReading(form, lexicon).ends,
  };
}
