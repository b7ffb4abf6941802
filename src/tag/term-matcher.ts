import { characterClass, classOf, isSpace } from '../text/characters.ts';
import { type FormTree, formTree, spaceClass } from './form-tree.ts';

/** Matches in one text, columns of which the first `length` elements count, sorted by start, then longest first. */
export interface Matches {
  length: number;
  /** UTF-16 units of the text; a span covers the citation marks and spaces that were passed over inside it. */
  start: Uint32Array;
  end: Uint32Array;
  /** Index of the form that matched. */
  form: Uint32Array;
}

/** Stretches of a text that are passed over as if they were not there: sorted, apart from each other. */
export interface Skipped {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

const nothing: Skipped = { start: new Uint32Array(0), end: new Uint32Array(0) };
const lineFeed = 0x0a;
const leftEdge = 1;
const rightEdge = 2;

/**
 * Finds all forms of a list in one pass over a text (Aho and Corasick 1975). A match never crosses a line feed. A form
 * that begins or ends with a Latin letter or a digit does not match inside a longer Latin word or number. A space in a
 * form stands for one or more, and between Han and Latin a space makes no difference: 5G 网络 is 5G网络.
 */
export class TermMatcher {
  readonly #classOfUnit: Uint16Array;
  readonly #tree: FormTree;
  readonly #lengthOf: Uint32Array;
  /** Which edges of a form are Latin letters or digits. */
  readonly #edgesOf: Uint8Array;
  /** The result: the same buffers for every text. */
  readonly #found: Matches = {
    length: 0,
    start: new Uint32Array(256),
    end: new Uint32Array(256),
    form: new Uint32Array(256),
  };

  /** `forms` come from `foldForm`, none twice, none empty. */
  constructor(forms: readonly string[], ignoreCase = false) {
    this.#classOfUnit = classesOf(forms, ignoreCase);
    this.#tree = formTree(forms, this.#classOfUnit);
    this.#lengthOf = Uint32Array.from(forms, (form) => form.length);
    this.#edgesOf = Uint8Array.from(forms, (form) => {
      const left = isAlphanumeric(form.charCodeAt(0)) ? leftEdge : 0;
      return isAlphanumeric(form.charCodeAt(form.length - 1)) ? left | rightEdge : left;
    });
  }

  /** All matches in `text`, also those inside and across each other. The next call overwrites the result. */
  find(text: string, skipped: Skipped = nothing): Matches {
    const classOfUnit = this.#classOfUnit;
    const { rootNext, base, parent, suffix, form, firstForm, suffixForm } = this.#tree;
    const length = text.length;
    /** Start and end of each stretch that was passed over inside a possible match. */
    const passed: number[] = [];
    let skip = 0;
    let skipFrom = skipped.start[0] ?? length + 1;
    let state = 0;
    this.#found.length = 0;
    for (let i = 0; i < length; i++) {
      let into = classOfUnit[text.charCodeAt(i)]!;
      if (i >= skipFrom || (into === spaceClass && state !== 0)) {
        // Between two units of a form marks and spaces may stand, in any order.
        const from = i;
        let spaces = 0;
        for (;;) {
          if (i >= skipFrom) {
            i = Math.max(i, skipped.end[skip++]!);
            skipFrom = skipped.start[skip] ?? length + 1;
          } else if (i < length && classOfUnit[text.charCodeAt(i)] === spaceClass) {
            spaces++;
            i++;
          } else break;
        }
        const onlySpaces = spaces === i - from;
        const asSpace = i > from && readsAsSpace(text.charCodeAt(from - 1), text.charCodeAt(i), onlySpaces);
        const passedFrom = asSpace ? from + 1 : from;
        if (state !== 0 && passedFrom < i) passed.push(passedFrom, i);
        i--;
        if (!asSpace) continue;
        into = spaceClass;
      }
      if (into === 0) {
        state = 0;
        continue;
      }
      if (state === 0) {
        state = rootNext[into]!;
      } else {
        let next = base[state]! + into;
        while (parent[next] !== state) {
          state = suffix[state]!;
          if (state === 0) {
            next = rootNext[into]!;
            break;
          }
          next = base[state]! + into;
        }
        state = next;
      }
      for (let at = firstForm[state]!; at !== 0; at = suffixForm[at]!) {
        this.#add(text, i + 1, form[at]! - 1, passed);
      }
    }
    sortMatches(this.#found);
    return this.#found;
  }

  #add(text: string, end: number, form: number, passed: readonly number[]): void {
    let start = end - this.#lengthOf[form]!;
    for (let p = passed.length - 2; p >= 0 && passed[p + 1]! > start; p -= 2) start -= passed[p + 1]! - passed[p]!;
    const edges = this.#edgesOf[form]!;
    if ((edges & leftEdge) !== 0 && continuesLeft(text, start)) return;
    if ((edges & rightEdge) !== 0 && continuesRight(text, end)) return;
    const found = this.#found;
    if (found.length === found.start.length) {
      found.start = grown(found.start);
      found.end = grown(found.end);
      found.form = grown(found.form);
    }
    found.start[found.length] = start;
    found.end[found.length] = end;
    found.form[found.length++] = form;
  }
}

