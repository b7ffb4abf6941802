import type { Span } from '../../text/offset-map.ts';
import { PlainSearch, type PlainSettings } from '../plain-search.ts';
import type { TextView } from '../text-view.ts';
import type { GradedEntry } from './graded-entry.ts';

export interface ScoreSettings extends PlainSettings {
  /** Whether negations and degree words change the score of a word after them. */
  readonly modifiers: boolean;
  /** How many words before a word they may begin. */
  readonly scope: number;
}

/** A graded word in a text. */
export interface ScoredWord {
  readonly span: Span;
  readonly entry: GradedEntry;
  /** The modifiers before it in the order of the text. */
  readonly modifiers: readonly GradedEntry[];
  /** Product of their factors, 1 without any. */
  readonly factor: number;
  readonly score: number;
}

/** Finds and scores the graded words of a text, by dimension in the order given, then by place. */
export type ScoreWords = (view: TextView) => readonly ScoredWord[];

/** All dimensions of the entries, in the order of code units. */
export function dimensionsOf(entries: readonly GradedEntry[]): string[] {
  const words = entries.filter(({ role }) => role === 'word');
  return [...new Set(words.map(({ dimension }) => dimension))].sort((a, b) => (a < b ? -1 : 1));
}

/** Marks end a clause: what stands before 、 or ， does not modify what stands after it. */
const mark = /[\p{P}\p{S}]/u;

/** The scores of documents by a list of graded words, a dimension each. */
export function createScoreWords(entries: readonly GradedEntry[], settings: ScoreSettings): ScoreWords {
  const used = settings.modifiers ? entries : entries.filter(({ role }) => role === 'word');
  const search = new PlainSearch(
    used.map(({ word }) => word),
    settings,
  );
  const dimensions = dimensionsOf(used);
  return (view) => {
    const { spans } = search.find(view);
    return dimensions.flatMap((dimension) => {
      const found: Found[] = [];
      for (const [i, entry] of used.entries()) {
        if (entry.dimension !== dimension && (entry.role === 'word' || entry.dimension !== '')) continue;
        for (const span of spans[i]!) found.push({ span, entry });
      }
      return scored(longest(found), view, settings.scope);
    });
  };
}

interface Found {
  readonly span: Span;
  readonly entry: GradedEntry;
}

/** Of overlapping words the first, and of those the longest: 不得 is no 不 before 得. A word may have two roles. */
function longest(found: readonly Found[]): Found[] {
  const sorted = [...found].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.entry.line - b.entry.line,
  );
  const kept: Found[] = [];
  for (const one of sorted) {
    const last = kept.at(-1)?.span;
    if (
      last === undefined ||
      one.span.start >= last.end ||
      (one.span.start === last.start && one.span.end === last.end)
    ) {
      kept.push(one);
    }
  }
  return kept;
}

function scored(found: readonly Found[], view: TextView, scope: number): ScoredWord[] {
  return found.flatMap(({ span, entry }, i) => {
    if (entry.role !== 'word') return [];
    const modifiers: GradedEntry[] = [];
    for (let m = i - 1; m >= 0; m--) {
      const before = found[m]!;
      if (before.span.end > span.start) continue;
      // The next word before takes the modifiers before it.
      if (before.entry.role === 'word') break;
      if (view.wordsBetween(before.span.start, span.start) > scope) break;
      if (mark.test(view.document.text.slice(before.span.end, span.start))) break;
      modifiers.unshift(before.entry);
    }
    const factor = modifiers.reduce((product, { grade }) => product * grade, 1);
    return [{ span, entry, modifiers, factor, score: entry.grade * factor }];
  });
}
