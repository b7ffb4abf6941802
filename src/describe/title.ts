import type { Head, HeadLine } from './head.ts';
import { datePattern } from './iso-date.ts';
import { bare, historyVerb } from './line-role.ts';
import { isOrgan, splitOrgans } from './organs.ts';
import type { Line } from './outline.ts';

/** What the titles of official documents end with. */
const documentType =
  /(?:通知|意见|决定|办法|规定|条例|法|细则|规则|方案|规划|纲要|计划|报告|公告|通告|通报|批复|复函|函|请示|命令|令|决议|公报|讲话|致辞|要点|措施|指引|指南|标准|规范|准则|章程|制度|纪要|清单|目录|解读|解释|答复|说明|守则|预案|倡议书|白皮书|建议|政策|若干规定|实施意见)(?:（[^）]{1,30}）)?$/;
/** What a title of its own hardly begins with: the rest of one that was broken. */
const unfinished =
  /(?:关于|和|与|及|的|、|对|在|为|任免|中华人民共和国[\u3400-\u9fff]{0,20}(?:大会|委员会)|若干|适用法律)$/;
const longestTitle = 200;
const longestLine = 80;
const occasionTail = new RegExp(`[—―–-]{1,3} ?${datePattern}.{0,60}$`);
const historyTail = new RegExp(`[（(](?:根据)?${datePattern}[^（(]{0,3000}$`);
const numberTail = /[（(][\u3400-\u9fff]{2,14}[〔［[【（(](?:19|20)?\d\d[〕］\]】）)]\d{1,5}号[）)]$/;
/** What programs call a file that nobody has named. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint|excel)|powerpoint|untitled|document\d*$|无标题|未命名|新建|幻灯片|ICS \d|Markdown在线)|\.(?:docx?|wps|pdf|txt|pptx?|xlsx?|ofd|indd|cdr)$/i;

export interface Title {
  readonly text: string;
  /** What stood on its line after it: ——1989年3月20日在第七届全国人民代表大会第二次会议上. */
  readonly occasion: string;
  /** Index of the line after it. */
  readonly next: number;
}

/** The title of a document; undefined where no line of its head is one. */
export function titleOf(lines: readonly Line[], head: Head): Title | undefined {
  const ordered = titleOfOrder(lines, head);
  if (ordered !== undefined) return ordered;
  const first = head.lines.find((line) => isTitle(line));
  if (first !== undefined) return completed(head, first);
  const rest = lines.slice(head.body).find(({ kind }) => kind === 'title');
  if (rest === undefined || head.lines.some(({ kind }) => kind === 'title')) return undefined;
  const text = trimmed(rest.text);
  return rest.length > longestTitle || bad(text)
    ? undefined
    : { text, occasion: occasionOf(rest.text), next: lines.indexOf(rest) + 1 };
}

/** The title that a file gives of itself, where it is one. */
export function ownTitle(title: string | undefined): string | undefined {
  return title === undefined || noTitle.test(title) || title.length > longestTitle ? undefined : title;
}

function isTitle({ kind, role, text, length }: HeadLine): boolean {
  if (length > longestTitle) return false;
  if (kind === 'title') return role === 'other' && !bad(trimmed(text));
  return (
    role === 'other' &&
    (kind === 'heading' || kind === 'paragraph') &&
    length <= longestLine &&
    documentType.test(trimmed(text)) &&
    !bad(trimmed(text))
  );
}

/** A title with the lines before and after it that belong to it. */
function completed(head: Head, first: HeadLine): Title {
  let text = trimmed(first.text);
  // 淮安市人民政府 / 2024年政府信息公开工作年度报告: the body stands on a line of its own.
  const before = head.lines[first.index - 1];
  if (before?.role === 'organ' && !namesBody(text, before.text)) text = before.text + text;
  let next = first.index + 1;
  for (let more = 0; more < 2 && (!documentType.test(text) || unfinished.test(text)); more++) {
    const line = head.lines[next];
    if (line === undefined || line.role !== 'other' || line.length > longestLine) break;
    const joined = text + trimmed(line.text);
    const finishes = documentType.test(joined) && !documentType.test(text);
    if (!finishes && !unfinished.test(text)) break;
    if (bad(joined)) break;
    text = joined;
    next++;
  }
  const after = head.lines[next];
  if (after?.role === 'part') {
    text += after.text;
    next++;
  } else if (after?.role === 'other' && /^[—―–]{1,3}[^\d—―–]/.test(after.text) && after.length <= longestLine) {
    text += after.text;
    next++;
  }
  return { text, occasion: occasionOf(first.text), next };
}

/** Whether a title begins with the body that issues it, the one on the line before or another. */
function namesBody(text: string, organ: string): boolean {
  if (text.startsWith(organ)) return true;
  const lead = /^(.{2,60}?)(?:关于|转发|批转|印发)/.exec(text);
  return lead !== null && splitOrgans(lead[1]!).length > 0;
}

/** 国务院令 / 第764号 / 《某某条例》已经…通过，现予公布 / … / 某某条例: what is made known is the document. */
function titleOfOrder(lines: readonly Line[], head: Head): Title | undefined {
  const order = head.lines.find(({ role }) => role === 'order');
  if (order === undefined) return undefined;
  for (const line of lines.slice(order.index + 1, order.index + 6)) {
    const named = /^.{0,40}《([^《》]{2,100})》.{0,300}(?:公布|发布)/.exec(line.text.slice(0, 500));
    if (named === null) continue;
    const name = named[1]!.replaceAll(' ', '');
    for (let i = head.lines.length; i < Math.min(lines.length, order.index + 30); i++) {
      if (lines[i]!.text.replaceAll(' ', '') === name) return { text: named[1]!, occasion: '', next: i + 1 };
    }
  }
  return undefined;
}

/** A title without the occasion, the history of a law, the number and the mark of a note that stand on its line. */
function trimmed(text: string): string {
  const short = text.replace(numberTail, '').replace(/[*＊①]+$/, '');
  const history = historyTail.exec(short);
  const cut = history !== null && historyVerb.test(history[0]) ? short.slice(0, history.index) : short;
  return cut.replace(occasionTail, '').trim();
}

function occasionOf(text: string): string {
  return occasionTail.exec(text)?.[0] ?? '';
}

function bad(text: string): boolean {
  return (
    text.length < 2 ||
    /[。；，：;,:]$/.test(text) ||
    isOrgan(text) ||
    noTitle.test(text) ||
    /^[\d\s.,;:\-—/]+$/.test(bare(text))
  );
}
