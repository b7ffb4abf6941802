import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCorpus } from '../../src/ingest/corpus.ts';
import { joinMetadata } from '../../src/ingest/join-metadata.ts';
import { type Metadata, readMetadata } from '../../src/ingest/metadata.ts';
import type { CorpusError } from '../../src/model/errors.ts';
import type { PlacedMessage } from '../../src/model/message.ts';
import { describeWithData } from '../shared-data.ts';
import { encodeText } from './encoding/encode-text.ts';
import { temporaryFolder } from './temporary-folder.ts';

function metadataOf(content: string | Uint8Array, name = 'metadata.csv', prefix = ''): Metadata {
  return readMetadata(join(temporaryFolder({ [name]: content }), name), prefix);
}

function rowsOf(metadata: { readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>> }) {
  return Object.fromEntries([...metadata.rows].map(([name, row]) => [name, { ...row }]));
}

function told(messages: readonly PlacedMessage[]) {
  return messages.map(({ document, message }) => [
    document,
    message.rule.slice('ingest/'.length),
    message.values ?? {},
  ]);
}

function failure(run: () => unknown): CorpusError {
  try {
    run();
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('did not fail');
}

function joined(names: readonly string[], ...tables: Metadata[]) {
  return joinMetadata(
    names.map((id) => ({ id })),
    tables,
  );
}

const table = 'document,year,发文机关\na.txt,2023,国务院\nin/b.txt,2024,"财政部,税务总局"\n';
const rows = {
  'a.txt': { year: '2023', 发文机关: '国务院' },
  'in/b.txt': { year: '2024', 发文机关: '财政部,税务总局' },
};

describe('reading', () => {
  test('every column but the one that names the document is carried', () => {
    const metadata = metadataOf(table);
    expect([metadata.name, metadata.columns, rowsOf(metadata)]).toEqual(['metadata.csv', ['year', '发文机关'], rows]);
    expect([...metadata.lines]).toEqual([
      ['a.txt', 2],
      ['in/b.txt', 3],
    ]);
    expect(metadata.messages).toEqual([]);
  });

  test.each([
    ['UTF-8 with a byte order mark', `\ufeff${table}`],
    ['GB 18030', encodeText(table, 'gb18030')!],
    ['UTF-16 as spreadsheets save it', encodeText(`\ufeff${table}`, 'utf-16le')!],
    ['CR LF', table.replaceAll('\n', '\r\n')],
    ['CR', table.replaceAll('\n', '\r')],
    ['mixed line ends', table.replace('\n', '\r\n')],
    [
      'semicolons',
      table
        .replace(/"(.*)"/, '$1')
        .replace('财政部,税务总局', '财政部，税务总局')
        .replaceAll(',', ';')
        .replace('，', ','),
    ],
    ['the column called File', table.replace('document', 'File')],
    ['the column last', 'year,发文机关,document\n2023,国务院,a.txt\n2024,"财政部,税务总局",in/b.txt\n'],
    ['spaces and empty lines', `\n${table.replaceAll(',2', ' , 2').replaceAll('\n', '\n\n')}  \n,,\n`],
    ['Windows names', table.replaceAll('in/b', '.\\in\\b')],
    ['empty columns at the end, as spreadsheets leave them', table.replaceAll('\n', ',,\n')],
  ])('%s', (_, content) => {
    const metadata = metadataOf(content);
    expect([rowsOf(metadata), told(metadata.messages)]).toEqual([rows, []]);
  });

  test('tabs, by the ending or by the header', () => {
    const content = table
      .replace(/"(.*)"/, '$1')
      .replace('部,税', '部，税')
      .replaceAll(',', '\t')
      .replace('，', ',');
    for (const name of ['metadata.tsv', 'metadata.csv']) expect(rowsOf(metadataOf(content, name))).toEqual(rows);
  });

  test('quoted line breaks and quotes keep the line numbers right', () => {
    const metadata = metadataOf('document,note\r\na.txt,"one\r\ntwo"\r\n\r\nb.txt,say "three"\r\nb.txt,x\r\n');
    expect(rowsOf(metadata)).toEqual({ 'a.txt': { note: 'one\r\ntwo' }, 'b.txt': { note: 'say "three"' } });
    expect(told(metadata.messages)).toEqual([
      ['metadata.csv', 'metadata-duplicate-row', { line: 6, name: 'b.txt', first: 5 }],
    ]);
  });

  test('a prefix goes before the names', () => {
    expect([...metadataOf(table, 'metadata.csv', 'p/').rows.keys()]).toEqual(['p/a.txt', 'p/in/b.txt']);
  });

  test('names that objects know stay plain columns', () => {
    const metadata = metadataOf('document,__proto__,constructor\na.txt,x,y\n');
    expect(Object.entries(metadata.rows.get('a.txt')!)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('bad tables', () => {
  test('a row with too few cells is told with its line, and its cells are used', () => {
    const metadata = metadataOf('document,year,issuer\na.txt,2023\nb.txt,2024,国务院\n');
    expect(rowsOf(metadata)).toEqual({
      'a.txt': { year: '2023' },
      'b.txt': { year: '2024', issuer: '国务院' },
    });
    expect(told(metadata.messages)).toEqual([
      ['metadata.csv', 'metadata-short-row', { line: 2, expected: 3, found: 2 }],
    ]);
  });

  test('a row with too many cells is told with its line, and its cells are not used: one cannot know which moved', () => {
    const metadata = metadataOf('document,title,issuer\na.txt,关于做好,工作的通知,国务院\nb.txt,意见,财政部\n');
    expect(rowsOf(metadata)).toEqual({
      'a.txt': {},
      'b.txt': { title: '意见', issuer: '财政部' },
    });
    expect(told(metadata.messages)).toEqual([
      ['metadata.csv', 'metadata-long-row', { line: 2, expected: 3, found: 4 }],
    ]);
  });

  test('a row without a name is told', () => {
    expect(told(metadataOf('document,year\n,2023\n').messages)).toEqual([
      ['metadata.csv', 'metadata-no-name', { line: 2 }],
    ]);
  });

  test('columns without a name, or with the same one, get their own', () => {
    const metadata = metadataOf('document,year,,Year,\na.txt,1,2,3,\n');
    expect(rowsOf(metadata)).toEqual({ 'a.txt': { year: '1', column_3: '2', Year_2: '3' } });
    expect(told(metadata.messages)).toEqual([
      ['metadata.csv', 'metadata-unnamed-column', { column: 3, found: '', name: 'column_3' }],
      ['metadata.csv', 'metadata-duplicate-column', { column: 4, found: 'Year', name: 'Year_2' }],
    ]);
  });

  test('columns that documents.csv has already are renamed, but the title is the user’s', () => {
    const metadata = metadataOf('file,document,Title,tokens,meta_tokens,status\nx.txt,a.txt,意见,9,8,draft\n');
    expect(metadata.columns).toEqual(['file', 'title', 'meta_tokens', 'meta_tokens_2', 'meta_status']);
    expect(rowsOf(metadata)['a.txt']).toEqual({
      file: 'x.txt',
      title: '意见',
      meta_tokens: '9',
      meta_tokens_2: '8',
      meta_status: 'draft',
    });
    expect(told(metadata.messages).map(([, rule]) => rule)).toEqual([
      'metadata-renamed-column',
      'metadata-duplicate-column',
      'metadata-renamed-column',
    ]);
  });

  test('without a column for the document, what was found is told', () => {
    const error = failure(() => metadataOf('name,year\na.txt,2023\n'));
    expect(error).toMatchObject({
      code: 'input/metadata-no-document',
      values: { expected: 'document, file', found: 'name, year' },
    });
  });

  test('with nothing in it, or without a header, is told as that', () => {
    for (const empty of ['', '\ufeff', ' \n\n', ',,\n']) {
      expect(failure(() => metadataOf(empty))).toMatchObject({
        code: 'input/metadata-empty',
        values: { expected: 'document, file' },
      });
    }
    expect(failure(() => metadataOf('\na.txt,2023\nb.txt,2024\n'))).toMatchObject({
      code: 'input/metadata-no-header',
      values: { expected: 'document, file', found: 'a.txt, 2023' },
    });
    expect(failure(() => metadataOf('\na.txt,2023\n')).place).toMatch(/metadata\.csv:2$/);
  });

  test('with a header only is told: no document has metadata then', () => {
    expect(told(metadataOf('\ndocument,year\n').messages)).toEqual([['metadata.csv', 'metadata-no-rows', { line: 2 }]]);
  });

  test('an empty cell is missing, and so is a title of nothing but marks', () => {
    const metadata = metadataOf(
      'document,title,year\na.txt,,2023\nb.txt,　,\nc.txt,——,2024\nd.txt,\u200b,2025\ne.txt,\ufffd\ufffd,\nf.txt,意见,\n',
    );
    expect(rowsOf(metadata)).toEqual({
      'a.txt': { year: '2023' },
      'b.txt': {},
      'c.txt': { year: '2024' },
      'd.txt': { year: '2025' },
      'e.txt': {},
      'f.txt': { title: '意见' },
    });
    expect(told(metadata.messages).filter(([, rule]) => rule === 'metadata-unusable-title')).toEqual([
      ['metadata.csv', 'metadata-unusable-title', { line: 4, found: '——' }],
      ['metadata.csv', 'metadata-unusable-title', { line: 6, found: '\ufffd\ufffd' }],
    ]);
  });

  test('broken bytes are told with their line', () => {
    const metadata = metadataOf(
      Buffer.concat([Buffer.from('document,issuer\na.txt,国'), Buffer.from([0xff]), Buffer.from('务院\n')]),
    );
    expect(told(metadata.messages)).toEqual([['metadata.csv', 'broken-character', { line: 2, count: 1 }]]);
  });

  test('a quote that is never closed is told with its line', () => {
    const error = failure(() => metadataOf('document,title\na.txt,x\nb.txt,"意见\nc.txt,y\n'));
    expect(error).toMatchObject({ code: 'input/bad-metadata', values: { line: 3 } });
    expect(error.place).toMatch(/metadata\.csv:3$/);
  });

  test('a table that is missing, or is no text, is told', () => {
    expect(failure(() => readMetadata(join(temporaryFolder(), 'm.csv'))).code).toBe('input/vanished');
    expect(failure(() => metadataOf(Uint8Array.from([0x50, 0x4b, 3, 4])))).toMatchObject({
      code: 'input/metadata-not-a-table',
      values: { looks: expect.stringContaining('ZIP') },
    });
    expect(failure(() => metadataOf(new Uint8Array(64))).code).toBe('input/metadata-not-a-table');
  });
});

describe('joining', () => {
  test('rows without a file and files without a row are told', () => {
    const result = joined(['a.txt', 'c.txt'], metadataOf(table));
    expect([result.columns, rowsOf(result)]).toEqual([['year', '发文机关'], { 'a.txt': rows['a.txt'] }]);
    expect(told(result.messages)).toEqual([
      ['metadata.csv', 'metadata-without-file', { line: 3, name: 'in/b.txt', candidates: 0 }],
      ['c.txt', 'file-without-metadata', {}],
    ]);
  });

  test('without any metadata nothing is told', () => {
    expect(joined(['a.txt'])).toEqual({ columns: [], rows: new Map(), messages: [] });
  });

  test('a base name is enough where only one document has it', () => {
    const metadata = metadataOf('file,n\nb.txt,1\nC:\\texts\\c.txt,2\nd.txt,3\n');
    const result = joined(['x/b.txt', 'x/c.txt', 'x/d.txt', 'y/d.txt'], metadata);
    expect(rowsOf(result)).toEqual({ 'x/b.txt': { n: '1' }, 'x/c.txt': { n: '2' } });
    expect(told(result.messages)).toEqual([
      ['metadata.csv', 'metadata-without-file', { line: 4, name: 'd.txt', candidates: 2 }],
      ['x/d.txt', 'file-without-metadata', {}],
      ['y/d.txt', 'file-without-metadata', {}],
    ]);
  });

  test('the whole name goes before the base name, and a second row for a document is told', () => {
    const metadata = metadataOf('file,n\nz/b.txt,1\nx/b.txt,2\ny/c.txt,3\nz/c.txt,4\n');
    const result = joined(['x/b.txt', 'x/c.txt'], metadata);
    expect(rowsOf(result)).toEqual({ 'x/b.txt': { n: '2' }, 'x/c.txt': { n: '3' } });
    expect(told(result.messages)).toEqual([
      ['metadata.csv', 'metadata-without-file', { line: 2, name: 'z/b.txt', candidates: 0 }],
      ['metadata.csv', 'metadata-second-row', { line: 5, name: 'z/c.txt', document: 'x/c.txt' }],
    ]);
  });

  test('names in NFD find documents in NFC', () => {
    expect(rowsOf(joined(['\u00e9.txt'], metadataOf('file,n\ne\u0301.txt,1\n')))).toEqual({ '\u00e9.txt': { n: '1' } });
  });

  test('tables of several folders go together, with the columns of all', () => {
    const folder = temporaryFolder({
      'p/a.txt': '',
      'p/metadata.csv': 'file,year\na.txt,1\n',
      'q/a.txt': '',
      'q/metadata.tsv': 'file\tyear\tkind\na.txt\t2\tplan\n',
    });
    const corpus = listCorpus([join(folder, 'p'), join(folder, 'q')]);
    const result = joinMetadata(
      corpus.files,
      corpus.metadata.map(({ path, prefix }) => readMetadata(path, prefix)),
    );
    expect(result).toMatchObject({ columns: ['year', 'kind'], messages: [] });
    expect(rowsOf(result)).toEqual({ 'p/a.txt': { year: '1' }, 'q/a.txt': { year: '2', kind: 'plan' } });
  });
});

describeWithData('real tables', (data) => {
  test.each([
    ['laws', ['date', 'title', 'category']],
    ['reports', ['year', 'title', 'issuer', 'source']],
  ])('%s: every document has its row', (folder, columns) => {
    const corpus = listCorpus([join(data, folder)]);
    const result = joinMetadata(
      corpus.files,
      corpus.metadata.map(({ path, prefix }) => readMetadata(path, prefix)),
    );
    expect(result.columns).toEqual(columns);
    expect(result.rows.size).toBe(corpus.files.length);
    expect(told(result.messages)).toEqual([]);
  });
});
