import type { Cut, Engine } from '../../model/engine.ts';
import { documentNumberAt } from '../number/document-number.ts';
import { gluedUnits } from '../number/glued-units.ts';
import {
  about,
  digit,
  kindOf,
  letter,
  multiplier,
  none,
  numeral,
  ordinal,
  quote,
} from '../number/number-characters.ts';
import { hasBareUnit, isCountedRest, isRest, mayBegin } from '../number/number-context.ts';
import { isNumber, latinEnd, numberEnd, numeralEnd, plainNumberEnd, runsIntoLetters } from '../number/number-forms.ts';
import { CutRewriter } from './cut-rewriter.ts';
import { tagOfForm } from './policy-tags.ts';
import { quotedNameEnd } from './quoted-names.ts';

export interface PolicyTokenSettings {
  /** Whether a number and its unit are two words (2035|年, 5000万|元) or one. */
  readonly units: 'apart' | 'glued';
}

/** What may come before the numerals in a word that begins a number: 第十|三, 几十|万, 数百|亿. */
const beforeNumerals = '第几数';
const dot = '.'.charCodeAt(0);

/**
 * The engine with a step after it that gives numbers and names the form that readers of policy texts expect, whatever the
 * engine cut:
 * - a number with its separators, decimals, percent sign and 万 or 亿 is one word: 1,234.5, 3%, 5000万, 20多, 1/3, 14:30, and so
 *   is a range, 3%—5%, 2021—2025, and a date in digits, 2023-05-01; the dot of 1. is no part of it;
 * - a Chinese number is one word, 三十二万, 二〇三五, 百分之三十, 第三十二, but not 一个 or 千万, which are the engine's affair;
 * - the unit after a number is a word of its own, 2035|年|底, 5000万|元, or one with the number if units are glued: 2035年;
 * - letters and digits are one word, also across a hyphen: 5G, GDP, COVID-19, PM2.5, A股; units are apart: 20|mm, 1.3|L;
 * - so are the numbers of documents, 国发〔2021〕5号, and names with a number in quotation marks: 十四五 of “十四五”.
 * A word of `listed` that the engine found is neither parted nor joined.
 */
export function withPolicyTokens(
  engine: Engine,
  { units }: PolicyTokenSettings,
  listed: Iterable<string> = [],
): Engine {
  const listedIds = new Set<number>();
  for (const form of listed) listedIds.add(engine.id(form));
  const unitIds = new Set(units === 'glued' ? gluedUnits.map((unit) => engine.id(unit)) : []);
  const steps = new PolicyTokens(engine, listedIds, unitIds);
  return {
    name: engine.name,
    version: engine.version,
    cut: (paragraph) => steps.run(paragraph, engine.cut(paragraph)),
    form: (id) => engine.form(id),
    id: (form) => engine.id(form),
    tag: (id) => tagOfForm(engine.form(id)) ?? engine.tag(id),
    parts: (form) => engine.parts(form),
  };
}

/** Goes through a text for policy tokens and writes the cut anew where it differs from them. */
class PolicyTokens {
  readonly #engine: Engine;
  readonly #listed: ReadonlySet<number>;
  readonly #units: ReadonlySet<number>;
  readonly #words: CutRewriter;
  /** The word that is read. */
  #at = 0;

  constructor(engine: Engine, listed: ReadonlySet<number>, units: ReadonlySet<number>) {
    this.#engine = engine;
    this.#listed = listed;
    this.#units = units;
    this.#words = new CutRewriter(engine);
  }

