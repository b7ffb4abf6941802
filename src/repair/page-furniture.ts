import { isRule } from './footnotes.ts';
import type { SourceLine } from './source-line.ts';

/** Lines at the head or foot of a page that are looked at for what repeats from page to page. */
const edge = 4;

const pageNumber =
  /^(?:[—–―\-~·・•|\s]*\d{1,4}[—–―\-~·・•|\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*[（(]?\s*共\s*\d{1,4}\s*页\s*[）)]?)?|共\s*\d{1,4}\s*页\s*第\s*\d{1,4}\s*页|(?:page|Page|PAGE)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4}|[ivxlcIVXLC]{1,6}|[—–―-]\s*[一二三四五六七八九十]{1,4}\s*[—–―-])$/;
/** A page number with its marks: sure wherever it stands. A bare number is one only at the edge of a page. */
const markedPageNumber =
  /^(?:[—–―\-·・•]{1,2}\s*\d{1,4}\s*[—–―\-·・•]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*[（(]?\s*共\s*\d{1,4}\s*页\s*[）)]?)?|共\s*\d{1,4}\s*页\s*[,，]?\s*第\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/;
/** 2023年第5期, 第39卷第5期, （总第104期）, Vol. 39 No. 5 */
const issueHead =
  /^(?:.{0,24}\s)?(?:\d{4}\s*年\s*)?(?:第\s*\d{1,4}\s*卷\s*[,，]?\s*)?第\s*\d{1,4}\s*期(?:\s*[（(]?\s*总第?\s*\d{1,5}\s*期\s*[）)]?)?(?:\s.{0,24})?$|^[（(]?\s*总第?\s*\d{1,5}\s*期\s*[）)]?$|^Vol\.?\s*\d+\s*,?\s*No\.?\s*\d+.{0,24}$/;
