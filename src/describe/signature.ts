import type { Head } from './head.ts';
import { datePattern, isoDate } from './iso-date.ts';
import { speakerOf } from './line-role.ts';
import { splitOrgans } from './organs.ts';
import type { Line } from './outline.ts';

export interface Signature {
  readonly organs: readonly string[];
  /** yyyy-mm-dd or yyyy-mm */
  readonly date: string;
  /** Index of its first line and of the line after it. */
  readonly start: number;
  readonly end: number;
}

const longestLine = 120;
/** A document is signed by at most this many bodies, each on a line. */
const mostBodies = 30;
/** 国务院办公厅 2023年5月6日 on one line */
const together = new RegExp(`^(.{2,100}?) ?(${datePattern})$`);
/** What comes after a signature: 附件, （此件公开发布）, 抄送：… */
const after =
  /^(?:附 ?[件录表]|[（(](?:此件|联系|信息公开|本文|主动公开)|抄 ?[送报]|主 ?送|主题词|分送|印发|.{2,20}办公[厅室].{0,10}印发|公开方式|信息公开)/;
const attachment = /^附 ?[件录] ?[\d一二三四五六七八九十]{0,2}[：:]?$/;

/**
 * The first place after the head where bodies sign with a date. What stands under an attachment, or an inner document, is
 * not looked at.
 */
export function signatureOf(lines: readonly Line[], head: Head): Signature | undefined {
  for (let i = head.body; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.length > longestLine) continue;
    if (attachment.test(line.text) && !/^(?:1|１|一)[.．、]/.test(lines[i + 1]?.text ?? '')) return undefined;
    const unit = line.text.charCodeAt(line.text.length - 1);
    // 日, 月, 号, or a digit of 2023.5.6
    if (unit !== 0x65e5 && unit !== 0x6708 && unit !== 0x53f7 && !(unit >= 0x30 && unit <= 0x39)) continue;
    const date = isoDate(line.text);
    if (date === undefined) {
      const match = together.exec(line.text);
      const organs = match === null ? [] : splitOrgans(match[1]!);
      const value = match === null ? undefined : isoDate(match[2]!);
      if (value === undefined || organs.length === 0) continue;
      const above = bodiesAbove(lines, i, head.body);
      return { organs: [...above.organs, ...organs], date: value, start: above.start, end: i + 1 };
    }
    if (line.kind === 'heading' || line.kind === 'table') {
      if (line.kind === 'table') continue;
    }
    const { organs, start } = bodiesAbove(lines, i, head.body);
    const person = i > 0 && speakerOf(lines[i - 1]!.text) !== '';
    const ends = i + 1 === lines.length || after.test(lines[i + 1]!.text.slice(0, longestLine));
    const alone = ends && i > head.body && /[。）)！]$/.test(lines[i - 1]!.text);
    if (organs.length > 0 || person || alone) return { organs, date, start, end: i + 1 };
  }
  return undefined;
}

/** The bodies on the lines right before one, in their order. */
function bodiesAbove(lines: readonly Line[], at: number, from: number): { organs: string[]; start: number } {
  const organs: string[] = [];
  let start = at;
  while (start > from && at - start < mostBodies) {
    const line = lines[start - 1]!;
    const here = line.length > longestLine ? [] : splitOrgans(line.text.replace(/^[（(]?(?:公章|印章|盖章)[）)]?/, ''));
    if (here.length === 0) break;
    organs.unshift(...here);
    start--;
  }
  return { organs, start };
}
