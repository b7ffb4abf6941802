import type { Head } from './head.ts';
import type { Line } from './outline.ts';

/** 发文字号：国办发〔2022〕15号 in the box above a page of the government's site. */
const named =
  /(?:发文字号|发文号|文 ?号|文件编号)[：:] ?([\u3400-\u9fff]{2,14}[〔［[【（(](?:19|20)?\d\d[〕］\]】）)] ?第? ?\d{1,5} ?号)/;
const longestLine = 400;
const inTitle = /[（(]([\u3400-\u9fff]{2,14}[〔［[【（(](?:19|20)?\d\d[〕］\]】）)]\d{1,5}号)[）)]$/;

/** The numbers of the document itself, never one that it names: those that stand on a line of their own before its text. */
export function ownNumbers(lines: readonly Line[], head: Head): string[] {
  const found = head.lines.filter(({ role }) => role === 'number').flatMap(({ numbers }) => numbers);
  if (found.length > 0) return [...new Set(found)];
  for (const { text, length } of lines.slice(0, head.body + 3)) {
    if (length > longestLine) continue;
    const match = named.exec(text);
    if (match !== null) return [match[1]!];
  }
  for (const { text, kind } of head.lines) {
    const match = kind === 'title' ? inTitle.exec(text) : null;
    if (match !== null) return [match[1]!];
  }
  return serialNumber(head);
}

/** 中华人民共和国国务院令 / 第764号; 关于…的公告 / 2021年第8号 */
function serialNumber(head: Head): string[] {
  const at = head.lines.findIndex(({ role }) => role === 'serial');
  if (at < 1) return [];
  const serial = head.lines[at]!.text.replace(/[（()） ]/g, '');
  const before = head.lines.slice(Math.max(0, at - 3), at);
  const order = before.find(({ role }) => role === 'order');
  if (order !== undefined) return [order.text + serial];
  return before.some(({ text }) => /(?:公告|通告|公报|令)$/.test(text)) ? [serial] : [];
}
