import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/ingest/pdf/read-pdf.ts';
import { explainCommand } from '../../../src/run/command/explain-command.ts';
import { Boxes } from '../../../src/run/result/boxes.ts';
import { run } from '../../../src/run/run.ts';
import { identityMap } from '../../../src/text/offset-map.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';
import { askPages } from '../../ingest/pdf/bounded-text.ts';
import { pdfOf, type Shown } from '../../ingest/pdf/pdf-file.ts';
import { describeWithData } from '../../shared-data.ts';

/** The box of the last word of a PDF of one page, and what the library itself finds in it. */
async function placeOf(shown: readonly Shown[], options: Parameters<typeof pdfOf>[1] = {}, word = 'nation') {
  const bytes = pdfOf([shown], options);
  const { raw, layout } = await readPdf(bytes, 'a.pdf');
  const at = raw.indexOf(word);
  const box = new Boxes({ layout: layout!, map: identityMap(raw.length) }).ofSpan(at, at + word.length)!;
  let found = '';
  await askPages(bytes, (page) => {
    found = page(1).textIn(box);
  });
  return { box, found };
}

describe('the box of a word of a PDF', () => {
  // Helvetica: "The " is 2.002 em wide, "nation" 2.724.
  const shown = (matrix: string): Shown[] => [{ text: 'The nation', x: 0, y: 0, matrix }];

  test('counts from the upper left corner of the page', async () => {
    expect(await placeOf(shown('1 0 0 1 60 700'))).toEqual({
      box: { x: 84, y: 89.4, width: 32.7, height: 12 },
      found: 'nation',
    });
  });

  test('of the part of the page that is shown, where it is cropped', async () => {
    expect(await placeOf(shown('1 0 0 1 60 700'), { entries: '/CropBox [50 100 550 750]' })).toEqual({
      box: { x: 34, y: 39.4, width: 32.7, height: 12 },
      found: 'nation',
    });
  });

  test.each([
    [90, '0 1 -1 0 300 200', { x: 224, y: 289.4, width: 32.7, height: 12 }],
    [180, '-1 0 0 -1 300 200', { x: 324, y: 189.4, width: 32.7, height: 12 }],
    [270, '0 -1 1 0 300 200', { x: 624, y: 289.4, width: 32.7, height: 12 }],
    [90, '1 0 0 1 60 700', { x: 698.6, y: 84, width: 12, height: 32.7 }],
    [0, '0 1 -1 0 300 200', { x: 289.4, y: 543.3, width: 12, height: 32.7 }],
    [0, '0 -1 1 0 300 200', { x: 298.6, y: 624, width: 12, height: 32.7 }],
    [0, '-1 0 0 -1 300 200', { x: 243.3, y: 598.6, width: 32.7, height: 12 }],
  ])('of the page as it is shown: turned by %i degrees with text at %s', async (rotate, matrix, box) => {
    expect(await placeOf(shown(matrix), { rotate })).toEqual({ box, found: 'nation' });
  });

  test('of a page that is turned and cropped, and beside text that lies across it', async () => {
    const body = Array.from({ length: 4 }, (_, i) => ({ text: `Line ${i} of the text`, x: 60, y: 700 - 18 * i }));
    const aside: Shown = { text: 'The nation', x: 0, y: 0, matrix: '0 1 -1 0 500 300' };
    expect(await placeOf([...body, aside], { entries: '/CropBox [50 100 550 750]' })).toEqual({
      // Across the line an em around its middle; the last character as wide as the others.
      box: { x: 439.7, y: 393.7, width: 12, height: 32.3 },
      found: 'nation',
    });
    expect(await placeOf(shown('0 1 -1 0 300 200'), { rotate: 90, entries: '/CropBox [50 100 550 750]' })).toEqual({
      box: { x: 124, y: 239.4, width: 32.7, height: 12 },
      found: 'nation',
    });
  });

  test('in units of the page where it has its own: those in which programs show and cut it', async () => {
    expect(await placeOf(shown('1 0 0 1 60 700'), { entries: '/UserUnit 2' })).toEqual({
      box: { x: 84, y: 89.4, width: 32.7, height: 12 },
      found: 'nation',
    });
  });
});

