import type { Message } from '../../model/message.ts';
import { damagedFile } from '../damaged-file.ts';
import type { Reader } from '../reader.ts';
import { LeftOut } from '../word/left-out.ts';
import { MarkedLines } from '../word/marked-lines.ts';
import { RtfDocument } from './rtf-document.ts';
import { addFlow, type RtfLine } from './rtf-flow.ts';
import { scanRtf } from './rtf-scanner.ts';
import type { RtfSink } from './rtf-sink.ts';

/**
 * Reads a document in RTF: heads of pages as furniture, its blocks a line each with the numbers that its program wrote for
 * them, its notes after their marks (`[1]`), and feet of pages as furniture. Deleted and hidden text is left out. Throws
 * input/damaged (`format`, `reason`); says `ingest/cut-off` where the end of the file is missing.
 */
export const readRtf: Reader = async (bytes, id) => {
  try {
    const leftOut = new LeftOut();
    const { lines, info, isWhole } = rtfLines(bytes, leftOut);
    const { raw, marks } = lines;
    const messages: Message[] = leftOut.messages(raw);
    if (!isWhole) messages.unshift({ severity: 'warning', rule: 'ingest/cut-off' });
    return { raw, marks, meta: metaOf(info), messages };
  } catch (cause) {
    throw damagedFile('rtf', id, cause);
  }
};

/** The lines of a document in RTF. Throws an Error where it is none. */
export function rtfLines(bytes: Uint8Array, leftOut: LeftOut) {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  const head = /^(?:ï»¿)?\s*\{\\rtf/.exec(start);
  if (head === null) throw new Error('it does not begin as RTF does');
  const document = new RtfDocument(leftOut);
  const isWhole = scanRtf(bytes.subarray(head[0].length - '{\\rtf'.length), document);
  document.end();
  const { sink } = document;
  const lines = new MarkedLines();
  addOnce(lines, sink.heads);
  addFlow(lines, sink.body.lines);
  sink.notes.forEach((note, i) => {
    addFlow(lines, withMark(note, `[${i + 1}]`), 'note');
  });
  addOnce(lines, sink.feet);
  return { lines, info: sink.info, isWhole };
}

function addOnce(lines: MarkedLines, flow: readonly RtfLine[]): void {
  const seen = new Set<string>();
  addFlow(
    lines,
    flow.filter(({ text }) => !seen.has(text) && seen.add(text)),
    'furniture',
  );
}

function withMark(note: readonly RtfLine[], mark: string): RtfLine[] {
  const texts = note.map(({ text, kind }) => ({ text: text.replace(/\s+/g, ' ').trim(), kind }));
  return texts
    .filter(({ text }) => text !== '')
    .map((line, i) => (i === 0 ? { ...line, text: `${mark} ${line.text}` } : line));
}

function metaOf({ title, author, year, month, day }: RtfSink['info']): Record<string, string> {
  const meta: Record<string, string> = {};
  if (title.trim() !== '') meta.title = title.trim();
  if (author.trim() !== '') meta.author = author.trim();
  const isDate = year > 1900 && year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (isDate) meta.date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return meta;
}
