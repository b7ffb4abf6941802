import { characterClass, classOf, isHan } from '../../text/characters.ts';
import { closeDigits } from './letter-spaced-digits.ts';
import { closeLatin } from './letter-spaced-latin.ts';
import { cellCharacters, commonSurnames, spacedPairs, spacedTriples } from './letter-spaced-words.ts';
import { columnWidth, type SpacedLine } from './spaced-line.ts';

/** A row of gaps with single characters between them: gaps `first` to `last`, both included. */
interface Row {
  readonly first: number;
  readonly last: number;
}

/** Gaps wider than this (in ordinary spaces) part columns. */
const widestLetterGap = 8;

/** Single characters that a row needs to be a letter-spaced title by its shape alone. */
const leastLetters = 4;

/** Letters of a row that are looked at to tell a title from cells and names. */
const mostLetters = 200;

/**
 * For each gap of a line 1 where it is letter spacing. `ocr`: the text is an OCR layer full of spaces; `digits`: its digits
 * are spaced.
 */
export function closableGaps(text: string, line: SpacedLine, ocr: boolean, digits: boolean): Uint8Array {
  const closed = new Uint8Array(line.widths.length);
  let singles = 0;
  for (let index = 0; index < line.starts.length; index++) if (isSingle(text, line, index)) singles++;
  closeLatin(text, line, closed);
  closeShort(text, line, closed);
  if (singles >= 2) {
    closeNumber(text, line, closed);
    closeHeading(text, line, closed);
    for (const row of rows(text, line)) closeRow(text, line, row, closed);
  }
  if (digits) closeDigits(text, line, closed);
  if (ocr && (line.running || singles >= 3)) closeOcr(text, line, closed);
  for (let gap = 0; gap < closed.length; gap++) if (line.widths[gap]! >= columnWidth) closed[gap] = 0;
  return closed;
}

/** 第 一 章 總則 → 第一章 總則, but 第 10 條 is how Taiwan's laws are set. */
function closeNumber(text: string, line: SpacedLine, closed: Uint8Array): void {
  const first = firstWord(text, line);
  if (piece(text, line, first) !== '第') return;
  let last = first + 1;
  while (/^[一二三四五六七八九十百千零〇]+$/.test(piece(text, line, last))) last++;
  if (last === first + 1 || !/^[编編篇章节節条條款目部分]$/.test(piece(text, line, last))) return;
  for (let gap = first; gap < last; gap++) closed[gap] = 1;
}

/** 第一章　总　则, 第二节 被 申 请 人: the words after the number, up to the end of the entry. */
function closeHeading(text: string, line: SpacedLine, closed: Uint8Array): void {
  for (let number = 0; number + 2 < line.starts.length; number++) {
    if (!endsNumber(text, line, number)) continue;
    let last = number + 1;
    while (last < line.starts.length && isSingleHan(text, line, last)) last++;
    const letters = last - number - 1;
    const entryEnds = last === line.starts.length || /^(?:第.|[.…·⋯．]|\d)/.test(piece(text, line, last));
    if (letters < 2 || letters > 8 || !entryEnds) continue;
    for (let gap = number + 1; gap < last - 1; gap++) closed[gap] = 1;
  }
}

/** A number by itself, after which a space stays: 第二节 被申请人. */
const numbered = /^第[一二三四五六七八九十百千零〇\d]+[编編篇章节節条條款部分]$/;

function endsNumber(text: string, line: SpacedLine, index: number): boolean {
  if (line.ends[index]! - line.starts[index]! > 12) return false;
  if (!'编編篇章节節部分'.includes(text.charAt(line.ends[index]! - 1))) return false;
  const word = piece(text, line, index);
  if (/^第[一二三四五六七八九十百千零〇\d]+[编編篇章节節部分]$/.test(word)) return true;
  return (
    /^[编編篇章节節]$/.test(word) &&
    index >= 2 &&
    /^[一二三四五六七八九十百千零〇\d]+$/.test(piece(text, line, index - 1)) &&
    piece(text, line, index - 2) === '第'
  );
}

/** 目　录, 前 言, 申 请 书 alone in a line, and 摘 要： at its head: known words, since 张　三 looks the same. */
function closeShort(text: string, line: SpacedLine, closed: Uint8Array): void {
  const first = firstWord(text, line);
  const left = line.starts.length - first;
  if (left < 2 || left > 60 || line.ends[first]! - line.starts[first]! > 2) return;
  const head = /^[【［[]?(.)$/u.exec(piece(text, line, first))?.[1];
  if (head === undefined) return;
  for (const [count, words] of [
    [2, spacedPairs],
    [3, spacedTriples],
  ] as const) {
    if (left < count) continue;
    const last = first + count - 1;
    let word = head;
    for (let index = first + 1; index < last; index++) word += piece(text, line, index);
    const tail = /^(.)(?:$|[：:】］\]])/u.exec(
      text.slice(line.starts[last]!, Math.min(line.ends[last]!, line.starts[last]! + 3)),
    );
    if (tail === null || !words.has(word + tail[1])) continue;
    if (tail[0] === tail[1] && left > count) continue;
    for (let gap = first; gap < last; gap++) closed[gap] = 1;
    return;
  }
}

