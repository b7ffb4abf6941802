import { datePattern, isoDate } from './iso-date.ts';
import { splitOrgans, withoutCountry } from './organs.ts';
import type { Line } from './outline.ts';

/** What a line near the title is. */
export type LineRole =
  | 'other'
  /** 国务院文件 */
  | 'red-head'
  /** 中华人民共和国国务院令, 财政部公告 on a line of its own */
  | 'order'
  /** 第764号, 2021年第8号 */
  | 'serial'
  /** 国发〔2023〕5号, also several, also with 签发人：张三 after it */
  | 'number'
  | 'date'
  | 'organ'
  /** （试行）, （2015—2017年） */
  | 'part'
  /** ——2012年2月8日在某某市第五届人民代表大会第一次会议上 */
  | 'occasion'
  /** （1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过 …） */
  | 'history'
  /** 机密★一年, 特急, 000001 */
  | 'mark'
  /** 各位代表： */
  | 'salutation'
  /** 栖云市市长 陆怀谷 */
  | 'speaker'
  /** The line is of the text, and so is all that comes after it. */
  | 'body';

const serial = /^[（(]?(?:\d{4} ?年 ?)?第? ?[\d〇零一二三四五六七八九十百]{1,6} ?号[）)]?$/;
const order = /^[\u3400-\u9fff]{2,30}(?:令|公告|通告|公报)$/;
const orderEnds = '令告报';
const mark = /^(?:(?:绝密|机密|秘密|特急|加急|特提|平急|急件)[★\d一二三四五六七八九十年月永久长期 ]{0,10}|\d{6})$/;
const part =
  /^（(?:(?:\d{4} ?[—–―~～至-]{1,2} ?)?\d{4} ?年?|\d{4} ?年(?:版|本|修订|修正)?|试行|暂行|草案|征求意见稿|送审稿|建议稿|节选|节录本?|修订|修正|修订稿|修订版)）$/;
const occasion = new RegExp(
  `^[—―–－-]{0,3} ?[（(]?${datePattern} ?[,，]?在?.{2,50}(?:会|会议|大会|论坛|仪式)上?[）)]?(?:的(?:报告|讲话|致辞|发言))?$`,
);
const begun = new RegExp(`^[—―–－-]{1,3} ?${datePattern}`);
const meeting = /^[—―–－-]{1,3} ?\S{4,50}(?:会|会议)上?$/;
const salutation =
  /^(?:尊敬的|各位|同志们|主席先生|主席、|议长、|女士们|先生们|朋友们|同学们|乡亲们|委员长|代表们).{0,60}[，：！,:!]$/;
const history = new RegExp(`^[（(]?(?:根据)?[（(]?${datePattern}`);
/** What was done to a law on a day of its history. */
export const historyVerb = /通过|批准|公布|发布|颁布|修正|修订|印发|施行|制定|签署|修改/;
const speaker =
  /^(?:(?:报告人|讲话人|作者)[：:])?([\u3400-\u9fff]{0,24}(?:总理|主席|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|书记|部长|主任|局长|厅长|院长|检察长|行政长官|委员长)) ?([\u3400-\u9fff·]{2,16})$/;
const numbered =
  /^(?:第 ?[一二三四五六七八九十百零〇\d]{1,7} ?(?:编|篇|章|节|条|部分)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．]|目 ?[录次]$|序 ?言$|前 ?言$|引 ?言$|附 ?[件录表](?:[：:]|\d|$))/;

const longestShort = 80;

/** The role of a line near the title; `numbers` tells how many units of it are document numbers. */
export function lineRole(line: Line, numbers: number): LineRole {
  const { text, kind, length } = line;
  if (kind === 'contents' || kind === 'table' || kind === 'reference') return 'body';
  if (length > longestShort) return history.test(text) && historyVerb.test(text) ? 'history' : 'body';
  if (numbers > 0 && isNumberLine(text, numbers)) return 'number';
  if (serial.test(text)) return 'serial';
  if (numbered.test(text)) return 'body';
  if (isoDate(bare(text)) !== undefined) return 'date';
  if (mark.test(text)) return 'mark';
  if (part.test(text)) return 'part';
  if (occasion.test(text) || begun.test(text) || meeting.test(text)) return 'occasion';
  if (history.test(text) && historyVerb.test(text)) return 'history';
  if (salutation.test(text)) return 'salutation';
  if (redHead(text).length > 0) return 'red-head';
  if (orderEnds.includes(text.charAt(text.length - 1)) && order.test(text) && orderOrgans(text).length > 0)
    return 'order';
  if (splitOrgans(text).length > 0) return 'organ';
  if (speakerOf(text) !== '') return 'speaker';
  return /[。；;：:]$/.test(text) && kind !== 'title' ? 'body' : 'other';
}

/** A text without the brackets around it. */
export function bare(text: string): string {
  return /^[（(].*[）)]$/.test(text) ? text.slice(1, -1).trim() : text;
}

/** The bodies of a red head: 教育部 财政部文件. */
export function redHead(text: string): string[] {
  if (!text.endsWith('件')) return [];
  const head = /^(.{2,200}?) ?文 ?件$/.exec(text);
  return head === null ? [] : splitOrgans(head[1]!);
}

/** The bodies whose order it is: 国务院 of 中华人民共和国国务院令. */
export function orderOrgans(text: string): string[] {
  return splitOrgans(text.replace(/(?:令|公告|通告|公报)$/, '')).map(withoutCountry);
}

/** Office and name of the speaker, as they stand; empty where the line is none. */
export function speakerOf(text: string): string {
  const match = text.length > longestShort ? null : speaker.exec(text.replace(/ ?(?:各位|同志们).*$/, ''));
  if (match === null) return '';
  const name = match[2]!;
  // Names of four characters and more are written with a space or a dot: a shorter line without them may be a sentence.
  if (name.length > 4 && !name.includes('·') && !text.includes(` ${name}`)) return '';
  return text.replace(/^(?:报告人|讲话人|作者)[：:]/, '').replace(/ ?(?:各位|同志们).*$/, '');
}

/** Whether a line holds nothing but document numbers, brackets around them, marks between them and who signed. */
function isNumberLine(text: string, numbers: number): boolean {
  const rest = text.replace(/[（()） \u3000、，,;；★]/g, '').replace(/(?:签发人|会签人)[：:].{0,40}$/, '');
  const other = rest.replace(/^(?:发文字号|发文号|文号|文件编号|字号)[：:]/, '');
  return other.length <= numbers;
}