/** What browsers print at the head and foot of a page. */
const browserPrint =
  /^(?:https?:\/\/|www\.)\S+(?:\s+第?\s?\d{1,3}\s*\/\s*\d{1,3}\s?页?)?$|^(?:file:\/\/)\S+.*$|^\d{2,4}[/-]\d{1,2}[/-]\d{1,4}(?:[ ,，]+(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)\s*\S.{0,80}$/;
/** Buttons and lines of a web page around its text. */
const webResidue =
  /^(?:下载|打印|全屏|收藏|分享|关闭|纠错|返回|首页|大|中|小|加大|还原|减小|】|】\s*打印|>|›|»|\||微信|微博|朋友圈|扫一扫|分享到[：:]?.{0,20}|分享[：:]|[【[(（]?字[号体][：:].{0,24}|(?:打印|关闭|返回)(?:本页|窗口|顶部|首页|页面)?|(?:【?(?:打印|关闭|返回|收藏|下载|分享|复制)(?:本页|窗口|链接|顶部|首页|页面)?】?[\s|·]*){2,}|(?:您)?(?:当前|所在|现在)?的?位置[：:].{0,60}|(?:首页|网站首页)(?:\s*[>›»].*)?|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:].{0,16}|(?:责任)?编辑[：:].{0,16}|扫[一码].{0,24}(?:手机|微信|阅读|打开).{0,12}|(?:上|下)一[篇条][：:].{0,60}|相关(?:链接|阅读|新闻|文章|文件|附件|报道|文档|稿件|专题|解读|推荐)(?:[：:]|[>＞]{1,2})?|[《》<>＜＞]{0,3}(?:点击|查看)(?:图片|此处|这里|更多|原图|专题).{0,12}|[×【]|[0-9a-f]{32}[：:]?|[（(](?:来源|稿源|转自)[：:].{1,20}[）)]|版权所有.{0,60}|(?:京|沪|粤|浙|苏|鲁|川|渝|津|冀|晋|辽|吉|黑|皖|闽|赣|豫|鄂|湘|桂|琼|黔|滇|藏|陕|甘|青|宁|新|蒙)ICP备.{0,40}|无障碍(?:浏览|阅读)?|繁体版?|(?:中国)?政府网)$/;
/** Where and when a web page was published: residue only at its head, before the first paragraph. */
const webSource =
  /^(?:来源|信息来源|稿源|发布(?:时间|日期|机构|单位)|发文(?:时间|日期)|成文日期|时间|日期|发表时间|更新时间|作者|文章来源)[：:].{0,40}$|^\d{4}[-年/]\d{1,2}[-月/]\d{1,2}日?(?:\s+\d{1,2}[:：时]\d{2}(?:[:：分]\d{0,2})?秒?)$/;
/** 来源： on one line, its value on the next. */
const webLabel =
  /^(?:来源|信息来源|稿源|发布时间|发表时间|更新时间|时间|日期|发布日期|作者|阅读量|浏览次数|分享|字体|字号)[：:]$/;

/** Marks the lines that are page furniture: 1 for each. `texts` are the lines without white space around. */
export function findFurniture(lines: readonly SourceLine[], texts: readonly string[]): Uint8Array {
  const furniture = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    const content = texts[i]!;
    if (content.length > 120) continue;
    if (isRule(content) || markedPageNumber.test(content) || browserPrint.test(content)) furniture[i] = 1;
    else if (content.length <= 60 && mayNameIssue(content) && issueHead.test(content)) furniture[i] = 1;
  }
  markWebHead(texts, furniture);
  markRepeated(lines, texts, furniture);
  markBareNumbers(lines, texts, furniture);
  return furniture;
}

/** A cheap look before the pattern. */
function mayNameIssue(content: string): boolean {
  return content.includes('期') || content.startsWith('Vol');
}

/** Residue of a web page stands before the title and around it, and after the last paragraph. */
function markWebHead(texts: readonly string[], furniture: Uint8Array): void {
  const head = Math.min(texts.length, 60);
  let first = head;
  for (let i = 0; i < head; i++) {
    if (texts[i]!.length > 60 && /[。！？]/.test(texts[i]!)) {
      first = i;
      break;
    }
  }
  let seen = 0;
  for (let i = 0; i < first; i++) {
    const content = texts[i]!;
    if (webResidue.test(content)) {
      furniture[i] = 1;
      seen++;
    } else if (content.length <= 60 && webSource.test(content)) {
      furniture[i] = 1;
      if (webLabel.test(content) && i + 1 < first && texts[i + 1]!.length <= 24 && !/[，。]/.test(texts[i + 1]!)) {
        furniture[++i] = 1;
      }
    } else if (webLabel.test(content)) {
      furniture[i] = 1;
      if (i + 1 < first && texts[i + 1]!.length <= 24 && !/[，。]/.test(texts[i + 1]!)) furniture[++i] = 1;
    }
  }
  // The steps of 首页 > 政务信息 > 要闻 are residue with the signs around them.
  if (seen > 0) {
    for (let i = 1; i + 1 < first; i++) {
      if (furniture[i] === 0 && texts[i]!.length <= 10 && isStep(texts[i - 1]!) && furniture[i - 1] === 1)
        furniture[i] = 1;
    }
  }
  for (let i = texts.length - 1; i >= Math.max(first, texts.length - 25); i--) {
    if (!webResidue.test(texts[i]!)) continue;
    furniture[i] = 1;
    // 责任编辑： on one line, the name on the next.
    if (/编辑[：:]$/.test(texts[i]!) && (texts[i + 1]?.length ?? 99) <= 4) furniture[i + 1] = 1;
  }
}

function isStep(content: string): boolean {
  return content === '>' || content === '›' || content === '»';
}

/** Running heads and feet: the same line, but for digits, near the edge of several pages. */
function markRepeated(lines: readonly SourceLine[], texts: readonly string[], furniture: Uint8Array): void {
  const pages = pageBounds(lines, furniture);
  if (pages.length < 2) return;
  const seenOn = new Map<string, number>();
  const wide = columnEdge(lines);
  const edges: number[][] = pages.map(([from, to]) => edgeLines(from, to));
  for (const indexes of edges) {
    for (const key of new Set(indexes.map((i) => repetitionKey(texts[i]!, lines[i]!.width, wide)))) {
      if (key !== '') seenOn.set(key, (seenOn.get(key) ?? 0) + 1);
    }
  }
  seenOn.delete('');
  // Odd and even pages have heads of their own, the first page of a chapter often none.
  const need = Math.max(2, Math.ceil(pages.length * (pages.length < 7 ? 0.5 : 0.3)));
  const same = sameOnPages(texts, edges);
  const needSame = Math.max(3, Math.ceil(pages.length * 0.5));
  const repeated = (i: number) =>
    (seenOn.get(repetitionKey(texts[i]!, lines[i]!.width, wide)) ?? 0) >= need ||
    (same.get(texts[i]!) ?? 0) >= needSame;
  // From the edge inwards: what stands behind a line of the text is text.
  for (const [from, to] of pages) {
    // A running head stands once on a page: where it comes again right below, that is the title itself.
    const seen = new Set<string>();
    for (let i = from; i < to && (furniture[i] === 1 || (repeated(i) && !seen.has(texts[i]!))); i++) {
      seen.add(texts[i]!);
      furniture[i] = 1;
    }
    for (let i = to - 1; i >= from && (furniture[i] === 1 || repeated(i)); i--) furniture[i] = 1;
  }
}

/** On how many pages each line stands at the edge, letter by letter: even a sentence, where that is on most. */
function sameOnPages(texts: readonly string[], edges: readonly (readonly number[])[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const indexes of edges) {
    const outer = indexes.filter((_, k) => k < 2 || k >= indexes.length - 2);
    for (const text of new Set(outer.map((i) => texts[i]!))) pages.set(text, (pages.get(text) ?? 0) + 1);
  }
  return pages;
}

/** Width that the longest tenth of the lines reach: running text, not furniture. */
function columnEdge(lines: readonly SourceLine[]): number {
  const widths = Float64Array.from(lines, (line) => line.width).sort();
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

function edgeLines(from: number, to: number): number[] {
  const result: number[] = [];
  for (let i = from; i < to; i++) if (i < from + edge || i >= to - edge) result.push(i);
  return result;
}

/** A line that fills the column is running text, though a text may say the same thing twice. */
function repetitionKey(content: string, width: number, wide: number): string {
  if (content.length > 50 || width > wide - 1.5 || /[。；，]$/.test(content)) return '';
  return content.replace(/[\s\u3000]+/g, '').replace(/[0-9０-９]+/g, '#');
}

/** Pages as ranges of lines: parted by form feeds, or by marked page numbers where there is no form feed. */
function pageBounds(lines: readonly SourceLine[], furniture: Uint8Array): [number, number][] {
  const bounds: [number, number][] = [];
  let from = 0;
  const hasFeeds = lines.some((line) => line.newPage);
  for (let i = 1; i < lines.length; i++) {
    const begins = hasFeeds ? lines[i]!.newPage : furniture[i - 1] === 1 && furniture[i] === 0;
    if (!begins) continue;
    bounds.push([from, i]);
    from = i;
  }
  bounds.push([from, lines.length]);
  return bounds.filter(([a, b]) => b > a);
}

/** A bare 12 is a page number where it is the first or last line of a page and the pages count upwards. */
function markBareNumbers(lines: readonly SourceLine[], texts: readonly string[], furniture: Uint8Array): void {
  const pages = pageBounds(lines, furniture);
  if (!lines.some((line) => line.newPage)) markCountingNumbers(texts, furniture);
  if (pages.length < 2) return;
  const candidates: { index: number; value: number; page: number }[] = [];
  pages.forEach(([from, to], page) => {
    for (const index of [from, from + 1, to - 2, to - 1]) {
      if (index < from || index >= to || furniture[index] === 1) continue;
      const content = texts[index]!;
      if (!pageNumber.test(content)) continue;
      const value = Number.parseInt(content.replace(/\D+/g, ' ').trim().split(' ')[0] ?? '', 10);
      candidates.push({ index, value, page });
    }
  });
  for (const candidate of candidates) {
    if (Number.isNaN(candidate.value)) {
      if (candidates.length > 1) furniture[candidate.index] = 1;
      continue;
    }
    const agrees = candidates.some(
      (other) => other.page !== candidate.page && other.value - candidate.value === other.page - candidate.page,
    );
    if (agrees) furniture[candidate.index] = 1;
  }
}

/** Numbers that count pages stand this many lines apart at least, and not much farther one time than the next. */
const fewestLines = 8;
const mostUneven = 2.5;

/** Where no form feed parts the pages: lines that are nothing but 12, 13, 14, … at about the same distance. */
function markCountingNumbers(texts: readonly string[], furniture: Uint8Array): void {
  let run: number[] = [];
  let shortest = 0;
  let longest = 0;
  const close = () => {
    if (run.length >= 3) for (const i of run) furniture[i] = 1;
  };
  for (let i = 0; i < texts.length; i++) {
    if (texts[i]!.length > 3 || furniture[i] === 1 || !/^\d{1,3}$/.test(texts[i]!)) continue;
    const before = run.at(-1);
    const apart = before === undefined ? 0 : i - before;
    const low = run.length < 2 ? apart : Math.min(shortest, apart);
    const high = run.length < 2 ? apart : Math.max(longest, apart);
    const counts = before !== undefined && Number(texts[i]) === Number(texts[before]) + 1;
    if (counts && low >= fewestLines && high <= mostUneven * low) {
      run.push(i);
      shortest = low;
      longest = high;
      continue;
    }
    close();
    run = [i];
  }
  close();
}
