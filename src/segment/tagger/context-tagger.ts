import type { SegmentedDocument } from '../../model/document.ts';
import type { Stage } from '../../model/stage.ts';
import type { Tokens } from '../../model/tokens.ts';
import { isSpace } from '../../text/characters.ts';
import { classOf, classOfMark } from './dictionary-classes.ts';
import { type TaggerModel, width } from './tagger-model.ts';
import { pekingTagOf, universalTags } from './universal-tags.ts';
import { rowsOfEachPlace, rowsOfPlace, rowsOfWord, traitsOf, type WordTraits } from './word-features.ts';

/** Places beside a word that are looked at. */
const offsets = [-2, -1, 0, 1, 2];
/** What stands before the first word of a block and after the last. */
const edge = '\n';
/** The tag of what is no word. */
const markTag = width;

const properName = universalTags.indexOf('PROPN');
const personClasses = [classOf('nr'), classOf('nrfg')];
const bodyClass = classOf('nt');

/** The treebanks have few Chinese persons and bodies: what the dictionary has as one stays one, 习近平, 中国共产党. */
function isOwnName({ dictionaryClass, shape }: WordTraits): boolean {
  const length = shape % 8;
  return (length === 3 && personClasses.includes(dictionaryClass)) || (length === 4 && dictionaryClass === bodyClass);
}

/** The traits of a mark between words. */
export function traitsOfMark(mark: string): WordTraits {
  return { ...traitsOf(mark, ''), dictionaryClass: classOfMark(mark) };
}

/**
 * Gives each word the part of speech that its neighbours make likely, from left to right, the tags before it among them. A
 * form with several parts of speech becomes several types of the document.
 */
export class ContextTagger implements Stage<SegmentedDocument, SegmentedDocument> {
  readonly name = 'tagger';
  readonly settings = {};
  readonly #weights: Int8Array;
  readonly #slots = new Map<string, number>();
  readonly #traits: WordTraits[] = [];
  /** Sums of a form's rows by place and tag: `(slot × 5 + place) × width + tag`. */
  #sums = new Int16Array((offsets.length * width) << 12);
  /** Number of a form with a tag in `#forms`, plus one. */
  #numbers = new Int32Array(width << 12);
  readonly #forms: string[] = [];
  readonly #marks = new Map<string, number>();

  constructor({ weights }: TaggerModel) {
    this.#weights = weights;
  }

  run(document: SegmentedDocument): SegmentedDocument {
    return { ...document, tokens: this.#tokens(document) };
  }

  /** The parts of speech, as indices into `universalTags`, of elements (see `element`); of marks they mean nothing. */
  tag(elements: Int32Array, isMark: Uint8Array, length: number): Uint8Array {
    const tags = new Uint8Array(length);
    const outside = this.#mark(edge);
    const weights = this.#weights;
    const sums = this.#sums;
    const traits = this.#traits;
    const placeRows = new Int32Array(rowsOfEachPlace);
    const scores = new Int32Array(width);
    const wide = offsets.length * width;
    let tag1 = markTag;
    let tag2 = markTag;
    for (let i = 0; i < length; i++) {
      if (isMark[i] === 1) {
        tag2 = tag1;
        tag1 = markTag;
        continue;
      }
      const before2 = (i > 1 ? elements[i - 2]! : outside) * wide;
      const before = i > 0 ? elements[i - 1]! : outside;
      const here = elements[i]!;
      const after = i + 1 < length ? elements[i + 1]! : outside;
      const after2 = (i + 2 < length ? elements[i + 2]! : outside) * wide + 4 * width;
      const atBefore = before * wide + width;
      const atHere = here * wide + 2 * width;
      const atAfter = after * wide + 3 * width;
      for (let t = 0; t < width; t++) {
        scores[t] =
          sums[before2 + t]! + sums[atBefore + t]! + sums[atHere + t]! + sums[atAfter + t]! + sums[after2 + t]!;
      }
      rowsOfPlace(placeRows, traits[before]!, traits[here]!, traits[after]!, tag1, tag2);
      for (let f = 0; f < rowsOfEachPlace; f++) {
        const row = placeRows[f]! * width;
        for (let t = 0; t < width; t++) scores[t]! += weights[row + t]!;
      }
      let best = 0;
      for (let t = 1; t < width; t++) if (scores[t]! > scores[best]!) best = t;
      if (isOwnName(traits[here]!)) best = properName;
      tags[i] = best;
      tag2 = tag1;
      tag1 = best;
    }
    return tags;
  }

  /** The number of a form with its tag in the dictionary, for `tag`. */
  element(form: string, dictionaryTag: string): number {
    return this.#slots.get(form) ?? this.#learn(form, traitsOf(form, dictionaryTag), this.#slots);
  }

  /** The number of a mark, for `tag`. */
  mark(mark: string): number {
    return this.#mark(mark);
  }

  #mark(mark: string): number {
    return this.#marks.get(mark) ?? this.#learn(mark, traitsOfMark(mark), this.#marks);
  }