describe('the tables', () => {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder.path, name);
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(path(`out/${name}.csv`), 'utf8'), { columns: true });
  const shown = ['On the nation system', '', 'The system of the nation is new.'].map((text, i) => ({
    text,
    x: 60,
    y: 700 - 24 * i,
  }));

  test('have the page and the box of every block and occurrence of a PDF, and none for a text', async () => {
    writeFiles(folder.path, {
      'texts/one.pdf': Buffer.from(pdfOf([shown])),
      'texts/two.pdf': Buffer.from(pdfOf([[], shown])),
      'texts/三.txt': '健全nation体制，见《条例》。\n',
      'terms.csv': 'term\nnation\n',
    });
    const tables = ['documents', 'blocks', 'occurrences', 'mentions'] as const;
    await run({ paths: [path('texts')], out: path('out'), terms: [path('terms.csv')], tables: [...tables] });
    const places = (name: string, document: string) =>
      table(name)
        .filter((row) => row.document === document)
        .map(({ page, line, x, y, width, height }) => [page, line, x, y, width, height].join(' '));
    // Helvetica: "On the " is 3.28 em wide, "The system of the " 8.226.
    expect(places('occurrences', 'one.pdf')).toEqual(['1 1 99.4 89.4 32.7 12', '1 2 158.7 137.4 32.7 12']);
    expect(places('occurrences', 'two.pdf')).toEqual(['2 2 99.4 89.4 32.7 12', '2 3 158.7 137.4 32.7 12']);
    expect(places('blocks', 'two.pdf').map((place) => place.split(' ').slice(0, 4).join(' '))).toEqual([
      '2 2 60 89.4',
      '2 3 60 137.4',
    ]);
    for (const name of ['blocks', 'occurrences', 'mentions']) expect(places(name, '三.txt')).toEqual([' 1    ']);
    expect(table('documents').map(({ pages }) => pages)).toEqual(['1', '2', '']);
  });

  test('lead to the same place in what explain shows', async () => {
    writeFiles(folder.path, {
      'texts/one.pdf': Buffer.from(pdfOf([shown])),
      'texts/二.txt': '健全体制。\n',
      'terms.csv': 'term\nnation\n',
    });
    await run({ paths: [path('texts')], out: path('out'), terms: [path('terms.csv')] });
    const explain = (target: string, document?: string, offset?: string, json = false) =>
      explainCommand({ target, document, offset, inputs: [], json, encoding: undefined }, 'en');
    const [first] = table('occurrences');
    expect(await explain(path('out'), 'one.pdf', first!.start)).toContain(
      '\nplace     p. 1, line 1, at x 99.4 y 89.4, 32.7 × 12 pt\n',
    );
    const box = { x: 99.4, y: 89.4, width: 32.7, height: 12 };
    const explained = JSON.parse(await explain(path('out'), 'one.pdf', first!.start, true));
    expect(explained.source).toMatchObject({ page: 1, box });
    const [block] = table('blocks');
    expect(explained.block).toMatchObject({ page: 1, box: { x: Number(block!.x), width: Number(block!.width) } });
    expect(await explain(path('out'), '二.txt', '0')).not.toContain('place');

    expect(await explain(path('texts/one.pdf'))).toMatch(/ 1 {2}p\. 1 x 60 y 89\.4 [\d.]+ × 12 /);
    const lines = JSON.parse(await explain(path('texts/one.pdf'), undefined, undefined, true));
    expect(lines.lines[0]).toMatchObject({ page: 1, box: { x: 60, y: 89.4, height: 12 } });
    expect(lines.blocks[0]).toMatchObject({ page: 1, box: { x: 60, y: 89.4, height: 12 } });
    expect(await explain(path('texts/二.txt'))).not.toContain(' x ');
  });
});

describeWithData('places on the pages of PDFs as people have them', (data) => {
  const files = (folder: string) =>
    readdirSync(join(data, folder))
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => [join(folder, name)]);
  const isHan = /\p{Script=Han}/u;
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{Script=Han}]/gu, '');

  test.each([...files('typeset'), ...files('laws_pdf'), ...files('pdf_messy')])(
    '%s: each Han character lies on its page and none before the one it follows, and the library finds words in their boxes',
    async (name) => {
      const isMessy = name.startsWith('pdf_messy');
      const bytes = readFileSync(join(data, name));
      const { raw, layout } = (await readPdf(bytes, name)) as Required<Awaited<ReturnType<typeof readPdf>>>;
      const boxes = new Boxes({ layout, map: identityMap(raw.length) });
      let han = 0;
      let outside = 0;
      let backwards = 0;
      let words = 0;
      let same = 0;
      await askPages(bytes, (page) => {
        for (let strip = 0; strip < layout.start.length; strip++) {
          const { width, height, textIn } = page(layout.page[strip]!);
          const start = layout.start[strip]!;
          const text = raw.slice(start, layout.start[strip + 1]);
          let last = 0;
          for (let i = 0; i < text.length; i++) {
            if (!isHan.test(text[i]!)) continue;
            const { x, y, ...box } = boxes.ofSpan(start + i, start + i + 1)!;
            if (x < -0.5 || y < -0.5 || x + box.width > width + 0.5 || y + box.height > height + 0.5) outside++;
            if (layout.from[start + i]! < last) backwards++;
            last = layout.from[start + i]!;
            han++;
          }
          if (isMessy) continue;
          for (const { 0: word, index } of text.matchAll(/\p{Script=Han}{2,6}/gu)) {
            if (words++ % 5 > 0) continue;
            const found = textIn(boxes.ofSpan(start + index, start + index + word.length)!);
            if (letters(found) === letters(word)) same++;
          }
        }
      });
      expect(han).toBeGreaterThan(100);
      expect(backwards).toBe(0);
      // Some files hide a few characters beside the page.
      expect(outside / han).toBeLessThan(isMessy ? 0.005 : 1e-9);
      expect(same).toBeGreaterThanOrEqual(0.99 * Math.ceil(words / 5));
    },
    60_000,
  );
});
