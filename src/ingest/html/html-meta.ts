import type { HtmlTree } from './html-tree.ts';

/** Names of `meta` elements, in the order of trust; those without a colon are what sites of the government must have. */
const names = {
  title: ['articletitle', 'og:title'],
  date: ['pubdate', 'publishdate', 'publicationdate', 'article:published_time', 'dc.date', 'date'],
  source: ['contentsource', 'source', 'dc.source'],
  author: ['author', 'dc.creator'],
  keywords: ['keywords', 'keyword'],
} as const;

const separator = /\s*[_|｜]+\s*|\s+(?:--?|[–—·»>])\s+|--/;
const site = /(?:网|网站|门户|政府|平台|官网|首页|数据库|部|厅|局|委员会|办公室|频道)$/;
/** Names that programs give pages nobody has named. */
const unnamed = /^(?:无标题文档|无标题|新建网页.*|untitled.*|document|index|首页|new page.*)$/i;

/** What a page says of itself: title, date (YYYY-MM-DD), source, author, keywords, where it does. */
export function htmlMeta({ nodes }: HtmlTree): Readonly<Record<string, string>> {
  const said = new Map<string, string>();
  let pageTitle = '';
  for (const { name, attribs, children } of nodes) {
    if (name === 'title' && pageTitle === '') pageTitle = clean(children?.[0]?.data ?? '');
    const key =
      name === 'meta' ? (attribs?.name ?? attribs?.property ?? attribs?.itemprop)?.toLowerCase().trim() : undefined;
    const content = clean(attribs?.content ?? '');
    if (key !== undefined && content !== '' && !said.has(key)) said.set(key, content);
  }
  const found: Record<string, string> = {};
  for (const [key, keys] of Object.entries(names)) {
    const values = keys.flatMap((name) => said.get(name) ?? []);
    const value = key === 'date' ? values.map(isoDate).find((date) => date !== undefined) : values[0];
    if (value !== undefined) found[key] = value;
  }
  const title = said.get('articletitle') ?? withoutSite(found.title ?? pageTitle);
  if (title === '' || unnamed.test(title)) delete found.title;
  else found.title = title;
  return found;
}

function clean(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim();
}

/** 关于印发规划的通知_部门文件_中国政府网 without the names of page and site. */
function withoutSite(title: string): string {
  const parts = title.split(separator).filter((part) => part !== '');
  const own = parts.find((part) => !site.test(part)) ?? parts[0] ?? '';
  const dash = own.lastIndexOf('-');
  return dash > 0 && own.length - dash <= 25 && site.test(own.trim()) ? own.slice(0, dash).trim() : own;
}

/** A day that exists in the calendar's ranges: 2021-03-12 10:30, 2021年3月12日, 20210312. */
function isoDate(text: string): string | undefined {
  const match = /(?<!\d)(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})(?!\d)|(\d{2})(\d{2}))/.exec(text);
  if (match === null) return undefined;
  const [month, day] = [Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
