import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { isOwnName } from '../own-name.ts';
import { PageReader } from '../page/page-reader.ts';
import { pagesText } from '../page/pages-text.ts';
import type { TextPage } from '../page/text-page.ts';
import type { Reader } from '../reader.ts';
import { pdfOutline } from './pdf-outline.ts';
import { readPdfPage } from './pdf-page.ts';
import { type Pdfium, withPdf } from './pdfium.ts';

/** More pages than any policy text has; a file that claims more is none. */
const mostPages = 5000;

/** A page with a larger share of characters that its fonts do not name cannot be read. */
const mostUnmapped = 0.1;

/** Reads the lines of a PDF in reading order: see `pagesText`. */
export const readPdf: Reader = (bytes, id) =>
  withPdf(bytes, id, (pdfium, file) => {
    const count = pdfium.call.FPDF_GetPageCount!(file);
    if (count > mostPages) throw new CorpusError('input/too-many-pages', id, { pages: count, limit: mostPages });
    if (count < 1) throw new CorpusError('input/damaged', id, { format: 'PDF', reason: 'it has no pages' });
    const reader = new PageReader();
    const unmapped: (number | undefined)[] = [];
    for (let page = 0; page < count; page++) {
      const read = readPdfPage(pdfium, file, page);
      reader.add(read?.glyphs);
      unmapped.push(read?.unmapped);
    }
    const pages = reader.finish();
    const messages = pages.flatMap((columns, index): Message[] => {
      const rule = ruleOf(unmapped[index], columns);
      return rule === undefined ? [] : [{ severity: 'warning', rule, values: { page: index + 1 } }];
    });
    return { ...pagesText(pages, pdfOutline(pdfium, file)), meta: readMeta(pdfium, file), messages };
  });

/** What is to be said of a page; `unmapped` as of `PdfPage`, undefined where it cannot be read. */
function ruleOf(unmapped: number | undefined, columns: TextPage): string | undefined {
  if (unmapped === undefined) return 'ingest/unreadable-page';
  if (columns.length === 0) return 'ingest/no-text-layer';
  return unmapped > mostUnmapped ? 'ingest/unmapped-characters' : undefined;
}

function readMeta(pdfium: Pdfium, file: number): Record<string, string> {
  const meta: Record<string, string> = {};
  const title = metaText(pdfium, file, 'Title');
  if (isOwnName(title)) meta.title = title;
  const author = metaText(pdfium, file, 'Author');
  if (isOwnName(author)) meta.author = author;
  const date = /^(?:D:)?(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(metaText(pdfium, file, 'CreationDate'));
  if (date !== null && date[1]! >= '1980') meta.date = `${date[1]}-${date[2]}-${date[3]}`;
  return meta;
}

function metaText(pdfium: Pdfium, file: number, name: string): string {
  const { call } = pdfium;
  const key = call.malloc!(name.length + 1);
  let value = 0;
  try {
    const memory = pdfium.bytes();
    for (let i = 0; i < name.length; i++) memory[key + i] = name.charCodeAt(i);
    memory[key + name.length] = 0;
    const size = call.FPDF_GetMetaText!(file, key, 0, 0);
    if (size <= 2 || size > 1 << 16) return '';
    value = call.malloc!(size);
    call.FPDF_GetMetaText!(file, key, value, size);
    const text = new TextDecoder('utf-16le').decode(pdfium.bytes().slice(value, value + size - 2));
    return text.replace(/\s+/g, ' ').trim();
  } finally {
    call.free!(key);
    if (value !== 0) call.free!(value);
  }
}