  run(text: string, cut: Cut): Cut {
    this.#words.begin(text, cut);
    const { end, length } = cut;
    let start = 0;
    for (let word = 0; word < length; word++) {
      const kind = kindOf[text.charCodeAt(start)]!;
      if (kind !== none && mayBegin(text, start, kind, this.#units.size > 0)) {
        this.#at = word;
        let next = this.#read(start, kind);
        // What is left of a parted word may begin another: the year of GDP2020年 after its letters.
        for (;;) {
          next = Math.max(next, this.#words.rest);
          while (word < length - 1 && end[word]! < next) word++;
          const kind = kindOf[text.charCodeAt(next)]!;
          if (next >= end[word]! || kind === none || !mayBegin(text, next, kind, this.#units.size > 0)) break;
          this.#at = word;
          next = this.#read(next, kind);
        }
      }
      start = end[word]!;
    }
    return this.#words.finish();
  }

  /** Reads what begins at an offset, and returns where to go on. */
  #read(start: number, kind: number): number {
    const text = this.#words.text;
    if (kind === digit || kind === letter) {
      if (kind === digit) {
        const number = documentNumberAt(text, start);
        if (number !== undefined && this.#join(number.start, number.end)) return number.end;
        const plain = plainNumberEnd(text, start);
        if (plain > 0) return this.#number(start, plain);
      }
      const end = latinEnd(text, start);
      if (end > start) {
        // In GDP2020年 one word may hold the letters and the year.
        if (kindOf[text.charCodeAt(end)] !== digit || !this.#isOneWord(start, end)) this.#join(start, end);
        return end;
      }
      return this.#number(start, numberEnd(text, start));
    }
    if (kind === quote) {
      const end = quotedNameEnd(text, start);
      return end > 0 && this.#join(start + 1, end) ? end : start + 1;
    }
    const from = kind === ordinal || kind === about ? start + 1 : start;
    const after = kindOf[text.charCodeAt(from)];
    if (after === digit) return runsIntoLetters(text, from) ? from : this.#number(start, numberEnd(text, from));
    if (after !== numeral && after !== multiplier) return start + 1;
    const end = numeralEnd(text, from);
    if (end === start + 1 && this.#units.size === 0) return end;
    return this.#numerals(kind === about ? from : start, end);
  }

  /** Makes one word of a stretch, if no word that the engine knows reaches out of it; whether it is one now. */
  #join(start: number, end: number): boolean {
    const first = this.#words.wordOver(start, this.#at);
    const last = this.#words.wordOver(end - 1, first);
    const from = this.#words.startOf(first);
    const to = this.#words.cut.end[last]!;
    if (first === last && from === start && to === end) return true;
    if (from > start || first < this.#words.written || this.#holdsListed(first, last)) return false;
    if ((from < start && !this.#isFree(first)) || (to > end && !this.#isFree(last))) return false;
    this.#words.write(first, last, start, end);
    return true;
  }

  /** Makes one word of a number in digits, or of as much of it as no longer word takes part in. */
  #number(start: number, end: number): number {
    const first = this.#words.wordOver(start, this.#at);
    if (this.#words.startOf(first) !== start && !this.#isFree(first)) return end;
    const last = this.#words.wordOver(end - 1, first);
    const from = this.#words.startOf(last);
    const to = this.#words.cut.end[last]!;
    if (to > end && !this.#isFree(last)) {
      if (from <= start) return end;
      if (!isRest(this.#words.text, end, to)) return this.#number(start, from);
    }
    return this.#settle(start, end, first, last);
  }

  #numerals(runStart: number, runEnd: number): number {
    const text = this.#words.text;
    const ends = this.#words.cut.end;
    let first = this.#words.wordOver(runStart, this.#at);
    let start = this.#words.startOf(first);
    if (start < runStart && (start < runStart - 1 || !beforeNumerals.includes(text.charAt(start)))) {
      start = ends[first++]!;
    }
    if (start >= runEnd) return runEnd;
    let end = runEnd;
    let last = this.#words.wordOver(end - 1, first);
    if (ends[last]! > end) {
      const from = this.#words.startOf(last);
      if (from <= start) return runEnd;
      const isCounted = this.#isFree(last) || isCountedRest(text, end, ends[last]!);
      if (!isCounted || this.#listed.has(this.#words.cut.form[last]!)) {
        end = from;
        last--;
      }
    }
    const isWord = first === last && ends[first] === end && this.#words.startOf(first) === start;
    if (isWord && this.#units.size === 0 && !hasBareUnit(text, start, end)) return runEnd;
    const isOne = end === start + 1 ? this.#units.size > 0 : isNumber(text.slice(start, end));
    return isOne ? Math.max(runEnd, this.#settle(start, end, first, last)) : runEnd;
  }

  /**
   * Makes one word of a number that the words from `first` to `last` hold, and parts its unit from what goes on after it,
   * or joins the two. Returns where the number ends.
   */
  #settle(start: number, end: number, first: number, last: number): number {
    const { text, cut, written } = this.#words;
    const { end: ends, form: forms, length } = cut;
    if (first < written || this.#holdsListed(first, last)) return end;
    const next = ends[last]! > end ? last : last + 1;
    if (next >= length || this.#listed.has(forms[next]!)) {
      this.#words.write(first, last, start, end);
      return end;
    }
    const stop = ends[next]!;
    const isParted = stop > end + 1 && (text.charCodeAt(end) === dot || hasBareUnit(text, start, end));
    const unitEnd = isParted ? end + 1 : stop;
    let isGlued = false;
    if (this.#units.size > 0) {
      const isWord = next > last && unitEnd === stop;
      isGlued = this.#units.has(isWord ? forms[next]! : this.#engine.id(text.slice(end, unitEnd)));
    }
    if (isGlued) this.#words.write(first, next, start, unitEnd);
    else if (unitEnd < stop) this.#words.write(first, next, start, end, unitEnd);
    else this.#words.write(first, last, start, end);
    return isGlued ? unitEnd : end;
  }

  #isOneWord(start: number, end: number): boolean {
    return this.#words.cut.end[this.#words.wordOver(start, this.#at)]! > end;
  }

  #holdsListed(first: number, last: number): boolean {
    for (let word = first; word <= last; word++) if (this.#listed.has(this.#words.cut.form[word]!)) return true;
    return false;
  }

  /** Whether a word may be parted anywhere: one that no lexicon has, such as a run of letters, digits and dots. */
  #isFree(word: number): boolean {
    const id = this.#words.cut.form[word]!;
    if (this.#listed.has(id)) return false;
    for (let i = this.#words.startOf(word); i < this.#words.cut.end[word]!; i++) {
      const kind = kindOf[this.#words.text.charCodeAt(i)];
      if (kind !== digit && kind !== letter && this.#words.text.charAt(i) !== '.') return this.#engine.tag(id) === 'x';
    }
    return true;
  }
}
