import type { Head } from './head.ts';
import { datePattern, isoDate } from './iso-date.ts';
import { splitOrgans, withoutCountry } from './organs.ts';

/** What was done to a law on a day, and by whom. */
export interface Version {
  /** yyyy-mm-dd or yyyy-mm */
  readonly date: string;
  /** 第八届全国人民代表大会常务委员会第八次会议; empty where it is not told. */
  readonly organ: string;
  /** 通过, 第一次修正 … */
  readonly act: string;
}

const act =
  /(?:第[一二三四五六七八九十]{1,3}次)?(?:通过|批准|公布|发布|颁布|修正|修订|印发|制定|签署|修改)(?!的?[《〈])/g;
/** 第…次会议通过的《中华人民共和国宪法修正案》, 批准的《…的决定》 */
const amending = /(?:通过|批准)的?$/;
const date = new RegExp(datePattern, 'g');
/** 自…起施行, （以下简称…）: no day of a version. */
const effective = /(?:自|从|于|至|到|起|该修正自)$/;
const longest = 4000;
const meetingWords = /(?:第[一二三四五六七八九十百\d]{1,5}次|审议|表决|全体|于)+$/;

/** The versions that the lines under the title tell, in their order. */
export function versionsOf(head: Head, next: number): Version[] {
  const told = head.lines.findIndex(({ role, index }) => index >= next - 1 && role === 'history');
  if (told < 0) return [];
  // 2018年9月17日最高人民法院审判委员会第1749次会议 / …通过: the act is told on the next line only.
  let from = told;
  while (from > next && startsHistory(head.lines[from - 1]!.text)) from--;
  let to = told;
  for (let i = told; i < head.lines.length; i++) {
    const { role, text } = head.lines[i]!;
    if (role === 'history') to = i;
    else if (head.lines[i - 1]!.text.lastIndexOf('《') > head.lines[i - 1]!.text.lastIndexOf('》')) to = i;
    else if (role !== 'other' || !/(?:修正|修订|通过|批准|公布|发布|施行|会议|根据)[）)]?$/.test(text)) break;
    else to = i;
  }
  const history = head.lines
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, longest);
  return parse(history);
}

const session = new RegExp(`^[（(]?${datePattern}.{2,60}会议$`);

function startsHistory(text: string): boolean {
  return text.length <= 100 && session.test(text);
}

function parse(history: string): Version[] {
  const spans = [...history.matchAll(date)].filter(({ index }) => !insideTitle(history, index));
  const found: { date: string; organ: string; act: string }[] = [];
  spans.forEach((span, i) => {
    const end = spans[i + 1]?.index ?? history.length;
    const value = isoDate(span[0]);
    if (value === undefined || effective.test(history.slice(Math.max(0, span.index - 4), span.index).trimEnd())) return;
    const part = history.slice(span.index + span[0].length, end);
    const version = readPart(part);
    if (version !== undefined) found.push({ date: value, ...version });
  });
  // 最高人民法院…会议 / 最高人民检察院…会议通过: what the last did all did.
  for (let i = found.length - 2; i >= 0; i--) if (found[i]!.act === '') found[i]!.act = found[i + 1]!.act;
  return found.filter((version) => version.act !== '');
}

/** What stands between a day and the next. */
function readPart(part: string): Omit<Version, 'date'> | undefined {
  const outside = part.replace(/《[^《》]{0,400}》?/g, '《');
  const acts = [...outside.matchAll(act)];
  const last = acts.at(-1);
  if (/^\s*(?:起|正式)?(?:施行|实施|生效)/.test(outside)) return undefined;
  let organ = outside.slice(0, Math.min(...acts.map(({ index }) => index), outside.length));
  const cut = organ.search(/《|[，。；]/);
  if (cut >= 0) organ = organ.slice(0, cut);
  organ = organ
    .replace(amending, '')
    .replace(/[（(）)、\s—]+/g, ' ')
    .trim();
  organ = organ
    .replace(/ ?(?:自|根据|并|由|经)$/, '')
    .replace(/^(?:由|经|在|，)/, '')
    .trim();
  if (!/(?:会议|大会)$/.test(organ)) organ = organ.replace(meetingWords, '');
  organ = organ.replace(/(?:审议|表决)$/, '').replaceAll(' ', '');
  if (organ === '') {
    const named = /^\s*《([\u3400-\u9fff]{2,20}?)关于/.exec(part);
    organ = named !== null && splitOrgans(named[1]!).length > 0 ? named[1]! : '';
  }
  if (organ.length > 60) return undefined;
  if (last !== undefined) return { organ, act: last[0] };
  const within = /的决定((?:第[一二三四五六七八九十]+次)?修[正订])》/.exec(part);
  if (within !== null) return { organ, act: within[1]! };
  if (/(?:通过|批准)的?《/.test(outside)) return { organ, act: '修正' };
  return /会议$/.test(organ) ? { organ, act: '' } : undefined;
}

/** Whether a place lies between 《 and 》: 《关于修改2009年…的决定》 */
function insideTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  if (open < 0 || at - open > 300) return false;
  const close = text.indexOf('》', open);
  return close < 0 || close > at;
}

export function writeVersion({ date: day, organ, act: what }: Version): string {
  return [day, organ, what].filter((part) => part !== '').join(' ');
}

const meeting =
  /(?:第[一二三四五六七八九十百\d]{1,5}届(?:检察委员会|审判委员会)?|(?:审判委员会|检察委员会)?第[一二三四五六七八九十百零〇\d]{1,6}次(?:[\u3400-\u9fff]{0,8}会议)?|(?:令|公告|通告)第?[一二三四五六七八九十百零〇\d]{0,6}号?)/g;

/** The bodies that made a law: 全国人民代表大会常务委员会 of 第八届全国人民代表大会常务委员会第八次会议. */
export function makersOf(versions: readonly Version[], title: string): string[] {
  const first =
    versions.find(({ act: what }) => what.endsWith('通过')) ??
    versions.find(({ act: what }) => /[公发颁]布|印发|制定/.test(what)) ??
    versions[0];
  if (first === undefined) return [];
  let organ = first.organ.replace(meeting, '').replace(/会议$/, '');
  // 省人民政府第23次常务会议, where the title says which: 澜北省政务数据共享管理办法
  const unit = /^(?:省|市|县|区|自治区|自治州)/.exec(organ)?.[0];
  if (unit !== undefined) {
    const whole = new RegExp(`^[\\u3400-\\u9fff]{1,8}?${unit}`).exec(title)?.[0];
    if (whole !== undefined) organ = whole + organ.slice(unit.length);
  }
  return splitOrgans(organ).map(withoutCountry);
}
