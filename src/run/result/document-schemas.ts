import { text, whole } from '../../model/columns.ts';
import type { Column, TableSchema } from '../../model/table.ts';
import { descriptionColumns, placeColumns } from './description-columns.ts';

const document = text(
  'document',
  'Path of the document under the input folder, with / on every system; a member of an archive is a.zip/b.txt, a row of a table a.csv#12, counted from 1 under the header.',
  '文档在输入文件夹下的路径，各系统一律用 / 分隔；压缩包成员形如 a.zip/b.txt，表格的一行形如 a.csv#12（自表头下一行起从 1 计数）。',
);
const start = whole(
  'start',
  'Start in the repaired text, in Unicode code points.',
  '在修复后文本中的起点（Unicode 码点）。',
);
const end = whole('end', 'End in the repaired text, exclusive.', '在修复后文本中的终点（不含）。');
const rawStart = whole(
  'raw_start',
  'Start in the decoded source, in Unicode code points.',
  '在解码后原文中的起点（Unicode 码点）。',
);
const rawEnd = whole('raw_end', 'End in the decoded source, exclusive.', '在解码后原文中的终点（不含）。');
const page = whole(
  'page',
  'Page of the source (1-based); empty where the source has no pages.',
  '原文页码（从 1 起）；原文不分页时为空。',
);
const line = whole('line', 'Line of the source (1-based) where it starts.', '在原文中起始的行号（从 1 起）。');
const partOnLine = {
  en: 'Of an occurrence broken over two lines: of its part on the first.',
  zh: '跨行时只指第一行上的部分。',
};
const blockInColumn = {
  en: 'Of a block over several columns or pages: of its lines in the first.',
  zh: '跨栏或跨页时只指第一栏内的各行。',
};

/** The box on the page; `of` says which part of what stands on several lines. */
function boxColumns(of: { readonly en: string; readonly zh: string }): Column[] {
  const points = (name: string, en: string, zh: string): Column => ({
    name,
    type: 'number',
    en: `${en} ${of.en} Points (1/72 inch); empty where the source does not say where its text stands.`,
    zh: `${zh}${of.zh}单位为点（1/72 英寸）；原文没有版面位置时为空。`,
  });
  return [
    points(
      'x',
      'Left side of its box, from the left edge of the page as it is shown.',
      '所在方框的左边，从显示页面左缘量起。',
    ),
    points(
      'y',
      'Upper side of its box, from the upper edge of the page as it is shown, downwards.',
      '方框的上边，从显示页面上缘向下量起。',
    ),
    points('width', 'Width of its box.', '方框的宽度。'),
    points('height', 'Height of its box.', '方框的高度。'),
  ];
}

const block = whole('block', 'Number of the block within the document (1-based).', '文档内的文本块序号（从 1 起）。');
const sentence = whole(
  'sentence',
  'Number of the sentence within the document (1-based).',
  '文档内的句子序号（从 1 起）。',
);

const documentColumns: readonly Column[] = [document, ...descriptionColumns];

const documentFacts: readonly Column[] = [
  text('format', 'Format of the source file.', '源文件格式。'),
  text('encoding', 'Character encoding that was found or forced.', '检出或指定的字符编码。'),
  whole(
    'bytes',
    'Size of the source in bytes; of a row, of its text in UTF-8.',
    '源文件字节数；表格行为其文本的 UTF-8 字节数。',
  ),
  text(
    'sha256',
    'SHA-256 of the source; of a row, of its text in UTF-8.',
    '源文件的 SHA-256 摘要；表格行为其文本（UTF-8）的摘要。',
  ),
  whole('pages', 'Pages of the source; empty where it has none.', '原文页数；不分页时为空。'),
  whole(
    'characters',
    'Unicode characters of the repaired text, line breaks not counted.',
    '修复后文本的字符数（码点），不计换行。',
  ),
  whole('blocks', 'Blocks, page furniture included.', '文本块数，含页眉页脚等版面残留。'),
  whole('sentences', 'Sentences of the repaired text.', '修复后文本的句子数。'),
  whole('tokens', 'Words that are counted: no punctuation, no citation marks.', '计入统计的词数：不含标点与文献标注。'),
  whole('types', 'Different words among them.', '其中不同的词形数。'),
  whole('term_occurrences', 'Occurrences of listed terms that are counted.', '计入统计的术语出现次数。'),
  text(
    'status',
    'ok; partial: read, but with an error or pages without text, which messages.csv tells; failed: not read.',
    'ok：正常；partial：已处理但有错误或有无文字的页面（见 messages.csv）；failed：未能处理。',
  ),
];

/** documents.csv: the metadata columns stand after what the text tells, which the metadata may give instead. */
export function documentsSchema(metadata: readonly string[]): TableSchema {
  const columns = metadata.map((name) => text(name, `Metadata: ${name}.`, `元数据：${name}。`));
  return {
    name: 'documents',
    en: 'One row per document.',
    zh: '每个文档一行。',
    columns: [...documentColumns, ...columns, ...documentFacts],
  };
}

