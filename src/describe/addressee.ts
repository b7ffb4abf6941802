import type { Head } from './head.ts';
import type { Line } from './outline.ts';

const longest = 600;
/** What names of those to whom a document goes end with. */
const bodies =
  /(?:政府|机构|单位|部门|委员会|办公[厅室]|法院|检察院|学校|院校|大学|学院|公司|企业|银行|协会|学会|组织|团体|中心|集团|军区|总队|支队|分局|分行|机关|管委会|纪委|监委|团委|工会|[厅局委办部院署会行所站队区])(?:[（(][^）)]{1,40}[）)])?$/;
/** Not who, but what comes: 通知如下, 规定, 问题 */
const leadsIn =
  /如下|通知|意见|规定|要求|事项|现将|为了|根据|[。！？；]|下列|以下|包括|指出|强调|问[题：]|^[（(第]|\d{4}年|各位|同志们|女士|先生/;

/** To whom a document goes (主送机关), without the colon: the line after title and number that ends with one. */
export function addresseeOf(lines: readonly Line[], head: Head, next: number): string | undefined {
  for (let i = next; i < Math.min(lines.length, next + 8); i++) {
    const line = lines[i]!;
    const role = head.lines[i]?.role;
    if (role === 'salutation') return undefined;
    if (role !== undefined && role !== 'other') continue;
    if (line.kind === 'contents') return undefined;
    const found = named(line.text);
    if (found === undefined) {
      // The list of those may go on over a page: …、国务院各部委、/ 各直属机构：
      const more = /[、，]$/.test(line.text) ? lines[i + 1] : undefined;
      const joined = more === undefined || line.length > longest ? undefined : named(line.text + more.text);
      return joined;
    }
    return found;
  }
  return undefined;
}

function named(text: string): string | undefined {
  const head = text.slice(0, longest);
  const colon = head.search(/[：:]/);
  if (colon < 2) return undefined;
  // 各市、县人民政府：为了…: the text may follow on the line only where a list of bodies is plain.
  if (colon !== text.length - 1 && !/^(?:各|有关)/.test(head)) return undefined;
  const who = head.slice(0, colon).trim();
  return bodies.test(who) && !leadsIn.test(who) ? who : undefined;
}
