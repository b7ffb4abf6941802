import { characterClass, classOf, isSpace } from '../text/characters.ts';
import { endsLine, isLineBreak } from '../text/lines.ts';

/** A line of the source, or a part of one that stands as a line (after two ideographic spaces, before a 第X条). */
export interface SourceLine {
  /** First and past-last unit without the white space around. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of the source. */
  readonly number: number;
  /** 0-based page: form feeds before it. */
  readonly page: number;
  /** Display width in em (a Han character is 1) without the white space around. */
  readonly width: number;
  /** Display width of the white space before it, in em. */
  readonly lead: number;
  /** Empty lines between it and the line before. */
  readonly blanks: number;
  /** Whether a form feed stands between it and the line before. */
  readonly newPage: boolean;
  /** Whether it begins inside a line of the source: such a place always parts blocks. */
  readonly split: boolean;
}

const ideographicSpace = 0x3000;
const formFeed = 0x0c;

/** Display width of a unit in em: Latin, digits and ASCII marks count half, as in the fonts of Chinese documents. */
export function unitWidth(unit: number): number {
  if (unit < 0x2000) return unit < 0x20 ? 0 : 0.5;
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  return unit <= 0x200a ? 0.5 : 1;
}

/** Display width of a stretch of text in em. */
export function displayWidth(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += unitWidth(text.charCodeAt(i));
  return width;
}

/** The lines that hold anything but white space, in order. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const numbers = new NumberSigns(text);
  const spaced = partsBySpaces(text);
  let number = 1;
  let page = 0;
  let blanks = 0;
  let newPage = false;
  let at = 0;
  const length = text.length;
  while (at <= length) {
    let end = at;
    while (end < length && !isLineBreak(text.charCodeAt(end))) end++;
    if (addLine(lines, text, at, end, { numbers, spaced }, { number, page, blanks, newPage })) {
      blanks = 0;
      newPage = false;
    } else {
      blanks++;
    }
    if (end >= length) break;
    const unit = text.charCodeAt(end);
    if (unit === formFeed) {
      page++;
      newPage = true;
      blanks = 0;
    }
    if (unit === 0x0d && text.charCodeAt(end + 1) === 0x0a) end++;
    if (endsLine(text, end)) number++;
    at = end + 1;
  }
  return lines;
}

/** What begins a block inside a line. */
interface PartSigns {
  readonly numbers: NumberSigns;
  /** Whether ideographic spaces part the paragraphs of the text inside its lines. */
  readonly spaced: boolean;
}

interface Place {
  readonly number: number;
  readonly page: number;
  readonly blanks: number;
  readonly newPage: boolean;
}

function addLine(lines: SourceLine[], text: string, from: number, to: number, signs: PartSigns, place: Place): boolean {
  let start = from;
  let lead = 0;
  while (start < to && isSpace(text.charCodeAt(start))) lead += unitWidth(text.charCodeAt(start++));
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return false;
  let split = false;
  for (const cut of splitPlaces(text, start, end, signs)) {
    pushLine(lines, text, start, cut, lead, split, place);
    start = cut;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    lead = 0;
    split = true;
  }
  pushLine(lines, text, start, end, lead, split, place);
  return true;
}

function pushLine(
  lines: SourceLine[],
  text: string,
  start: number,
  cut: number,
  lead: number,
  split: boolean,
  place: Place,
): void {
  let end = cut;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === start) return;
  lines.push({
    start,
    end,
    number: place.number,
    page: place.page,
    width: displayWidth(text, start, end),
    lead,
    blanks: split ? 0 : place.blanks,
    newPage: split ? false : place.newPage,
    split,
  });
}

