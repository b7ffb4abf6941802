import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { type Corpus, listCorpus } from '../../../src/ingest/corpus.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import type { CorpusError } from '../../../src/model/errors.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const prose = '国务院关于进一步优化营商环境的意见指出，要坚持新型举国体制。'.repeat(3);
const gb = (text: string) => Buffer.from(encodeGb(text));

/** GB 18030 of the few characters that stand in these tests. */
function encodeGb(text: string): number[] {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0xb0; high < 0xf8; high++) {
    for (let low = 0xa1; low < 0xff; low++) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  for (const [mark, code] of [
    ['，', 0xa3ac],
    ['。', 0xa1a3],
  ] as const)
    bytes.set(mark, [code >> 8, code & 0xff]);
  return [...text].flatMap((character) => bytes.get(character) ?? [character.charCodeAt(0)]);
}

const told = ({ messages }: Corpus) =>
  messages.map(({ document, message: { severity, rule, values = {} } }) =>
    [severity, rule, document, ...Object.values(values)].join(' '),
  );
const list = (files: Record<string, string | Uint8Array>, options = {}) =>
  listCorpus([temporaryFolder({ 'z.txt': prose, ...files })], [], options);
const ids = (corpus: Corpus) => corpus.files.map(({ id }) => id).filter((id) => id !== 'z.txt');
const read = async (corpus: Corpus, id: string) => readDocument(corpus.files.find((file) => file.id === id)!, {});

describe('a row is a document', () => {
  test('named by its number under the header, with the other cells as metadata and the title as its title', async () => {
    const corpus = list({ 'a.csv': `年份,标题,正文,发文机关\n2020,通知,${prose},甲省\n2021,意见,"${prose}\n二",\n` });
    expect(ids(corpus)).toEqual(['a.csv#1', 'a.csv#2']);
    expect(corpus.columns).toEqual(['年份', 'title', '发文机关']);
    expect(await read(corpus, 'a.csv#1')).toMatchObject({
      id: 'a.csv#1',
      raw: prose,
      meta: { 年份: '2020', title: '通知', 发文机关: '甲省' },
      format: 'csv',
      encoding: 'utf-8',
      bytes: Buffer.byteLength(prose),
    });
    const second = await read(corpus, 'a.csv#2');
    expect([second.raw, second.meta]).toEqual([`${prose}\n二`, { 年份: '2021', title: '意见' }]);
    expect(told(corpus)).toEqual([]);
  });

  test('in the order of the rows', () => {
    const corpus = list({ 'a.csv': `id,text\n${`1,${prose}\n`.repeat(12)}`, 'a.csv.txt': prose });
    expect(ids(corpus)).toEqual(['a.csv#1', ...Array.from({ length: 11 }, (_, i) => `a.csv#${i + 2}`), 'a.csv.txt']);
  });

  test('a row that is empty keeps its number, one without a text is told once for all', () => {
    const corpus = list({ 'a.csv': `id,text\n1,${prose}\n,\n3,\n4, \n\n6,${prose}\n` });
    expect(ids(corpus)).toEqual(['a.csv#1', 'a.csv#6']);
    expect(told(corpus)).toEqual(['warning ingest/table-empty-texts a.csv 2 4']);
  });

  test('what was given for it goes before its own metadata', async () => {
    const corpus = list({ 'a.csv': `year,text\n2020,${prose}\n` });
    const { meta } = await readDocument(corpus.files[0]!, { year: '1999', level: '省' });
    expect(meta).toEqual({ year: '1999', level: '省' });
  });

  test('ragged rows: a short one is used, a long one is left out, both with their lines', () => {
    const corpus = list({ 'a.csv': `id,text,year\n1,"${prose}\n",2\n2,${prose}\n3,a,${prose},4\n4,${prose},5,\n` });
    expect(ids(corpus)).toEqual(['a.csv#1', 'a.csv#2', 'a.csv#4']);
    expect(told(corpus)).toEqual([
      'warning ingest/table-long-row a.csv 5 3 4',
      'warning ingest/table-short-row a.csv 4 3 2',
    ]);
  });

  test('of many bad rows the first twenty are told, and the number of the others', () => {
    const corpus = list({ 'a.csv': `id,text,year\n${`1,${prose}\n`.repeat(30)}` });
    expect(ids(corpus)).toHaveLength(30);
    expect(told(corpus)).toHaveLength(21);
    expect(told(corpus)[0]).toBe('warning ingest/table-more-bad-rows a.csv 10');
  });

  test('guards against formulas are taken off', async () => {
    const text = stringify(
      [
        ['文号', '正文'],
        ['="0012"', `=${prose}`],
      ],
      { escape_formulas: true, quoted: true },
    );
    const corpus = list({ 'a.csv': text.replace(`'=""0012""`, '=""0012""') });
    const { raw, meta } = await read(corpus, 'a.csv#1');
    expect([raw, meta]).toEqual([`=${prose}`, { 文号: '0012' }]);
  });
});

