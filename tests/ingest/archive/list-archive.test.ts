import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Corpus, listCorpus } from '../../../src/ingest/corpus.ts';
import { readDocument } from '../../../src/ingest/read-document.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const text = '坚持新型举国体制，加强关键核心技术攻关。';
const bytes = (content: string) => Buffer.from(content);
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? bytes(content) : content]),
      ) as Zippable,
    ),
  );
const list = (files: Readonly<Record<string, string | Uint8Array>>) =>
  listCorpus([temporaryFolder({ 'z.txt': text, ...files })]);
const ids = (corpus: Corpus) => corpus.files.map(({ id }) => id).filter((id) => id !== 'z.txt');
const told = ({ messages }: Corpus) =>
  messages.map(({ document, message: { severity, rule, values = {} } }) =>
    [severity, rule, document, ...Object.values(values)].join(' '),
  );
const read = async (corpus: Corpus, id: string) => readDocument(corpus.files.find((file) => file.id === id)!, {});

/** Changes bytes of an archive wherever they stand, without a change of length. */
function patched(archive: Buffer, from: Uint8Array | string, to: Uint8Array | string): Buffer {
  const [before, after] = [Buffer.from(from as string), Buffer.from(to as string)];
  expect(after.length).toBe(before.length);
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(before); at >= 0; at = copy.indexOf(before, at + 1)) after.copy(copy, at);
  return copy;
}

/** Where the entry of the directory for a name begins. */
function entryOf(archive: Buffer, name: string): number {
  const at = archive.lastIndexOf(name) - 46;
  expect(archive.readUInt32LE(at)).toBe(0x02014b50);
  return at;
}

describe('an archive', () => {
  test('gives its members as a folder gives its files', async () => {
    const corpus = list({
      'a.zip': zip({
        'b.txt': text,
        '子/c.md': `# 一\n\n${text}`,
        'd.html': `<html><body><p>${text}</p></body></html>`,
      }),
    });
    expect(ids(corpus)).toEqual(['a.zip/b.txt', 'a.zip/d.html', 'a.zip/子/c.md']);
    expect(await read(corpus, 'a.zip/b.txt')).toMatchObject({ raw: text, format: 'text', bytes: bytes(text).length });
    expect(await read(corpus, 'a.zip/子/c.md')).toMatchObject({ format: 'markdown' });
    expect(await read(corpus, 'a.zip/d.html')).toMatchObject({ raw: text, format: 'html' });
    expect(corpus.containers.map(({ id }) => id)).toEqual(['a.zip']);
    expect(told(corpus)).toEqual([]);
  });

  test('may hold tables and one more archive, not a third', async () => {
    const inner = zip({ 'c.csv': `id,text\n1,${text}\n2,${text}二\n`, 'd.txt': text, 'e.zip': zip({ 'f.txt': text }) });
    const corpus = list({ 'a.zip': zip({ 'b.zip': inner, 'g.jsonl': `{"text":"${text}"}` }) });
    expect(ids(corpus)).toEqual(['a.zip/b.zip/c.csv#1', 'a.zip/b.zip/c.csv#2', 'a.zip/b.zip/d.txt', 'a.zip/g.jsonl#1']);
    for (const id of ids(corpus)) expect((await read(corpus, id)).raw).toContain(text);
    expect(await read(corpus, 'a.zip/b.zip/c.csv#2')).toMatchObject({ raw: `${text}二`, meta: { id: '2' } });
    expect(told(corpus)).toEqual(['warning ingest/archive-too-deep a.zip/b.zip/e.zip']);
  });

  test('has metadata of its own, at its root or in its only folder', () => {
    const metadata = 'file,year\nb.txt,1999\n';
    const atRoot = list({ 'a.zip': zip({ 'metadata.csv': metadata, 'b.txt': text, 'c/metadata.csv': metadata }) });
    expect(atRoot.metadata).toEqual([{ path: 'a.zip/metadata.csv', prefix: 'a.zip/', bytes: bytes(metadata) }]);
    expect(told(atRoot)).toEqual(['warning ingest/metadata-below a.zip/c/metadata.csv']);
    const inFolder = list({ 'a.zip': zip({ 'c/metadata.csv': metadata, 'c/b.txt': text }) });
    expect(inFolder.metadata).toMatchObject([{ path: 'a.zip/c/metadata.csv', prefix: 'a.zip/c/' }]);
  });

  test('is passed over in the same places as a folder', () => {
    const corpus = list({
      'a.zip': zip({
        '__MACOSX/._b.txt': 'x',
        '.DS_Store': 'x',
        '~$b.docx': 'x',
        'README.md': 'x',
        'p.png': 'x',
        'b.txt': text,
        'c/': '',
      }),
    });
    expect(ids(corpus)).toEqual(['a.zip/b.txt']);
    expect(told(corpus)).toEqual([
      'info ingest/not-a-document a.zip/README.md',
      'warning ingest/unsupported-format a.zip/p.png .png',
    ]);
    expect(told(list({ 'a.zip': zip({}) }))).toEqual(['warning ingest/archive-empty a.zip']);
  });
});

