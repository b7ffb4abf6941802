import { corpusSize } from '../measure/deviation-of-proportions.ts';
import { keynessMeasures } from '../measure/keyness.ts';
import type { Candidate } from './candidate.ts';
import { combinedScore, scoreParts } from './candidate-score.ts';
import { type CandidateText, UnitColumns } from './candidate-text.ts';
import { FormCounts, FormFinder, type FormPlaces } from './form-places.ts';
import { fragments, mergeCandidates } from './merge-candidates.ts';
import { quotedCandidates } from './quoted-names.ts';
import { stringCandidates } from './string-candidates.ts';
import { wordCandidates } from './word-candidates.ts';
import { isNoPartOfWord } from './word-rules.ts';

export interface DiscoverSettings {
  /** 0 for what suits the size of the corpus. */
  readonly minFrequency: number;
  /** 0 for two where there are five documents, else one. */
  readonly minDocuments: number;
  readonly maxLength: number;
  /** Whether words of the dictionary of fewer than four characters are candidates: most are no terms, and none is new. */
  readonly singleWords: boolean;
  /** Most candidates that are looked up in the texts. */
  readonly maxCandidates: number;
}

/** What candidates are compared with where no documents are given: the frequency of a form there, or an upper limit of it. */
export interface GeneralReference {
  readonly size: number;
  frequency(form: string): number;
  /** The words of the dictionary that a form is made of, the longest from the left; a character that is none by itself. */
  words(form: string): readonly string[];
}

/** A term that the texts suggest. */
export interface FoundTerm {
  readonly candidate: Candidate;
  readonly score: number;
  readonly places: FormPlaces;
  /** NaN in a corpus of one document. */
  readonly dpNorm: number;
  readonly logRatio: number;
  readonly referenceFrequency: number;
  /** The longer candidate that it is a fragment of; undefined where it stands by itself. */
  readonly inside: string | undefined;
}

/** More candidates than are allowed: data for a message. */
export class TooManyCandidates extends Error {
  readonly found: number;
  readonly allowed: number;

  constructor(found: number, allowed: number) {
    super(`${found} candidates, ${allowed} allowed`);
    this.found = found;
    this.allowed = allowed;
  }
}

/** Least frequency for a corpus of so many words: 3, and more than chance repeats in large ones (16 in 2.5 million). */
export function defaultMinFrequency(words: number): number {
  return Math.max(3, Math.floor(Math.sqrt(words) / 100));
}

/** From so many documents on a candidate has to stand in two: the phrase of one document is no term of the corpus. */
const severalDocuments = 5;

/** Collects documents, then finds the terms in them. The order of documents decides nothing but which examples are shown. */
export class TermDiscovery {
  readonly #settings: DiscoverSettings;
  readonly #texts: CandidateText[] = [];
  readonly #reference: CandidateText[] = [];
  readonly #units = new UnitColumns();
  readonly #quoted = new Map<string, number>();

  constructor(settings: DiscoverSettings) {
    this.#settings = settings;
  }

  /** Words of the texts so far. */
  get words(): number {
    return this.#texts.reduce((sum, { start }) => sum + start.length, 0);
  }

  /** Least documents of a term among the documents so far. */
  get minDocuments(): number {
    return this.#settings.minDocuments || (this.#texts.length >= severalDocuments ? 2 : 1);
  }

  add(text: CandidateText): void {
    this.#texts.push(text);
    this.#units.add(text);
    for (const form of text.quoted) this.#quoted.set(form, (this.#quoted.get(form) ?? 0) + 1);
  }

  /** A document to compare with. */
  addReference(text: CandidateText): void {
    this.#reference.push(text);
  }

  /** The terms, best first; `isFree` is false for known forms, which are not looked up. Throws TooManyCandidates. */
  terms(general: GeneralReference, isFree: (form: string) => boolean = () => true): FoundTerm[] {
    const { maxLength, maxCandidates } = this.#settings;
    const minDocuments = this.minDocuments;
    const words = this.words;
    const minFrequency = this.#settings.minFrequency || defaultMinFrequency(words);
    const limits = { minFrequency, maxLength };
    const merged = mergeCandidates([
      wordCandidates({ words: this.#units.words, forms: this.#units.forms, roles: this.#units.roles }, limits),
      stringCandidates(this.#units.characters, limits),
      quotedCandidates(this.#quoted, Math.max(2, minFrequency)),
    ]).filter((candidate) => this.#isNew(candidate, general));
    if (merged.length > maxCandidates) throw new TooManyCandidates(merged.length, maxCandidates);
    const sizes = this.#texts.map(({ start }) => start.length);
    const counts = new FormCounts(
      merged.map(({ form }) => form),
      corpusSize(sizes),
    );
    for (const [document, text] of this.#texts.entries()) counts.add(text, document, sizes[document]!);
    const dispersions = counts.dispersions();
    const reference = this.#referenceOf(merged, general);
    // A string that the segmenter mostly cuts elsewhere is rather a piece of two words than a word: 国体制 of 举国体制.
    const isWhole = (i: number) => 2 * counts.places[i]!.frequency >= merged[i]!.found;
    const kept = merged
      .map((candidate, i) => ({ candidate, i, form: candidate.form, frequency: counts.places[i]!.frequency }))
      .filter(({ i, frequency }) => frequency >= minFrequency && isWhole(i))
      .filter(({ i }) => counts.places[i]!.documents >= minDocuments);
    const inside = fragments(kept, maxLength);
    return kept
      .filter(({ form }) => isFree(form))
      .map(({ candidate, i, form }): FoundTerm => {
        const places = counts.places[i]!;
        const referenceFrequency = reference.frequency(i);
        const { log_ratio_walter: logRatio } = keynessMeasures({
          f1: places.frequency,
          n1: words,
          f2: referenceFrequency,
          n2: reference.size,
        });
        const dpNorm = dispersions[i]!;
        const score = combinedScore(scoreParts(candidate, logRatio, dpNorm));
        return { candidate, score, places, dpNorm, logRatio, referenceFrequency, inside: inside.get(form) };
      })
      .sort((a, b) => b.score - a.score || (a.candidate.form < b.candidate.form ? -1 : 1));
  }

  #isNew({ form, sources }: Candidate, general: GeneralReference): boolean {
    if (sources.includes('quoted')) return true;
    const words = general.words(form);
    if (words.length === 1) return sources.includes('words') && (this.#settings.singleWords || form.length >= 4);
    if (sources.includes('words')) return true;
    // Known words in a row are a phrase, which is a matter of its parts of speech.
    return words.some((word) => word.length === 1) && words.every((word) => !isNoPartOfWord(word));
  }

  #referenceOf(candidates: readonly Candidate[], general: GeneralReference) {
    if (this.#reference.length === 0) {
      return { size: general.size, frequency: (i: number) => general.frequency(candidates[i]!.form) };
    }
    const found = new Uint32Array(candidates.length);
    const finder = new FormFinder(candidates.map(({ form }) => form));
    let size = 0;
    for (const text of this.#reference) {
      size += text.start.length;
      finder.find(text, (index) => found[index]!++);
    }
    return { size, frequency: (i: number) => found[i]! };
  }
}
