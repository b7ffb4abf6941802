import type { SourceMark } from '../model/document.ts';
import { CorpusError } from '../model/errors.ts';
import { damagedFile } from './damaged-file.ts';
import { MarkedLines } from './marked-lines.ts';
import { oleFault } from './ole-check.ts';
import type { Reader } from './reader.ts';

const format = 'doc';
/** Characters that the format uses as signs of its own, and what a program draws for one. */
const signs = /[\0-\x08\x0e-\x1f]/g;

/**
 * Reads a Word 97–2003 document: its text, then its text boxes, footnotes and endnotes; rows of tables have their cells
 * parted by tabs. Deleted text is left out. Throws input/damaged (`format`, `reason`) and input/encrypted (`format`).
 */
export const readDoc: Reader = async (bytes, id) => {
  const fault = oleFault(bytes);
  if (fault === 'encrypted') throw new CorpusError('input/encrypted', id, { format });
  if (fault !== undefined) throw new CorpusError('input/damaged', id, { format, reason: fault.reason });
  const { default: WordExtractor } = await import('word-extractor');
  const options = { filterUnicode: false };
  try {
    const text = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const lines = new MarkedLines();
    addBody(lines, text.getBody(options));
    addBody(lines, text.getTextboxes({ ...options, includeHeadersAndFooters: false }));
    for (const notes of [text.getFootnotes(options), text.getEndnotes(options)]) {
      for (const note of notes.split('\n')) lines.add(clean(note).trim(), 'note');
    }
    const { raw, marks } = lines;
    return { raw, marks: marks satisfies readonly SourceMark[] };
  } catch (cause) {
    throw damagedFile(format, id, cause);
  }
};

function addBody(lines: MarkedLines, body: string): void {
  for (const line of body.split('\n')) {
    // After each cell of a row comes a tab, and one more at the end of the row where the library sees it.
    const cells = clean(line).split('\t');
    const isRow = cells.length > 2 && cells.at(-1) === '';
    if (isRow) lines.add(cells.slice(0, -1).join('\t'), 'table');
    else lines.add(cells.join('\t').trimEnd(), 'paragraph');
  }
}

function clean(text: string): string {
  return text.replace(signs, '');
}