/** The longest rows of gaps of a line: between Chinese characters (or marks), with one character from gap to gap. */
function rows(text: string, line: SpacedLine): Row[] {
  const found: Row[] = [];
  let first = -1;
  for (let gap = 0; gap <= line.widths.length; gap++) {
    const open =
      gap < line.widths.length && line.widths[gap]! <= 2 * widestLetterGap && betweenChinese(text, line, gap);
    if (first >= 0 && (!open || !isSingle(text, line, gap))) {
      found.push({ first, last: gap - 1 });
      first = -1;
    }
    if (open && first < 0) first = gap;
  }
  return found;
}

function closeRow(text: string, line: SpacedLine, row: Row, closed: Uint8Array): void {
  let letters = '';
  let base = widestLetterGap;
  for (let gap = row.first; gap <= row.last; gap++) base = Math.min(base, line.widths[gap]!);
  let narrow = 0;
  for (let gap = row.first; gap <= row.last; gap++) if (line.widths[gap] === base) narrow++;
  let wordStart = '';
  for (let index = row.first; index <= row.last + 1 && letters.length < mostLetters; index++) {
    if (!isSingle(text, line, index)) continue;
    if (index === row.first || line.widths[index - 1]! > base) wordStart += piece(text, line, index);
    letters += piece(text, line, index);
  }
  if (letters.length < leastLetters) return;
  if (narrow < 0.6 * (row.last - row.first + 1)) return;
  if (looksLikeCells(letters) || looksLikeNames(letters, wordStart)) return;
  for (let gap = row.first; gap <= row.last; gap++) {
    if (line.widths[gap] !== base) continue;
    if (isSingle(text, line, gap) && isSingle(text, line, gap + 1)) closed[gap] = 1;
    // A longer piece at either end of the row is another word or column, unless it was only set less wide: 2006年政 府 工 作 报 告.
    else if (base === 1 && betweenHan(text, line, gap) && !numbered.test(piece(text, line, gap))) closed[gap] = 1;
  }
}

/** 是 否 是 否, 一 二 三 四 五, 省 市 县 乡: cells of a table. */
function looksLikeCells(letters: string): boolean {
  const distinct = new Set(letters);
  if (letters.length < 12 && distinct.size < 0.6 * letters.length) return true;
  for (const letter of distinct) if (!cellCharacters.has(letter)) return false;
  return true;
}

/** 张 三 李 四 王 五: each second character, or each one after a wider gap, is a common surname. */
function looksLikeNames(letters: string, wordStarts: string): boolean {
  const all = (characters: string) => [...characters].every((character) => commonSurnames.has(character));
  if (wordStarts.length > 1 && all(wordStarts)) return true;
  if (letters.length > 12 || letters.length % 2 === 1) return false;
  return all([...letters].filter((_, index) => index % 2 === 0).join(''));
}

function closeOcr(text: string, line: SpacedLine, closed: Uint8Array): void {
  for (let gap = 0; gap < line.widths.length; gap++) {
    if (line.widths[gap] === 1 && betweenChinese(text, line, gap)) closed[gap] = 1;
  }
}

function piece(text: string, line: SpacedLine, index: number): string {
  return index < line.starts.length ? text.slice(line.starts[index]!, line.ends[index]!) : '';
}

/** Index of the first piece that is no Markdown heading mark. */
function firstWord(text: string, line: SpacedLine): number {
  return text.charCodeAt(line.starts[0]!) === 0x23 && /^#+$/.test(piece(text, line, 0)) ? 1 : 0;
}

/** Whether a piece is one Chinese character or full-width mark. */
function isSingle(text: string, line: SpacedLine, index: number): boolean {
  const start = line.starts[index]!;
  const length = line.ends[index]! - start;
  if (length === 1) return isChinese(text.charCodeAt(start));
  return length === 2 && (text.charCodeAt(start) & 0xfc00) === 0xd800;
}

function isSingleHan(text: string, line: SpacedLine, index: number): boolean {
  return isSingle(text, line, index) && isHan(text.charCodeAt(line.starts[index]!));
}

function betweenHan(text: string, line: SpacedLine, gap: number): boolean {
  return isHan(text.charCodeAt(line.ends[gap]! - 1)) && isHan(text.charCodeAt(line.starts[gap + 1]!));
}

function betweenChinese(text: string, line: SpacedLine, gap: number): boolean {
  return isChinese(text.charCodeAt(line.ends[gap]! - 1)) && isChinese(text.charCodeAt(line.starts[gap + 1]!));
}

/** Han characters and the full-width marks of running text. */
function isChinese(unit: number): boolean {
  if (isHan(unit)) return true;
  const kind = classOf(unit);
  return unit > 0xff && kind >= characterClass.sentenceEnd && kind <= characterClass.close;
}