/** Where 第 stands in a text that is read from its start: looked for once, however many lines have none. */
class NumberSigns {
  readonly #text: string;
  #found = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place at or after `from`, which never falls; Infinity where there is none. */
  next(from: number): number {
    if (this.#found < from) {
      const at = this.#text.indexOf('第', from);
      this.#found = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#found;
  }
}

/** 第三条, with a space or 【 behind it. */
const articleNumber = /第[一二三四五六七八九十百千零〇○0-9０-９]{1,9}条(?:之[一二三四五六七八九十])?[ \u3000【]/y;
/** 第二章 总则 */
const chapterNumber = /第[一二三四五六七八九十百零〇]{1,5}[编章节条][ \u3000]\S/y;
const chapterLine = /第[一二三四五六七八九十百零〇]{1,5}[编章节]/y;

/**
 * Places inside a line where a block begins: after two or more ideographic spaces (or one, and no-break spaces) that follow
 * the end of a sentence or stand in a text or a line whose paragraphs are parted in no other way, and before an article's or
 * a chapter's number.
 */
function splitPlaces(text: string, start: number, end: number, { numbers, spaced }: PartSigns): number[] {
  const cuts: number[] = [];
  for (let i = start; i < end; i++) {
    // Nearly all units are Han characters, above every space.
    if (text.charCodeAt(i) > ideographicSpace || !isSpace(text.charCodeAt(i))) continue;
    let next = i;
    let width = 0;
    let ideographic = false;
    for (; next < end && isSpace(text.charCodeAt(next)); next++) {
      width += unitWidth(text.charCodeAt(next));
      if (text.charCodeAt(next) === ideographicSpace) ideographic = true;
    }
    if (ideographic && width >= 2 && next < end && (spaced || partsParagraphs(text, start, end, i))) cuts.push(next);
    i = next;
  }
  for (let at = numbers.next(start + 1); at < end; at = numbers.next(at + 1)) {
    if (beginsNumbered(text, start, at)) cuts.push(at);
  }
  return cuts.length > 1 ? [...new Set(cuts)].sort((a, b) => a - b) : cuts;
}

/**
 * Whether a numbered block begins at this 第 inside a line: an article after the end of a sentence, or, in a line that
 * begins with a chapter's number, the next entry of a contents list or the article after the chapter's name.
 */
function beginsNumbered(text: string, start: number, at: number): boolean {
  let before = at;
  while (before > start && isSpace(text.charCodeAt(before - 1))) before--;
  if ('。；！？”）)'.includes(text.charAt(before - 1))) {
    articleNumber.lastIndex = at;
    if (articleNumber.test(text)) return true;
  }
  if ('第《“（、，'.includes(text.charAt(before - 1))) return false;
  if (before === at) return at - start <= longestChapterHead && followsChapterName(text, start, at);
  chapterNumber.lastIndex = at;
  if (!chapterNumber.test(text)) return false;
  chapterLine.lastIndex = start;
  return chapterLine.test(text);
}

/** Sentences after which two ideographic spaces stand inside the line, which no gap between columns does. */
const spacedSentence = /[。！？][”’）]?\u3000[\u3000\u00a0][^\s]/g;
const leastSpacedSentences = 3;

function partsBySpaces(text: string): boolean {
  if (!text.includes('\u3000\u3000')) return false;
  spacedSentence.lastIndex = 0;
  let count = 0;
  while (count < leastSpacedSentences && spacedSentence.test(text)) count++;
  return count >= leastSpacedSentences;
}

/** 第二章　附则 in characters: the name of a chapter is short. */
const longestChapterHead = 24;

/** 第二章　附则第四条　本条例自…: an article right after the name of its chapter, which no mark ends. */
function followsChapterName(text: string, start: number, at: number): boolean {
  chapterLine.lastIndex = start;
  articleNumber.lastIndex = at;
  return chapterLine.test(text) && articleNumber.test(text) && !/[本该按照据依和与及]$/.test(text.slice(start, at));
}

/** 　　 inside a line of ordinary length may be a gap between columns: 合计　　12　　13. After a full stop it is a paragraph's. */
function partsParagraphs(text: string, start: number, end: number, at: number): boolean {
  const before = classOf(text.charCodeAt(at - 1));
  if (before === characterClass.sentenceEnd || before === characterClass.close) return true;
  return end - start > 160;
}
