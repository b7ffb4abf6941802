import type { Head, HeadLine } from './head.ts';
import { orderOrgans, redHead, speakerOf } from './line-role.ts';
import { sameOrgan, splitOrgans, withoutCountry } from './organs.ts';
import type { Line } from './outline.ts';
import type { Signature } from './signature.ts';
import type { Title } from './title.ts';

const lead = /^(.{2,200}?) ?(?:关于|转发|批转|印发|公布|发布|办公室文件)/;
const spoken = /报告|讲话|致辞|演讲|演说|发言|贺词|谈话/;

/** The bodies with which a title begins: 教育部 财政部关于…的通知. */
export function organsOfTitle(title: string): string[] {
  const match = lead.exec(title);
  return match === null ? [] : splitOrgans(match[1]!).map(withoutCountry);
}

/**
 * Who issued a document: the title's bodies, or the signature's where they are more; else the red head's; else the body or
 * the speaker under the title. `makers` made the law that it is.
 */
export function issuersOf(
  lines: readonly Line[],
  head: Head,
  { text: title, next, occasion }: Title,
  signature: Signature | undefined,
  makers: readonly string[],
): string[] {
  const named = organsOfTitle(title);
  const signed = signature?.organs ?? [];
  if (named.length > 0) {
    const covered = named.every((organ) => signed.some((other) => sameOrgan(organ, other)));
    return covered && signed.length > named.length ? unique(signed) : unique(named);
  }
  const red = redBodies(head, title);
  // 路桥区卫生局文件, sealed by 路桥区卫生局办公室
  const sealedFor = signed.length === 1 && red.length === 1 && signed[0]!.startsWith(red[0]!);
  if (signed.length > 0) return sealedFor ? red : unique(signed);
  if (makers.length > 0) return unique(makers);
  if (red.length > 0) return unique(red);
  const under = head.lines.filter(({ index }) => index >= next && index < next + 6);
  const bodies = under
    .filter(({ role, text }) => role === 'organ' && !title.includes(text))
    .flatMap(({ text }) => splitOrgans(text));
  if (bodies.length > 0) return unique(bodies);
  if (!spoken.test(title) && !under.some(({ role }) => role === 'occasion' || role === 'salutation')) return [];
  const onLine = speakerOf(occasion.slice(occasion.lastIndexOf('上') + 1).trim());
  if (onLine !== '') return [onLine];
  for (const { text } of lines.slice(next, next + 5)) {
    const speaker = speakerOf(text);
    if (speaker !== '') return [speaker];
  }
  return [];
}

/** The bodies of the red head, which may take several lines before 文件 or before the number. */
function redBodies(head: Head, title: string): string[] {
  const order = head.lines.find(({ role }) => role === 'order');
  if (order !== undefined) return orderOrgans(order.text);
  const at = head.lines.findIndex(({ role }) => role === 'red-head' || role === 'number');
  if (at < 0) return [];
  const last = head.lines[at]!;
  const above: string[] = last.role === 'red-head' ? redHead(last.text) : [];
  for (let i = at - 1; i >= 0; i--) {
    const line: HeadLine = head.lines[i]!;
    if (line.role !== 'organ' || title.startsWith(line.text)) break;
    above.unshift(...splitOrgans(line.text));
  }
  return above;
}

function unique(organs: readonly string[]): string[] {
  return [...new Set(organs)];
}
