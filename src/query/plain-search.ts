import { foldForm, TermMatcher } from '../tag/term-matcher.ts';
import { isWhole } from '../tag/word-boundaries.ts';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/offset-map.ts';
import type { TextView } from './text-view.ts';

/** How strings of characters are looked for: as listed terms are. */
export interface PlainSettings {
  /** `word`: where words of the fine reading begin and end; `any`: anywhere. */
  readonly boundary: 'word' | 'any';
  readonly ignoreCase: boolean;
  /** What the pipeline does to the text of a document. */
  readonly normalise?: (form: string) => string;
}

/** What became of each of the strings in one text. */
export interface PlainMatches {
  /** By string, in the order of the text, apart from each other. */
  readonly spans: readonly (readonly Span[])[];
  /** By string: occurrences that begin or end inside a word. */
  readonly refused: readonly number[];
}

/** Looks for strings of characters, all in one pass. A string that is empty when normalised is never found. */
export class PlainSearch {
  readonly #settings: PlainSettings;
  readonly #matcher: TermMatcher | undefined;
  /** For each form of the matcher the strings that it stands for. */
  readonly #strings: number[][] = [];
  readonly #count: number;

  constructor(strings: readonly string[], settings: PlainSettings) {
    this.#settings = settings;
    this.#count = strings.length;
    const forms = new Map<string, number[]>();
    for (const [i, string] of strings.entries()) {
      const form = foldForm(string, settings.normalise, settings.ignoreCase);
      if (form === '') continue;
      const same = forms.get(form);
      if (same === undefined) forms.set(form, [i]);
      else same.push(i);
    }
    this.#strings.push(...forms.values());
    if (forms.size > 0) this.#matcher = new TermMatcher([...forms.keys()], settings.ignoreCase);
  }

  find(view: TextView): PlainMatches {
    const { document } = view;
    const spans: Span[][] = Array.from({ length: this.#count }, () => []);
    const refused = new Array<number>(this.#count).fill(0);
    const matches = this.#matcher?.find(document.text, document.citations);
    for (let m = 0; matches !== undefined && m < matches.length; m++) {
      const span = { start: matches.start[m]!, end: matches.end[m]! };
      if (view.blockOf(span) === undefined) continue;
      const strings = this.#strings[matches.form[m]!]!;
      const last = spans[strings[0]!]!.at(-1);
      if (last !== undefined && last.end > span.start) continue;
      const isWord =
        this.#settings.boundary === 'any' ||
        isWhole(document, span.start, span.end, countBelow(document.fineEnds, span.start));
      for (const string of strings) {
        if (isWord) spans[string]!.push(span);
        else refused[string]!++;
      }
    }
    return { spans, refused };
  }
}
