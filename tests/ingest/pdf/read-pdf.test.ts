import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../../../src/ingest/pdf/read-pdf.ts';
import { CorpusError } from '../../../src/model/errors.ts';
import { describeWithData } from '../../shared-data.ts';
import { pdfOf, type Shown } from './pdf-file.ts';

const words = ['The whole nation system', 'has been improved', 'in key technologies.'];
const page: Shown[] = words.map((text, i) => ({ text, x: 60, y: 700 - 18 * i }));

test('the lines of a PDF are read from top to bottom, page after page', async () => {
  const { raw, messages } = await readPdf(pdfOf([page, [...page].reverse()]), 'a.pdf');
  expect(raw).toBe(`${words.join('\n')}\f${words.join('\n')}`);
  expect(messages).toEqual([]);
});

test('a page that is shown turned is read as it is shown', async () => {
  const { raw } = await readPdf(pdfOf([page], { rotate: 90 }), 'a.pdf');
  expect(raw).toBe(words.join('\n'));
});

test('a table in rules or in framed cells is read row by row', async () => {
  const words = [
    ['Region', 'Sum'],
    ['East', '12'],
  ];
  const cells = words.flatMap((row, y) => row.map((text, x) => ({ text, x: 60 + 100 * x, y: 700 - 20 * y })));
  const level = [715, 695, 675].map((y) => `50 ${y} 200 0.5 re f`).join(' ');
  const upright = [50, 150, 250].map((x) => `0.5 w ${x} 675 m ${x} 715 l S`).join(' ');
  const frames = [50, 150].flatMap((x) => [675, 695].map((y) => `${x} ${y} 100 20 re S`)).join(' ');
  for (const drawn of [`${level} ${upright}`, frames]) {
    const { raw, marks } = await readPdf(pdfOf([cells], { drawn }), 'a.pdf');
    expect(raw.split('\n')).toEqual(['Region\tSum', 'East\t12']);
    expect(marks?.map(({ kind }) => kind)).toEqual(['table', 'table']);
  }
});

test('a page without a text layer is told by its number', async () => {
  const { raw, messages } = await readPdf(pdfOf([page, [], page]), 'a.pdf');
  expect(messages).toEqual([{ severity: 'warning', rule: 'ingest/no-text-layer', values: { page: 2 } }]);
  expect(raw.split('\f')).toHaveLength(3);
  const scan = await readPdf(pdfOf([[], []]), 'a.pdf');
  expect(scan.raw).toBe('');
  expect(scan.messages).toHaveLength(2);
});

test('title, author and date are taken from the file where they mean something', async () => {
  const info = '/Title (On the Whole Nation System) /Author (Li Hua) /CreationDate (D:20210304120000Z)';
  expect((await readPdf(pdfOf([page], { info }), 'a.pdf')).meta).toEqual({
    title: 'On the Whole Nation System',
    author: 'Li Hua',
    date: '2021-03-04',
  });
  const empty = '/Title (Microsoft Word - report.doc) /Author (Administrator) /CreationDate (yesterday)';
  expect((await readPdf(pdfOf([page], { info: empty }), 'a.pdf')).meta).toEqual({});
});

test('files that cannot be read say why', async () => {
  const failure = async (bytes: Uint8Array) => {
    const error = await readPdf(bytes, 'a.pdf').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(CorpusError);
    const { code, place, values } = error as CorpusError;
    return { code, place, values };
  };
  expect(await failure(new TextEncoder().encode('%PDF-1.4\nno more'))).toMatchObject({
    code: 'input/damaged',
    place: 'a.pdf',
    values: { format: 'PDF' },
  });
  expect(await failure(new Uint8Array(0))).toMatchObject({ code: 'input/damaged' });
  const zeros = '00'.repeat(32);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${zeros}> /U <${zeros}> >>`;
  expect(await failure(pdfOf([page], { encrypt }))).toEqual({
    code: 'input/encrypted',
    place: 'a.pdf',
    values: { format: 'PDF' },
  });
  const many = Array.from({ length: 5001 }, () => []);
  expect(await failure(pdfOf(many))).toMatchObject({
    code: 'input/too-many-pages',
    values: { pages: 5001, limit: 5000 },
  });
});

test('damaged files give their text or an error that tells it, and files after them are read', async () => {
  const whole = pdfOf([page, page, page], { info: '/Title (Report)' });
  let seed = 20260203;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let k = 0; k < 200; k++) {
    let bytes = Uint8Array.from(whole);
    if (k % 3 === 0) bytes = bytes.subarray(0, random(bytes.length));
    else if (k % 3 === 1) for (let j = 0; j <= k / 4; j++) bytes[random(bytes.length)]! ^= 1 << random(8);
    else bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
    const read = await readPdf(bytes, `${k}.pdf`).catch((cause: unknown) => cause);
    if (read instanceof CorpusError) expect(['input/damaged', 'input/encrypted']).toContain(read.code);
    else expect(read).toHaveProperty('raw', expect.any(String));
  }
  expect((await readPdf(whole, 'a.pdf')).raw.split('\f')).toHaveLength(3);
});

describeWithData('PDFs as people have them', (data) => {
  const files = (folder: string) =>
    readdirSync(join(data, folder))
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => join(data, folder, name));
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{Script=Han}]/gu, '');

  test.each([...files('typeset'), ...files('laws_pdf')])(
    '%s: all Han characters of its truth, in order',
    async (file) => {
      const { raw, messages } = await readPdf(readFileSync(file), file);
      expect(messages).toEqual([]);
      const truth: { text: string }[] = JSON.parse(readFileSync(file.replace(/pdf$/, 'truth.json'), 'utf8'));
      const all = letters(raw);
      let at = 0;
      let found = 0;
      for (const block of truth) {
        const next = all.indexOf(letters(block.text).slice(0, 20), at);
        if (next === -1 || next - at > 3000) continue;
        at = next;
        found++;
      }
      // Some are broken by a running head.
      expect(found / truth.length).toBeGreaterThan(0.7);
    },
  );

  test.each(files('pdf_messy'))('%s: text on each page, or a message', async (file) => {
    const { raw, messages = [] } = await readPdf(readFileSync(file), file);
    const told = new Set(messages.map((message) => message.values?.page));
    for (const [i, text] of raw.split('\f').entries()) expect(text.trim() !== '' || told.has(i + 1)).toBe(true);
  });

  test('two columns are not interleaved', async () => {
    const file = files('pdf_messy').find((name) => name.includes('LLM_Survey'))!;
    const { raw } = await readPdf(readFileSync(file), file);
    const wide = raw.split('\n').filter((line) => /\p{Script=Han}{12,} {2,}\p{Script=Han}{12,}/u.test(line));
    expect(wide.length).toBeLessThan(20);
  });
});
