import { isHan } from '../text/characters.ts';
import { isChinese, isDigit, isLatin, type LineEdits } from './line-edits.ts';

const fullWidthOf: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Lines, arrows and boxes: a dash among them rules a table. */
const isBox = (unit: number) => unit >= 0x2500 && unit <= 0x257f;

/** Pauses, stops, dashes, ellipses and dots of one line. */
export function editMarks(line: LineEdits): void {
  const { text } = line;
  for (let i = line.start; i < line.end; ) {
    let end = i + 1;
    switch (text[i]) {
      case ',':
      case ';':
      case ':':
      case '?':
      case '!':
        editPause(line, i);
        break;
      case '.':
      case '…':
      case '⋯':
      case '„':
      case '。':
        while (end < line.end && sameEllipsis(text.charCodeAt(end), text.charCodeAt(i))) end++;
        editEllipsis(line, i, end);
        break;
      case '-':
      case '–':
      case '―':
      case '─':
      case '━':
      case '－':
      case '⸺':
        while (end < line.end && text[end] === text[i]) end++;
        editDash(line, i, end);
        break;
      case '•':
      case '‧':
      case '∙':
      case '⋅':
      case '・':
      case '･':
        editNameDot(line, i);
        break;
      case '~':
      case '∼':
      case '〜':
        editRange(line, i);
        break;
      case '∶':
        if (isDigit(line.at(i - 1)) && isDigit(line.at(i + 1))) line.put(i, end, ':');
        else if (isChinese(line.before(i)) || isChinese(line.after(end))) line.put(i, end, '：');
        break;
      case '○':
        while (end < line.end && text[end] === '○') end++;
        editZero(line, i, end);
        break;
      default:
    }
    i = end;
  }
}

/** 人员,可以 → 人员，可以; 3,000, 10:30, http://, a != b and English stay. */
function editPause(line: LineEdits, at: number): void {
  const next = line.at(at + 1);
  if (isDigit(line.at(at - 1)) && isDigit(next)) return;
  const before = line.before(at);
  const afterChinese = isChinese(line.after(at + 1));
  if (!isChinese(before)) {
    if (!afterChinese || !line.chinese) return;
    // 页码?编号=3 in an address: what follows a Latin letter there is no question.
    if (line.text[at] !== ',' && line.text[at] !== ';' && inAddress(line, at)) return;
  } else if (!afterChinese && !line.chinese) return;
  if (next === 0x3d || next === 0x2f) return;
  line.putMark(at, at + 1, fullWidthOf[line.text[at]!]!);
}

/** Whether the Latin stretch before a place has the look of an address: www.gov.cn/list?. */
function inAddress(line: LineEdits, at: number): boolean {
  let start = at;
  while (start > line.start && at - start < 300 && line.at(start - 1) > 0x20 && line.at(start - 1) < 0x7f) start--;
  return /:\/\/|www\.|@/.test(line.text.slice(start, at));
}

function sameEllipsis(unit: number, first: number): boolean {
  return unit === first || ((unit === 0x2026 || unit === 0x22ef) && (first === 0x2026 || first === 0x22ef));
}

/** 等... → 等……, 等⋯ → 等……, 。。。 → ……; more of them, and dots before a number, lead to a page in a contents list. */
function editEllipsis(line: LineEdits, start: number, end: number): void {
  const length = end - start;
  const first = line.text[start]!;
  const besideChinese = isChinese(line.before(start)) || isChinese(line.after(end));
  if (first === '…' || first === '⋯') {
    const known = line.text.slice(start, end);
    const form = length <= 3 && besideChinese ? '……' : '…'.repeat(length);
    if (known !== form) line.put(start, end, form);
    return;
  }
  const least = first === '„' ? 2 : 3;
  const touches = isChinese(line.at(start - 1)) || isChinese(line.at(end));
  if (length >= least && length <= 6 && touches && !isDigit(line.after(end))) line.putMark(start, end, '……');
}

/** 报告－－1984年 → 报告——1984年, 中国－东盟 → 中国—东盟; 5–10, ASCII words and ruled lines stay. */
function editDash(line: LineEdits, start: number, end: number): void {
  const length = end - start;
  const ascii = line.text[start] === '-';
  const wide = line.text[start] === '⸺';
  if (length > 3 || isBox(line.at(start - 1)) || isBox(line.at(end))) return;
  const before = line.before(start);
  const after = line.after(end);
  const chineseBefore = isChinese(before);
  const chineseAfter = isChinese(after);
  if (length > 1 || wide) {
    if (ascii && !((chineseBefore || before === 0) && (chineseAfter || after === 0))) return;
    if (chineseBefore || chineseAfter) line.putMark(start, end, '——');
  } else if (!ascii && (isHan(before) || isHan(after)) && before !== 0 && after !== 0) {
    line.put(start, end, '—');
  }
}

/** 卡尔•马克思 → 卡尔·马克思; a bullet before an item stays. */
function editNameDot(line: LineEdits, at: number): void {
  const before = line.at(at - 1);
  const after = line.at(at + 1);
  if ((isHan(before) && (isHan(after) || isLatin(after))) || (isLatin(before) && isHan(after)))
    line.put(at, at + 1, '·');
}

/** 7.5~9.5 and 三〜五年 → ～. */
function editRange(line: LineEdits, at: number): void {
  const before = line.at(at - 1);
  const after = line.at(at + 1);
  const from = isDigit(before) || isHan(before) || '%％℃°‰）'.includes(String.fromCharCode(before));
  if (from && (isDigit(after) || isHan(after))) line.put(at, at + 1, '～');
}

/** 一九八○年 → 一九八〇年, 二○○三 → 二〇〇三; a circle that stands for a hidden word stays. */
function editZero(line: LineEdits, start: number, end: number): void {
  const isNumeral = (unit: number) => unit !== 0 && '一二三四五六七八九〇'.includes(String.fromCharCode(unit));
  const before = line.at(start - 1);
  const decimal = line.text[end] === '．' && isNumeral(line.at(end + 1));
  if (!isNumeral(before) && !decimal && (isHan(before) || !isNumeral(line.at(end)))) return;
  for (let i = start; i < end; i++) line.put(i, i + 1, '〇');
}