describe('names in an archive', () => {
  test.each([
    ['GB 18030, as Windows writes them in China', 'd5fecdb6b2dfcec4bcfe'],
    ['Big5, as Windows writes them in Taiwan', 'ac46a7eba4e5a5f3b5a6'],
  ])('are read in %s', (_what, hex) => {
    const names = { d5fecdb6b2dfcec4bcfe: '政投策文件', ac46a7eba4e5a5f3b5a6: '政投文件策' };
    const archive = patched(zip({ 'AAAAAAAAAA.txt': text }), 'AAAAAAAAAA', Buffer.from(hex, 'hex'));
    expect(ids(list({ 'a.zip': archive }))).toEqual([`a.zip/${names[hex as keyof typeof names]}.txt`]);
  });

  test('never lead out of it', () => {
    const corpus = list({
      'a.zip': zip({
        '../../etc/x.txt': text,
        '/abs.txt': text,
        'C:\\Users\\y.txt': text,
        './in/../q.txt': text,
        'w\\v.txt': text,
      }),
    });
    expect(ids(corpus)).toEqual([
      'a.zip/Users/y.txt',
      'a.zip/abs.txt',
      'a.zip/etc/x.txt',
      'a.zip/in/q.txt',
      'a.zip/w/v.txt',
    ]);
    expect(told(corpus)).toEqual([
      'warning ingest/unsafe-name a.zip/Users/y.txt C:\\Users\\y.txt',
      'warning ingest/unsafe-name a.zip/abs.txt /abs.txt',
      'warning ingest/unsafe-name a.zip/etc/x.txt ../../etc/x.txt',
      'warning ingest/unsafe-name a.zip/in/q.txt ./in/../q.txt',
    ]);
  });

  test('that two members have are told, and the first is read', async () => {
    const corpus = list({ 'a.zip': patched(zip({ 'b.txt': text, 'c.txt': '二' }), 'c.txt', 'b.txt') });
    expect(ids(corpus)).toEqual(['a.zip/b.txt']);
    expect(told(corpus)).toEqual(['error ingest/same-name a.zip/b.txt']);
    expect((await read(corpus, 'a.zip/b.txt')).raw).toBe(text);
  });
});

describe('what an archive is made to be', () => {
  const failure = async (corpus: Corpus, id: string) => read(corpus, id).catch((error: unknown) => error);

  test('a Word file called .zip is one document, an archive of Word files is an archive', () => {
    const word = zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' });
    const corpus = list({ 'a.zip': word, 'b.zip': Buffer.from(zipSync({ 'c.docx': [word, { level: 0 }] })) });
    expect(ids(corpus)).toEqual(['a.zip', 'b.zip/c.docx']);
    const open = Buffer.from(zipSync({ mimetype: [bytes('application/vnd.oasis.opendocument.text'), { level: 0 }] }));
    const more = list({
      'a.zip': open,
      'b.zip': Buffer.from(zipSync({ 'c.odt': [open, { level: 0 }] })),
      'd.zip': zip({ 'word/e.txt': text }),
    });
    expect(ids(more)).toEqual(['a.zip', 'b.zip/c.odt', 'd.zip/word/e.txt']);
  });

  test('a member with a password cannot be read, the others can', async () => {
    const archive = zip({ 'b.txt': text, 'c.txt': text });
    const at = entryOf(archive, 'b.txt') + 8;
    archive.writeUInt16LE(archive.readUInt16LE(at) | 1, at);
    const corpus = list({ 'a.zip': archive });
    expect(await failure(corpus, 'a.zip/b.txt')).toMatchObject({ code: 'input/encrypted', place: 'a.zip/b.txt' });
    expect((await read(corpus, 'a.zip/c.txt')).raw).toBe(text);
  });

  test('a member that is damaged cannot be read, the others can', async () => {
    const files = {
      'b.txt': [bytes(text), { level: 0 }],
      'c.txt': [bytes(`${text}二`), { level: 0 }],
      'd.csv': [bytes(`id,text\n1,三\n`), { level: 0 }],
    } as const;
    const archive = patched(
      patched(Buffer.from(zipSync(files as unknown as Zippable)), '攻关。PK', '攻坚。PK'),
      '1,三',
      '1,四',
    );
    const corpus = list({ 'a.zip': archive });
    expect(ids(corpus)).toEqual(['a.zip/b.txt', 'a.zip/c.txt', 'a.zip/d.csv']);
    expect(await failure(corpus, 'a.zip/b.txt')).toMatchObject({ code: 'input/damaged', place: 'a.zip/b.txt' });
    expect(await failure(corpus, 'a.zip/d.csv')).toMatchObject({ code: 'input/damaged', place: 'a.zip/d.csv' });
    expect((await read(corpus, 'a.zip/c.txt')).raw).toBe(`${text}二`);
  });

  test('one that is cut off is a document that cannot be read', async () => {
    const corpus = list({ 'a.zip': zip({ 'b.txt': text.repeat(9) }).subarray(0, 60) });
    expect(await failure(corpus, 'a.zip')).toMatchObject({ code: 'input/damaged', values: { format: 'zip' } });
  });

  test('a bomb is not unpacked', async () => {
    const archive = zip({ 'b.txt': Buffer.alloc(1 << 20), 'c.txt': text });
    const at = entryOf(archive, 'b.txt');
    archive.writeUInt32LE(200 << 20, at + 24);
    const corpus = list({ 'a.zip': archive });
    expect(await failure(corpus, 'a.zip/b.txt')).toMatchObject({ code: 'input/archive-too-large' });
    archive.writeUInt32LE(100, at + 24);
    expect(await failure(list({ 'a.zip': archive }), 'a.zip/b.txt')).toMatchObject({ code: 'input/damaged' });
    const many = zip(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.txt`, text])));
    for (let i = 0; i < 5; i++) many.writeUInt32LE(2 ** 30, entryOf(many, `${i}.txt`) + 24);
    expect(await failure(list({ 'a.zip': many }), 'a.zip')).toMatchObject({
      code: 'input/archive-too-large',
      values: { bytes: 5 * 2 ** 30 },
    });
  });
});
