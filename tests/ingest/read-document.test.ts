import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CorpusFile, listCorpus } from '../../src/ingest/corpus.ts';
import { readDocument } from '../../src/ingest/read-document.ts';
import type { CorpusError } from '../../src/model/errors.ts';
import { createRepair } from '../../src/repair/repair.ts';
import { describeWithData } from '../shared-data.ts';
import { asOrdinaryUser, temporaryFolder } from './temporary-folder.ts';

async function failure(run: () => unknown): Promise<CorpusError> {
  try {
    await run();
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('did not fail');
}

function fileAt(path: string): CorpusFile {
  return { id: 'in/x.txt', path, format: 'text' };
}

test('a document has the bytes, digest, encoding and metadata of its file', async () => {
  const folder = temporaryFolder({ 'a.md': '\ufeff# 通知\r\n' });
  const document = await readDocument(listCorpus([folder]).files[0]!, { year: '2023' });
  expect(document).toEqual({
    id: 'a.md',
    meta: { year: '2023' },
    format: 'markdown',
    encoding: 'utf-8',
    bytes: 13,
    // printf '\xef\xbb\xbf# 通知\r\n' | sha256sum
    sha256: '2299d0ce2a4616de40ef428e19ea10d5e070737e642fb5d75c9824edd7f62dae',
    raw: '# 通知\r\n',
    messages: [],
  });
});

test('an encoding can be forced, and auto is none', async () => {
  const folder = temporaryFolder({ 'a.txt': Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa]) });
  const file = fileAt(join(folder, 'a.txt'));
  for (const encoding of ['gbk', 'auto']) expect((await readDocument(file, {}, { encoding })).raw).toBe('中国');
  expect(await failure(() => readDocument(file, {}, { encoding: 'utf-8' }))).toMatchObject({
    code: 'input/wrong-encoding',
    place: 'in/x.txt',
  });
});

describe('a damaged place is told once', () => {
  const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const told = async (content: Uint8Array) => {
    const folder = temporaryFolder({ 'a.txt': content });
    const { raw, messages } = createRepair().run(await readDocument(listCorpus([folder]).files[0]!, {}));
    return messages
      .filter(({ rule }) => /character/.test(rule))
      .map(({ rule, values, span }) => [rule, values?.count, raw.slice(span!.start - 1, span!.end + 1)]);
  };

  test('as broken where its bytes are, as lost where the text has U+FFFD', async () => {
    const mixed = bytes('国', [0xff], '有\ufffd企', [0xff], '\ufffd业改', [0xe5], '革');
    expect(await told(mixed)).toEqual([
      ['ingest/broken-character', 1, '国\ufffd有'],
      ['ingest/broken-character', 1, '企\ufffd\ufffd'],
      ['ingest/broken-character', 1, '改\ufffd革'],
      ['repair/replacement-character', 1, '有\ufffd企'],
      ['repair/replacement-character', 1, '\ufffd\ufffd业'],
    ]);
    expect(await told(bytes('国\ufffd有企业'))).toEqual([['repair/replacement-character', 1, '国\ufffd有']]);
    const wide = Buffer.from('\ufeff国\ufffd有企\udc00业', 'utf16le');
    expect(await told(wide)).toEqual([
      ['ingest/broken-character', 1, '企\ufffd业'],
      ['repair/replacement-character', 1, '国\ufffd有'],
    ]);
    // 84 31 A4 37 is U+FFFD in GB 18030.
    const chinese = Uint8Array.of(
      0xb9,
      0xfa,
      0x84,
      0x31,
      0xa4,
      0x37,
      0xd3,
      0xd0,
      0xc6,
      0xf3,
      0xff,
      0xd2,
      0xb5,
      0xb8,
      0xc4,
    );
    expect(await told(chinese)).toEqual([
      ['ingest/broken-character', 1, '企\ufffd业'],
      ['repair/replacement-character', 1, '国\ufffd有'],
    ]);
  });

  test('and of many the rest as a number', async () => {
    const many = bytes(...Array.from({ length: 30 }, () => ['改革开放', [0xff], '的中国']).flat());
    const rules = (await told(many)).map(([rule]) => rule);
    expect(new Set(rules)).toEqual(new Set(['ingest/broken-character', 'ingest/more-broken-characters']));
    expect(rules).toHaveLength(21);
  });
});

describe('bad files, each named by its document', () => {
  test('gone since it was listed', async () => {
    const folder = temporaryFolder({ 'a.txt': '' });
    const { files } = listCorpus([folder]);
    rmSync(join(folder, 'a.txt'));
    expect(await failure(() => readDocument(files[0]!, {}))).toMatchObject({ code: 'input/vanished', place: 'a.txt' });
  });

  test('a folder', async () => {
    expect(await failure(() => readDocument(fileAt(temporaryFolder()), {}))).toMatchObject({
      code: 'input/not-a-file',
      place: 'in/x.txt',
    });
  });

  test.skipIf(process.platform === 'win32')('a pipe, without waiting for it', async () => {
    const pipe = join(temporaryFolder(), 'x.txt');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect((await failure(() => readDocument(fileAt(pipe), {}))).code).toBe('input/not-a-file');
  });

  test.skipIf(process.platform === 'win32')('one that may not be read', async () => {
    const path = join(temporaryFolder({ 'x.txt': '国' }), 'x.txt');
    chmodSync(path, 0);
    const error = await failure(() => asOrdinaryUser(() => readDocument(fileAt(path), {})));
    expect(error).toMatchObject({ code: 'input/unreadable', place: 'in/x.txt', values: { reason: 'EACCES' } });
  });

  test('one of more than 2 GiB', async () => {
    const path = join(temporaryFolder({ 'x.txt': '' }), 'x.txt');
    const file = openSync(path, 'r+');
    ftruncateSync(file, 2 ** 31 + 1);
    closeSync(file);
    expect(await failure(() => readDocument(fileAt(path), {}))).toMatchObject({
      code: 'input/too-large',
      values: { bytes: 2 ** 31 + 1 },
    });
  });

  test('a picture called .txt', async () => {
    const folder = temporaryFolder({ 'x.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]) });
    expect(await failure(() => readDocument(fileAt(join(folder, 'x.txt')), {}))).toMatchObject({
      code: 'input/binary-file',
      place: 'in/x.txt',
      values: { looks: 'PNG' },
    });
  });
});

describeWithData('real folders', (data) => {
  test.each([
    ['laws', 351],
    ['reports/central', 38],
    ['trad', 0],
  ])('every text of %s is read without a complaint', async (folder, count) => {
    const { files } = listCorpus([join(data, folder)]);
    expect(files.length).toBeGreaterThanOrEqual(count);
    for (const file of files) {
      const { raw, messages } = await readDocument(file, {});
      expect([file.id, messages]).toEqual([file.id, []]);
      expect(raw).not.toMatch(/^\ufeff|\ufffd/);
    }
  });

  test.each([
    ['docx/二十大报告_a.docx', 'docx', '举国体制'],
    ['doc/自然保护学期末整理.doc', 'doc', '自然保护'],
    ['html/刑法.html', 'html', '第一条'],
  ])('%s is read as what it is whatever its name promises', async (name, format, words) => {
    const file = { id: 'x.txt', path: join(data, 'office', name), format: 'text' };
    const document = await readDocument(file, {});
    expect(document).toMatchObject({ format, bytes: expect.any(Number) });
    expect(document.messages[0]).toEqual({
      severity: 'info',
      rule: 'ingest/other-format',
      values: { expected: 'text', found: format },
    });
    expect(createRepair().run(document).text).toContain(words);
  });
});