export const blocksSchema: TableSchema = {
  name: 'blocks',
  en: 'One row per repaired block, in reading order.',
  zh: '每个修复后的文本块一行，按阅读顺序。',
  columns: [
    document,
    block,
    text(
      'kind',
      'title, heading, paragraph, list, table, caption, note, reference, contents or furniture.',
      '类别：title 标题、heading 小标题、paragraph 段落、list 列表、table 表格、caption 图表题、note 注释、reference 参考文献、contents 目录、furniture 页眉页脚等版面残留。',
    ),
    whole('level', 'Depth of a title (0) or heading (1 …).', '标题层级：0 为篇名，1 起为各级小标题。'),
    { ...start, en: `${start.en} Empty for furniture.`, zh: `${start.zh}版面残留为空。` },
    { ...end, en: `${end.en} Empty for furniture.`, zh: `${end.zh}版面残留为空。` },
    rawStart,
    rawEnd,
    page,
    line,
    ...boxColumns(blockInColumn),
    ...placeColumns,
    text('text', 'The text; for furniture the slice of the source.', '文本；版面残留为原文片段。'),
  ],
};

export const occurrencesSchema: TableSchema = {
  name: 'occurrences',
  en: 'One row per occurrence of a listed term, in reading order.',
  zh: '每次术语出现一行，按阅读顺序。',
  columns: [
    document,
    text('term', 'The listed term.', '术语。'),
    text('category', 'Its category path.', '术语类别（路径）。'),
    text(
      'form',
      'The listed form that was found, citation marks left out.',
      '命中的词形（术语或其变体），不含文献标注。',
    ),
    text('layer', 'outer; nested: inside a longer listed term.', 'outer：外层；nested：位于更长的术语之内。'),
    block,
    sentence,
    start,
    end,
    rawStart,
    rawEnd,
    page,
    line,
    ...boxColumns(partOnLine),
    text('left', 'Text before it in the same block.', '同一文本块内的上文。'),
    text('match', 'The text itself as it stands.', '命中的原样文本。'),
    text('right', 'Text after it in the same block.', '同一文本块内的下文。'),
  ],
};

export const mentionsSchema: TableSchema = {
  name: 'mentions',
  en: 'One row per title in 《》, document number, date or citation mark.',
  zh: '每个书名号标题、发文字号、日期或文献标注一行。',
  columns: [
    document,
    text(
      'kind',
      'title, document_number, date or citation.',
      '类别：title 书名号标题、document_number 发文字号、date 日期、citation 文献标注。',
    ),
    text('text', 'The text as it stands.', '原样文本。'),
    block,
    sentence,
    start,
    end,
    rawStart,
    rawEnd,
    page,
    line,
    ...boxColumns(partOnLine),
  ],
};

export const breaksSchema: TableSchema = {
  name: 'breaks',
  en: 'One row per line break of the source with what repair decided.',
  zh: '原文每个换行一行，列出修复时的判断。',
  columns: [
    document,
    { ...line, en: 'Line of the source (1-based) before the break.', zh: '换行之前的原文行号（从 1 起）。' },
    {
      ...rawStart,
      name: 'raw_offset',
      en: 'Place of the break in the decoded source, in code points.',
      zh: '换行在解码后原文中的位置（码点）。',
    },
    text(
      'decision',
      "join: the break was the page's; break: the author's.",
      'join：排版换行，已接合；break：作者换行，保留。',
    ),
    text('rule', 'The evidence that weighed most.', '起决定作用的依据。'),
    { name: 'confidence', type: 'number', en: 'Probability that the decision is right.', zh: '判断正确的概率。' },
  ],
};

export const messagesSchema: TableSchema = {
  name: 'messages',
  en: 'One row per warning or error.',
  zh: '每条警告或错误一行。',
  columns: [
    {
      ...document,
      en: `${document.en} For messages about a list or table its name; empty where it concerns the whole run.`,
      zh: `${document.zh}涉及术语表、元数据等表时为其文件名；涉及整次运行时为空。`,
    },
    text('severity', 'info, warning or error.', '级别：info 提示、warning 警告、error 错误。'),
    text('rule', 'Stage and name of the rule.', '规则（阶段/名称）。'),
    page,
    {
      ...line,
      en: 'Line of the source, list or table (1-based); empty where it has no place.',
      zh: '原文或该表的行号（从 1 起）；无具体位置时为空。',
    },
    text('reason', 'What it says, in English.', '英文说明。'),
    text('reason_zh', 'What it says, in Chinese.', '中文说明。'),
  ],
};

export const termListSchema: TableSchema = {
  name: 'term_list',
  en: 'The term list as the run used it, all lists merged; it can be given to --terms again.',
  zh: '本次运行实际使用的术语表（各表合并后），可再次用于 --terms。',
  columns: [
    text('term', 'The term.', '术语。'),
    text('category', 'Its category path.', '类别（路径）。'),
    text('variants', 'Other forms that count under it, parted by |.', '计入该术语的其他词形，以 | 分隔。'),
    text('not_in', 'Longer strings inside which it is not meant, parted by |.', '不应计数的更长词语，以 | 分隔。'),
    text('note', 'Note.', '备注。'),
  ],
};
