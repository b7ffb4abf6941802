import { characterClass, classOf, isHan } from '../text/characters.ts';

/** A stretch of a text and what is put for it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Latin letters that a Chinese line may have for each Han character: a word for a character. */
const lettersPerHan = 5;

/** A line of a text with the edits that the rules of punctuation make in it. */
export class LineEdits {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly edits: Edit[] = [];
  #chinese: boolean | undefined;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  put(start: number, end: number, value: string): void {
    this.edits.push({ start, end, value });
  }

  /** Puts a full-width mark for the stretch, with the single spaces at its sides that it needs no more. */
  putMark(start: number, end: number, value: string): void {
    const before = this.at(start - 1) === 0x20 && isChinese(this.at(start - 2)) ? start - 1 : start;
    const after = this.at(end) === 0x20 && this.at(end + 1) > 0x20 ? end + 1 : end;
    this.put(before, after, value);
  }

  /** The unit at a place of the line; 0 outside. */
  at(place: number): number {
    return place >= this.start && place < this.end ? this.text.charCodeAt(place) : 0;
  }

  /** The nearest unit before a place that is no space and no curly quote; 0 at the line's start. */
  before(place: number): number {
    let i = place - 1;
    while (i >= this.start && isTransparent(this.text.charCodeAt(i))) i--;
    return this.at(i);
  }

  /** The nearest unit from a place on that is no space and no curly quote; 0 at the line's end. */
  after(place: number): number {
    let i = place;
    while (i < this.end && isTransparent(this.text.charCodeAt(i))) i++;
    return this.at(i);
  }

  /** Whether the line as a whole is Chinese, however many names and abbreviations it has. */
  get chinese(): boolean {
    if (this.#chinese === undefined) {
      let han = 0;
      let latin = 0;
      for (let i = this.start; i < this.end; i++) {
        const kind = classOf(this.text.charCodeAt(i));
        if (kind === characterClass.han) han++;
        else if (kind === characterClass.latin) latin++;
      }
      this.#chinese = latin <= han * lettersPerHan;
    }
    return this.#chinese;
  }
}

function isTransparent(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || (unit >= 0x2018 && unit <= 0x201f);
}

/** Han characters and the full-width marks around and between them (、。《》（）…, not the quotes, which Latin text has too). */
export function isChinese(unit: number): boolean {
  return (
    isHan(unit) || (unit >= 0x3001 && unit <= 0x3017) || (unit >= 0xff01 && unit <= 0xff1f && !isDigit(unit - 0xfee0))
  );
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLatin(unit: number): boolean {
  return classOf(unit) === characterClass.latin;
}
