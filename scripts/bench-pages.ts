import { readFileSync } from 'node:fs';
import type { CorpusFile } from '../src/ingest/corpus.ts';
import { type Pdfium, withPdf } from '../src/ingest/pdf/pdfium.ts';
import { readDocument } from '../src/ingest/read-document.ts';
import { createRepair } from '../src/repair/repair.ts';
import { median } from './median.ts';

export interface PageSpeed {
  readonly pages: number;
  /** Pages a second of ingest and repair, and of bare extraction by the same library. */
  readonly whole: number;
  readonly bare: number;
  /** Median over the pairs. */
  readonly ratio: number;
}

/** Reads and repairs PDF files, and only extracts their text, in alternating pairs. */
export async function benchPages(files: readonly CorpusFile[], pairs: number): Promise<PageSpeed> {
  const repair = createRepair();
  const contents = files.map(({ path }) => readFileSync(path));
  const whole = async () => {
    for (const file of files) repair.run(await readDocument(file, {}));
  };
  const bare = async () => {
    let pages = 0;
    for (const [i, { id }] of files.entries()) pages += await withPdf(contents[i]!, id, extract);
    return pages;
  };
  await whole();
  const pages = await bare();
  const times: { whole: number; bare: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const first = performance.now();
    await bare();
    const second = performance.now();
    await whole();
    times.push({ bare: second - first, whole: performance.now() - second });
  }
  return {
    pages,
    whole: (1000 * pages) / median(times.map((time) => time.whole)),
    bare: (1000 * pages) / median(times.map((time) => time.bare)),
    ratio: median(times.map((time) => time.bare / time.whole)),
  };
}

/** The text of every page as the library gives it; the number of pages. */
function extract({ call, bytes }: Pdfium, file: number): number {
  const pages = call.FPDF_GetPageCount!(file);
  for (let index = 0; index < pages; index++) {
    const page = call.FPDF_LoadPage!(file, index);
    const text = call.FPDFText_LoadPage!(page);
    const count = call.FPDFText_CountChars!(text);
    const room = call.malloc!(2 * count + 2);
    call.FPDFText_GetText!(text, 0, count, room);
    Buffer.from(bytes().subarray(room, room + 2 * count)).toString('utf16le');
    call.free!(room);
    call.FPDFText_ClosePage!(text);
    call.FPDF_ClosePage!(page);
  }
  return pages;
}
