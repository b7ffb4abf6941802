import { type LabelledSpan, type Layer, layerOf } from '../model/layer.ts';
import { characterClass, classOf, isHan, isSpace } from '../text/characters.ts';

/** Where a block lies in the text, and its kind. */
interface TextBlock {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

const kindsWithoutMarks: ReadonlySet<string> = new Set(['reference', 'contents', 'furniture']);

const candidate = /[[［〔①-⑳⓫-⓾❶-❿㉑-㉟㊱-㊿¹²³⁰⁴-⁹]/g;
// `[12]`, `［1-3］`, `[1, 2]`, `[注3]`, `[^4]`, `[5](P23)`; a year has four digits: 国发[2015]12号.
const bracketed =
  /[[［〔][\^注註]?[1-9]\d{0,2}(?: ?[,，、;；\-–—~～－] ?[1-9]\d{0,2})*[\]］〕](?:[(（]P{1,2}\.? ?\d[\d\-–—,，]*[)）])?/y;
// The rest of document numbers of the last century: 京政发[86]12号; 〔94〕财税字第089号.
const documentNumber = / ?(?:第 ?)?\d+ ?号/y;
const lateDocumentNumber = / ?[一-鿿]{0,8}(?:第 ?)?\d+ ?号/y;
const superscript = /[¹²³⁰⁴-⁹]+(?:[,，–⁻-][¹²³⁰⁴-⁹]+)*/y;

/**
 * The citation marks of a text, label `citation`: bracketed numbers, circled numbers and superscript digits that refer to
 * a note or a reference. What opens a block labels it and is no mark; nor is ① before an item of an enumeration.
 */
export function findCitations(text: string, blocks: readonly TextBlock[]): Layer {
  const marks: LabelledSpan[] = [];
  const unsure: LabelledSpan[] = [];
  let highest = 0;
  let next = -1;
  for (const block of blocks) {
    if (block.end <= block.start || kindsWithoutMarks.has(block.kind)) continue;
    const circled: number[] = [];
    let opening = block.start;
    while (isSpace(text.charCodeAt(opening))) opening++;
    // A candidate beyond the block waits for its own: the text is searched once, however many blocks it has.
    if (next < block.start) next = nextCandidate(text, block.start);
    while (next < block.end) {
      const start = next;
      const unit = text.charCodeAt(start);
      if (circledNumber(unit) > 0) {
        circled.push(start);
        next = nextCandidate(text, start + 1);
        continue;
      }
      const isBracket = classOf(unit) === characterClass.open;
      const end = endOf(isBracket ? bracketed : superscript, text, start);
      next = nextCandidate(text, Math.max(end, start + 1));
      if (end === -1 || start === opening) continue;
      const span = { start, end, label: 0 };
      if (!isBracket) {
        if (mayCarryNote(text, start)) marks.push(span);
      } else if (
        endOf(unit === 0x3014 ? lateDocumentNumber : documentNumber, text, end) === -1 &&
        !followsOperator(text, start)
      ) {
        // BYTE[5] is an array; ELMo[21] is a citation where the text has others, up to about that number.
        if (unit === 0x5b && isWordUnit(text.charCodeAt(start - 1))) unsure.push(span);
        else {
          marks.push(span);
          highest = Math.max(highest, firstNumber(text, start));
        }
      }
    }
    for (const span of circledMarks(text, block, circled)) marks.push(span);
  }
  for (const span of unsure) if (highest > 0 && firstNumber(text, span.start) <= highest + 3) marks.push(span);
  return layerOf(marks, ['citation']);
}

/** Those circled numbers of a block that refer to a note: the others open or name an item of an enumeration. */
function circledMarks(text: string, block: TextBlock, places: readonly number[]): LabelledSpan[] {
  const marks: LabelledSpan[] = [];
  /** Number of the last item in each style of circles. */
  const lastItem = new Map<number, number>();
  for (let p = 0; p < places.length; ) {
    // Several together are of one kind: 得到证明。①②
    let next = p + 1;
    while (places[next] === places[next - 1]! + 1) next++;
    const place = places[p]!;
    const number = circledNumber(text.charCodeAt(place));
    const style = text.charCodeAt(place) - number;
    const before = unitBefore(text, place, block.start);
    const after = unitAfter(text, places[next - 1]! + 1, block.end);
    const beforeIsWord = before !== -1 && (isHan(before) || isWordUnit(before));
    let isMark: boolean;
    if (before === -1 || !mayPrecedeNote(before) || namesNumber.includes(String.fromCharCode(before))) isMark = false;
    else if (after === -1 || isClosing(after)) isMark = true;
    else if (next > p + 1) isMark = !beforeIsWord;
    else isMark = lastItem.get(style) !== number - 1 && !listGoesOn(text, place, number, places[next]);
    for (; p < next; p++) {
      if (isMark) marks.push({ start: places[p]!, end: places[p]! + 1, label: 0 });
      else lastItem.set(style, number);
    }
  }
  return marks;
}

// 见①, 同⑤, 图②, 第③项
const namesNumber = '见見同图圖表第项項例式';

/** Whether the next circled number goes on with the list that this one would begin: …原则：①坚持…；②坚持… */
function listGoesOn(text: string, place: number, number: number, next: number | undefined): boolean {
  if (next === undefined || circledNumber(text.charCodeAt(next)) !== number + 1) return false;
  const before = text.charCodeAt(next - 1);
  if (classOf(before) === characterClass.pause) return true;
  // 采取①加强监管②完善制度: both in one sentence
  for (let i = place; i < next; i++) if (classOf(text.charCodeAt(i)) === characterClass.sentenceEnd) return false;
  return classOf(before) !== characterClass.close;
}

/** 1 to 50 for ①, ❶, ⓵, ㉑ …; 0 for other units. */
function circledNumber(unit: number): number {
  if (unit >= 0x2460 && unit <= 0x2473) return unit - 0x245f;
  if (unit >= 0x2776 && unit <= 0x277f) return unit - 0x2775;
  if (unit >= 0x24f5 && unit <= 0x24fe) return unit - 0x24f4;
  if (unit >= 0x24eb && unit <= 0x24f4) return unit - 0x24e0;
  if (unit >= 0x3251 && unit <= 0x325f) return unit - 0x323c;
  if (unit >= 0x32b1 && unit <= 0x32bf) return unit - 0x328d;
  return 0;
}

function nextCandidate(text: string, from: number): number {
  candidate.lastIndex = from;
  return candidate.exec(text)?.index ?? text.length;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function firstNumber(text: string, start: number): number {
  return Number.parseInt(text.slice(start + 1, start + 4).replace(/^\D/, ''), 10);
}

/** The last unit before a place that is no space; -1 at the start of the block. */
function unitBefore(text: string, place: number, blockStart: number): number {
  let at = place - 1;
  while (at >= blockStart && isSpace(text.charCodeAt(at))) at--;
  return at < blockStart ? -1 : text.charCodeAt(at);
}

function unitAfter(text: string, place: number, blockEnd: number): number {
  let at = place;
  while (at < blockEnd && isSpace(text.charCodeAt(at))) at++;
  return at >= blockEnd ? -1 : text.charCodeAt(at);
}

function isClosing(unit: number): boolean {
  const unitClass = classOf(unit);
  return (
    unitClass === characterClass.sentenceEnd || unitClass === characterClass.pause || unitClass === characterClass.close
  );
}

function isWordUnit(unit: number): boolean {
  const unitClass = classOf(unit);
  return unitClass === characterClass.latin || unitClass === characterClass.digit || unit === 0x5f;
}

/** A note follows a word, a sentence or a closing mark, not ： or ；or （. */
function mayPrecedeNote(unit: number): boolean {
  const unitClass = classOf(unit);
  return (
    isHan(unit) || isWordUnit(unit) || unitClass === characterClass.sentenceEnd || unitClass === characterClass.close
  );
}

/** Whether superscript digits here are a mark: after a Han or a closing mark, not in m², 10⁴ or (a+b)². */
function mayCarryNote(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isHan(before)) return true;
  if (!isClosing(before)) return false;
  return !((before === 0x29 || before === 0xff09 || before === 0x5d) && isWordUnit(text.charCodeAt(start - 2)));
}

/** Whether a bracket is part of a formula: x ∈ [1,2], t = [3]. */
function followsOperator(text: string, start: number): boolean {
  const before = unitBefore(text, start, 0);
  return before !== -1 && '=＝×+＋∈<>≤≥/／'.includes(String.fromCharCode(before));
}