describe('encodings', () => {
  const text = `标题,正文\n通知,${prose}\n`;
  test.each([
    ['GB 18030, as Excel writes it in China', gb(text), 'gb18030'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['“Unicode text” of Excel', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'), 'utf-16le'],
  ])('%s', async (_what, bytes, encoding) => {
    const corpus = list({ 'a.csv': bytes });
    expect(await read(corpus, 'a.csv#1')).toMatchObject({ raw: prose, meta: { title: '通知' }, encoding });
  });

  test('a forced encoding that does not fit is told of the table, which is a document that cannot be read', async () => {
    const corpus = list({ 'a.csv': gb(text) }, { encoding: 'utf-8' });
    expect(ids(corpus)).toEqual(['a.csv']);
    await expect(read(corpus, 'a.csv')).rejects.toMatchObject({ code: 'input/wrong-encoding', place: 'a.csv' });
  });
});

describe('the column with the text', () => {
  const named = (header: string, row: string, options = {}) => {
    const corpus = list({ 'a.csv': `${header}\n${row}\n` }, options);
    return [
      ...corpus.files.filter(({ member }) => member !== undefined).map(({ member }) => member!.source.table!.text),
      ...told(corpus),
    ];
  };
  test.each(['text', 'Content', 'FULL_TEXT', 'Full Text', 'body', '正文', '全文', '内容', '文本', '正文内容', '內容'])(
    'is known as %s, however short its texts are',
    (name) => expect(named(`id,${name},note`, '1,短,2')).toEqual([1]),
  );
  test('is the only one with long prose, and that is told', () => {
    expect(named('标题,说明', `通知,${prose}`)).toEqual([1, 'info ingest/text-column-found a.csv 说明']);
  });
  test('is never guessed between two', () => {
    expect(named('摘要,说明', `${prose},${prose}`)).toEqual(['warning ingest/several-text-columns a.csv 摘要, 说明']);
    expect(named('text,正文', `${prose},${prose}`)).toEqual(['warning ingest/several-text-columns a.csv text, 正文']);
    expect(named('text,正文', `,${prose}`)).toEqual([1]);
    expect(named('content,正文', `A,${prose}`)).toEqual([1, 'info ingest/text-column-found a.csv 正文']);
  });
  test('is the one that was named, and no other', () => {
    expect(named('摘要,正文', `${prose},${prose}`, { textColumn: '摘要' })).toEqual([0]);
    expect(named('a,正文', `1,${prose}`, { textColumn: '全文' })).toEqual([
      'warning ingest/text-column-missing a.csv 全文 a, 正文',
    ]);
  });
  test('is missed by name where there is none', () => {
    expect(named('国家,GDP', '中国,1')).toEqual(['warning ingest/no-text-column a.csv 国家, GDP']);
    expect(named(`1,${prose}`, `2,${prose}`)).toEqual([
      `warning ingest/table-without-header a.csv ${prose.slice(0, 30)}…`,
    ]);
    expect(named('text', '')).toEqual(['warning ingest/table-empty a.csv']);
  });
  test('a corpus of tables without texts is none, and says why', () => {
    const folder = temporaryFolder({ 'a.csv': 'a,b\n1,2\n' });
    const failure = () => listCorpus([folder]);
    expect(failure).toThrow(expect.objectContaining({ code: 'input/no-documents' }) as CorpusError);
    expect(failure).toThrow(/ingest\/no-text-column 1/);
  });
});

describe('JSON lines', () => {
  test('keys are columns, what is nested stays JSON, and a row has the number of its line', async () => {
    const lines = [
      { id: 1, text: prose, tags: ['甲', { 乙: 1 }], none: null, is: true },
      undefined,
      { text: prose, year: 2020.5 },
    ];
    const text = lines.map((line) => (line === undefined ? '' : JSON.stringify(line))).join('\r\n');
    const corpus = list({ 'a.jsonl': text, 'b.ndjson': `{"text":"${prose}","id":1234567890123456789}` });
    expect(ids(corpus)).toEqual(['a.jsonl#1', 'a.jsonl#3', 'b.ndjson#1']);
    expect((await read(corpus, 'a.jsonl#1')).meta).toEqual({ id: '1', tags: '["甲",{"乙":1}]', is: 'true' });
    expect((await read(corpus, 'a.jsonl#3')).meta).toEqual({ year: '2020.5' });
    expect((await read(corpus, 'b.ndjson#1')).meta).toEqual({ id: '1234567890123456789' });
  });

  test('a bad line is told with its number, and the others are read', async () => {
    const corpus = list({ 'a.jsonl': `{"text":"${prose}"}\n{"text":\n["${prose}"]\n{"__proto__":"x","text":"一"}\n` });
    expect(ids(corpus)).toEqual(['a.jsonl#1', 'a.jsonl#4']);
    expect(told(corpus)).toEqual(['warning ingest/row-no-json a.jsonl 2', 'warning ingest/row-no-object a.jsonl 3']);
    expect((await read(corpus, 'a.jsonl#4')).raw).toBe('一');
  });
});

test('a table that changes while it is in work is not read as another one', async () => {
  const { writeFileSync } = await import('node:fs');
  const folder = temporaryFolder({ 'a.csv': `text,b\n${prose},1\n` });
  const { files } = listCorpus([folder]);
  writeFileSync(`${folder}/a.csv`, `text,b\n一,1\n${prose},1\n`);
  await expect(readDocument(files[0]!, {})).rejects.toMatchObject({ code: 'input/changed', place: 'a.csv#1' });
});
