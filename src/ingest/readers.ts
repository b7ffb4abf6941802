import type { Reader } from './reader.ts';

/**
 * The readers of all formats but plain text and Markdown. Each is loaded when its first file comes, as most of them bring a
 * library that takes longer to load than a text takes to read.
 */
export const readers: ReadonlyMap<string, () => Promise<Reader>> = new Map([
  ['pdf', async () => (await import('./pdf/read-pdf.ts')).readPdf],
  ['docx', async () => (await import('./word/read-docx.ts')).readDocx],
  ['doc', async () => (await import('./word/read-doc.ts')).readDoc],
  ['odt', async () => (await import('./odt/read-odt.ts')).readOdt],
  ['rtf', async () => (await import('./rtf/read-rtf.ts')).readRtf],
  ['mht', async () => (await import('./word/read-mht.ts')).readMht],
  ['ofd', async () => (await import('./ofd/read-ofd.ts')).readOfd],
  ['html', async () => (await import('./html/read-html.ts')).readHtml],
]);