  #learn(form: string, traits: WordTraits, slots: Map<string, number>): number {
    const slot = this.#traits.push(traits) - 1;
    slots.set(form, slot);
    const wide = offsets.length * width;
    if ((slot + 1) * wide > this.#sums.length) {
      const sums = new Int16Array(this.#sums.length * 2);
      sums.set(this.#sums);
      this.#sums = sums;
      const numbers = new Int32Array(this.#numbers.length * 2);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
    }
    offsets.forEach((offset, place) => {
      const at = slot * wide + place * width;
      // The place of a neighbour is told from where the word to be tagged stands.
      for (const row of rowsOfWord(traits, offset)) {
        for (let t = 0; t < width; t++) this.#sums[at + t]! += this.#weights[row * width + t]!;
      }
    });
    return slot;
  }

  #tokens({ text, tokens, blocks }: SegmentedDocument): Tokens {
    const { start, end, type, types, tag, tags } = tokens;
    const slots = Int32Array.from(types, (form, t) => this.element(form, tags[tag[t]!]!));
    const units = 2 * start.length + 1;
    const elements = new Int32Array(units);
    const isMark = new Uint8Array(units);
    const place = new Uint32Array(start.length);
    const edgeSlot = this.#mark(edge);
    let length = 0;
    let at = 0;
    let block = 0;
    for (let i = 0; i < start.length; i++) {
      const from = start[i]!;
      if (from > at || i === 0) {
        let isEdge = i === 0;
        while (block < blocks.length && blocks[block]!.end <= from) block++;
        if (block < blocks.length && blocks[block]!.start >= at) isEdge = true;
        let unit = at;
        while (unit < from && isSpace(text.charCodeAt(unit))) unit++;
        if (isEdge || unit < from) {
          isMark[length] = 1;
          elements[length++] = isEdge ? edgeSlot : this.#mark(text.charAt(unit));
        }
      }
      place[i] = length;
      elements[length++] = slots[type[i]!]!;
      at = end[i]!;
    }
    const found = this.tag(elements, isMark, length);
    return this.#split(tokens, slots, place, found);
  }

  /** The tokens with a type for each form and part of speech, in order of first sight. */
  #split(tokens: Tokens, slots: Int32Array, place: Uint32Array, found: Uint8Array): Tokens {
    const { start, type, types, tag, tags } = tokens;
    const typeOf = new Int32Array(types.length * width);
    const newTypes: string[] = [];
    const newTags: string[] = [];
    const newTag: number[] = [];
    const universal: string[] = [];
    const ofType: number[] = [];
    const newType = new Uint32Array(start.length);
    const tagNumbers = new Map<string, number>();
    for (let i = 0; i < start.length; i++) {
      const old = type[i]!;
      const upos = found[place[i]!]!;
      const key = old * width + upos;
      let known = typeOf[key]!;
      if (known === 0) {
        const form = types[old]!;
        const name = universalTags[upos]!;
        known = newTypes.push(form);
        typeOf[key] = known;
        const peking = pekingTagOf(name, tags[tag[old]!]!);
        let number = tagNumbers.get(peking);
        if (number === undefined) {
          number = newTags.push(peking) - 1;
          tagNumbers.set(peking, number);
        }
        newTag.push(number);
        universal.push(name);
        ofType.push(this.#number(form, slots[old]! * width + upos));
      }
      newType[i] = known - 1;
    }
    return {
      ...tokens,
      type: newType,
      types: newTypes,
      tag: Uint8Array.from(newTag),
      tags: newTags,
      universal,
      numbers: { forms: this.#forms, ofType: Uint32Array.from(ofType) },
    };
  }

  #number(form: string, key: number): number {
    if (this.#numbers[key] === 0) this.#numbers[key] = this.#forms.push(form);
    return this.#numbers[key]! - 1;
  }
}