/** A listed form as the matcher takes it: normalised like the text, spaces at its ends gone, those inside made one. */
export function foldForm(form: string, normalise?: (form: string) => string, ignoreCase = false): string {
  const plain = (normalise === undefined ? form : normalise(form)).trim().replace(/\s+/g, ' ');
  let folded = '';
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    if (unit === 0x20 && !readsAsSpace(plain.charCodeAt(i - 1), plain.charCodeAt(i + 1), true)) continue;
    folded += ignoreCase ? String.fromCharCode(lowerUnit(unit)) : plain[i]!;
  }
  return folded;
}

/** A small number for each unit that the forms are made of, one for all spaces, 0 for the others. */
function classesOf(forms: readonly string[], ignoreCase: boolean): Uint16Array {
  const classes = new Uint16Array(0x10000);
  let count = spaceClass + 1;
  for (let unit = 0; unit < 0x10000; unit++) if (isSpace(unit) && unit !== lineFeed) classes[unit] = spaceClass;
  for (const form of forms) {
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      if (classes[unit] === 0) classes[unit] = count++;
    }
  }
  for (let unit = 0; ignoreCase && unit < 0x10000; unit++) {
    if (classes[unit] === 0) classes[unit] = classes[lowerUnit(unit)]!;
  }
  return classes;
}

/**
 * Whether a stretch of spaces and marks between these units is a space of a form: always in Latin, never between Latin and
 * Han. Between Han a space is one only by itself, because beside a mark it came with the mark: 举国 [3]体制.
 */
function readsAsSpace(before: number, after: number, onlySpaces: boolean): boolean {
  const latin = isAlphanumeric(before);
  return latin === isAlphanumeric(after) && (latin || onlySpaces);
}

function isAlphanumeric(unit: number): boolean {
  const unitClass = classOf(unit);
  return unitClass === characterClass.latin || unitClass === characterClass.digit;
}

/** Whether the Latin word or number at `start` began before it; the point of 3.5G is part of the number. */
function continuesLeft(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.charCodeAt(start - 1);
  return isAlphanumeric(before) || (before === 0x2e && isDigit(text, start) && isDigit(text, start - 2));
}

function continuesRight(text: string, end: number): boolean {
  if (end >= text.length) return false;
  const after = text.charCodeAt(end);
  return isAlphanumeric(after) || (after === 0x2e && isDigit(text, end - 1) && isDigit(text, end + 1));
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === characterClass.digit;
}

function lowerUnit(unit: number): number {
  if (classOf(unit) !== characterClass.latin) return unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function grown(column: Uint32Array): Uint32Array {
  const wider = new Uint32Array(column.length * 2);
  wider.set(column);
  return wider;
}

/** Matches come by rising end, so each has only a few places to go: those of the matches that overlap it. */
function sortMatches({ length, start, end, form }: Matches): void {
  for (let i = 1; i < length; i++) {
    const s = start[i]!;
    const e = end[i]!;
    const f = form[i]!;
    let to = i;
    while (to > 0 && (start[to - 1]! > s || (start[to - 1]! === s && end[to - 1]! < e))) {
      start[to] = start[to - 1]!;
      end[to] = end[to - 1]!;
      form[to] = form[to - 1]!;
      to--;
    }
    start[to] = s;
    end[to] = e;
    form[to] = f;
  }
}
