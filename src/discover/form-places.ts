import { type CorpusSize, deviationOfProportions, partDeviation } from '../measure/deviation-of-proportions.ts';
import type { CandidateText } from './candidate-text.ts';

/** How a form is spread over documents, with the first places where it stands, each in another document. */
export interface FormPlaces {
  frequency: number;
  documents: number;
  /** Sum of `partDeviation` over the documents that have it, and their words. */
  deviation: number;
  listed: number;
  readonly examples: { readonly document: number; readonly start: number }[];
}

/** What forms are looked for in. */
type FormText = Pick<CandidateText, 'text' | 'start' | 'end' | 'joined'>;

/** Looks for given forms where they begin and end with words, and cross no mark. */
export class FormFinder {
  readonly #byStart = new Map<string, { readonly form: string; readonly index: number }[]>();

  /** `forms` have two UTF-16 units or more. */
  constructor(forms: readonly string[]) {
    for (const [index, form] of forms.entries()) {
      const key = form.slice(0, 2);
      const list = this.#byStart.get(key);
      if (list === undefined) this.#byStart.set(key, [{ form, index }]);
      else list.push({ form, index });
    }
  }

  /** Takes the index of each form with the offset of each of its occurrences, in the order of the text. */
  find({ text, start, end, joined }: FormText, take: (index: number, start: number) => void): void {
    for (let i = 0; i < start.length; i++) {
      const from = start[i]!;
      const list = this.#byStart.get(text.slice(from, from + 2));
      if (list === undefined) continue;
      for (const { form, index } of list) {
        const to = from + form.length;
        let last = i;
        while (end[last]! < to && last + 1 < start.length && joined[last + 1] === 1) last++;
        if (end[last] === to && text.startsWith(form, from)) take(index, from);
      }
    }
  }
}

const wantedExamples = 3;

/** Counts forms document by document; the order of documents decides only which examples are shown. */
export class FormCounts {
  readonly places: readonly FormPlaces[];
  readonly #finder: FormFinder;
  readonly #corpus: CorpusSize;

  constructor(forms: readonly string[], corpus: CorpusSize) {
    this.#finder = new FormFinder(forms);
    this.#corpus = corpus;
    this.places = forms.map(() => ({ frequency: 0, documents: 0, deviation: 0, listed: 0, examples: [] }));
  }

  /** A document with its number of words. */
  add(text: CandidateText, document: number, words: number): void {
    const here = new Map<number, number>();
    this.#finder.find(text, (index, start) => {
      const count = here.get(index) ?? 0;
      here.set(index, count + 1);
      const { examples } = this.places[index]!;
      if (count === 0 && examples.length < wantedExamples) examples.push({ document, start });
    });
    for (const [index, count] of here) {
      this.places[index]!.frequency += count;
      this.places[index]!.documents++;
      this.places[index]!.listed += words;
      this.#pending.push({ index, count, words });
    }
  }

  readonly #pending: { index: number; count: number; words: number }[] = [];

  /** DPnorm of each form over the documents; NaN for a single document. */
  dispersions(): number[] {
    for (const { index, count, words } of this.#pending.splice(0)) {
      const place = this.places[index]!;
      place.deviation += partDeviation(count, words, place.frequency, this.#corpus);
    }
    return this.places.map(
      ({ frequency, deviation, listed }) => deviationOfProportions(deviation, listed, frequency, this.#corpus).dp_norm,
    );
  }
}
