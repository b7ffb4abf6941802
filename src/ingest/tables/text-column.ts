import type { Message } from '../../model/message.ts';

/** Which column is the text; or the message that says why none is. */
export type TextColumn =
  | { readonly column: number; readonly message?: Message }
  | { readonly column: undefined; readonly message: Message };

/** What people call the column with the text; compared without case, spaces, `_`, `-` and brackets. */
const names = new Set(
  (
    'text content contents body fulltext maintext bodytext textcontent contenttext documenttext doctext articletext ' +
    'article maincontent rawtext ' +
    '正文 全文 内容 文本 原文 正文内容 全文内容 文本内容 文章内容 文章正文 文件内容 文件正文 文件全文 政策内容 政策正文 ' +
    '政策全文 政策文本 公文内容 公文正文 报告内容 报告正文 报告全文 新闻内容 新闻正文 法规内容 法规正文 通知内容 主要内容 ' +
    '內容 正文內容 全文內容 文本內容 文章內容 內文 文件內容 政策內容 報告內容 新聞內容'
  ).split(' '),
);

/** Mean length from which a column may be prose: titles have 20 to 40 characters, abstracts 100 to 300. */
const proseLength = 60;
/** A sentence ends in it. */
const sentenceEnd = /[。！？]|[.!?](?:\s|$)/;
/** A header cell so long with a sentence in it is no name: the table has none. */
const longestName = 30;
/** Names of columns in a message. */
const mostNamed = 20;
const mostOfName = 40;

/**
 * Chooses the column with the text: the `wanted` one; else the one that has a usual name; else the only one with long prose,
 * and then says so. Between two it never guesses. `sample` has cells of the first rows.
 */
export function textColumn(
  header: readonly string[],
  sample: readonly (readonly (string | undefined)[])[],
  wanted?: string,
): TextColumn {
  const columns = shownNames(header);
  if (wanted !== undefined) {
    const exact = header.indexOf(wanted.trim());
    const column = exact >= 0 ? exact : header.findIndex((name) => folded(name) === folded(wanted));
    if (column >= 0) return { column };
    return left('text-column-missing', { column: wanted, columns });
  }
  const filled = header.map((_, column) =>
    sample.map((cells) => cells[column] ?? '').filter((cell) => /\S/.test(cell)),
  );
  const isNamed = (column: number) => names.has(folded(header[column]!));
  const all = header.map((_, column) => column).filter((column) => filled[column]!.length > 0);
  const named = all.filter(isNamed);
  if (named.length === 1) return { column: named[0]! };
  const empty = header.map((_, column) => column).filter(isNamed);
  if (named.length === 0 && empty.length === 1) return { column: empty[0]! };
  // Whether the first line of a single column is its name, nobody can tell who does not know the name.
  const prose = header.length === 1 ? [] : all.filter((column) => isProse(filled[column]!));
  const candidates = named.length > 1 ? named.filter((column) => prose.includes(column)) : prose;
  const several = candidates.length > 1 ? candidates : named;
  if (candidates.length !== 1) {
    if (several.length === 0) return left('no-text-column', { columns });
    return left('several-text-columns', { candidates: shownNames(several.map((column) => header[column]!)) });
  }
  const column = candidates[0]!;
  const name = header[column]!;
  if (name.length > longestName && sentenceEnd.test(name)) {
    return left('table-without-header', { found: `${name.slice(0, longestName)}…` });
  }
  const values = { column: name === '' ? `#${column + 1}` : name };
  return { column, message: { severity: 'info', rule: 'ingest/text-column-found', values } };
}

/** A name as it is compared. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()[\]【】:]/g, '');
}

function isProse(cells: readonly string[]): boolean {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  const sentences = cells.filter((cell) => sentenceEnd.test(cell)).length;
  return cells.length > 0 && length >= proseLength * cells.length && 2 * sentences >= cells.length;
}

function left(name: string, values: NonNullable<Message['values']>): TextColumn {
  return { column: undefined, message: { severity: 'warning', rule: `ingest/${name}`, values } };
}

function shownNames(header: readonly string[]): string {
  const names = header.map((name) => (name.length > mostOfName ? `${name.slice(0, mostOfName)}…` : name || '""'));
  return names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
}
