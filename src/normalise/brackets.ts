import { isHan } from '../text/characters.ts';
import { isChinese, isDigit, isLatin, type LineEdits } from './line-edits.ts';

/** 国发[2015]12号 and its other brackets; what stands before decides further. */
const documentNumber = /[[(（【](?:19|20)\d\d[\])）】]第?\d{1,5}号/y;

/** Ends of the codes of issuers, before whose number round brackets are meant square: 国发, 国办函, 主席令. */
const issuerEnds = '发办函字令规税';

/** 〔12〕 after a statement, as older journals cite; 〔94〕财税字第089号 is a document number. */
const citation = /〔\d{1,3}(?:[-–—,，、]\d{1,3})*〕(?!\p{Script=Han}{0,8}第?\d+号|\d)/uy;

/** Longest title looked for between angle brackets. */
const longestTitle = 80;

/** Brackets of one line: document numbers 〔〕, citations [ ], titles 《》 and 〈〉, and round brackets. */
export function editBrackets(line: LineEdits): void {
  const { text } = line;
  const open: number[] = []; // places of opening brackets, and the Han characters of the line before each
  const hanBefore: number[] = [];
  let han = 0;
  let titles = 0;
  for (let i = line.start; i < line.end; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) {
      han++;
      continue;
    }
    switch (text[i]) {
      case '[':
      case '【':
      case '(':
      case '（':
        if (isDocumentNumber(line, i)) {
          line.put(i, i + 1, '〔');
          line.put(i + 5, i + 6, '〕');
          i += 5;
        } else if (unit === 0x28 || unit === 0xff08) {
          open.push(i);
          hanBefore.push(han);
        }
        break;
      case ')':
      case '）': {
        const start = open.pop();
        if (start === undefined) editLone(line, i);
        else editPair(line, start, i, han > hanBefore.pop()!);
        break;
      }
      case '〔':
        citation.lastIndex = i;
        if (citation.test(text)) {
          line.put(i, i + 1, '[');
          line.put(text.indexOf('〕', i), text.indexOf('〕', i) + 1, ']');
        }
        break;
      case '《':
        titles++;
        break;
      case '》':
        titles = Math.max(0, titles - 1);
        break;
      case '<':
      case '＜':
      case '≪':
        editTitle(line, i, titles > 0);
        break;
      default:
    }
  }
  for (const at of open) editLone(line, at);
}

function isDocumentNumber(line: LineEdits, at: number): boolean {
  const before = line.at(at - 1);
  if (!isHan(before)) return false;
  documentNumber.lastIndex = at;
  if (!documentNumber.test(line.text)) return false;
  const round = line.text[at] === '(' || line.text[at] === '（';
  return !round || issuerEnds.includes(String.fromCharCode(before));
}

/** 花坛(池) → 花坛（池）, (一)对 → （一）对; 2015(3), f(x), 《(a)》 and English stay. */
function editPair(line: LineEdits, start: number, end: number, hasHan: boolean): void {
  const asciiStart = line.text[start] === '(';
  const asciiEnd = line.text[end] === ')';
  if (!asciiStart && !asciiEnd) return;
  if (asciiStart && asciiEnd) {
    if (!line.chinese) return;
    if (!hasHan) {
      const before = line.before(start);
      const after = line.after(end + 1);
      if (isLatin(before) || isDigit(before)) return;
      if (!isEnd(before) && !(before === 0 && isChinese(after))) return;
    }
  }
  if (asciiStart) putOpening(line, start);
  if (asciiEnd) putClosing(line, end);
}

/** A round bracket without its other half: 一)加强 → 一）加强. */
function editLone(line: LineEdits, at: number): void {
  if (!line.chinese) return;
  if (line.text[at] === '(' && isHan(line.at(at + 1)) && !isLatin(line.at(at - 1))) putOpening(line, at);
  if (line.text[at] === ')' && (isHan(line.at(at - 1)) || isHan(line.at(at + 1)))) putClosing(line, at);
}

/** Han, or a mark that something may follow: 。 and 》 but not 《. */
function isEnd(unit: number): boolean {
  return isChinese(unit) && !'《〈（【〔「『［｛'.includes(String.fromCharCode(unit));
}

function putOpening(line: LineEdits, at: number): void {
  const start = line.at(at - 1) === 0x20 && isChinese(line.at(at - 2)) ? at - 1 : at;
  const end = line.at(at + 1) === 0x20 && isChinese(line.at(at + 2)) ? at + 2 : at + 1;
  line.put(start, end, '（');
}

function putClosing(line: LineEdits, at: number): void {
  const start = line.at(at - 1) === 0x20 && isChinese(line.at(at - 2)) ? at - 1 : at;
  const end = line.at(at + 1) === 0x20 && isChinese(line.at(at + 2)) ? at + 2 : at + 1;
  line.put(start, end, '）');
}

/** 《关于修改＜劳动合同法＞的决定》 → 〈〉 inside a title, ＜劳动合同法＞ → 《》 outside, ≪…≫ → 《》. */
function editTitle(line: LineEdits, start: number, inside: boolean): void {
  const { text } = line;
  const double = text[start] === '≪';
  const least = inside || double ? 2 : 4;
  if (!isHan(line.at(start + 1))) return;
  for (let i = start + 2; i < line.end && i - start < longestTitle; i++) {
    const mark = text[i]!;
    if ('<＜≪《》。！？；，'.includes(mark)) return;
    if (double ? mark !== '≫' : mark !== '>' && mark !== '＞') continue;
    const last = line.at(i - 1);
    if (i - start - 1 < least || !(isHan(last) || last === 0x29 || last === 0xff09)) return;
    const single = inside && !double;
    line.put(start, start + 1, single ? '〈' : '《');
    line.put(i, i + 1, single ? '〉' : '》');
    return;
  }
}
