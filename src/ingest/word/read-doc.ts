import { damagedFile } from '../damaged-file.ts';
import type { Reader } from '../reader.ts';
import { openDoc } from './doc-file.ts';
import { addDocLines } from './doc-lines.ts';
import { LeftOut } from './left-out.ts';
import { MarkedLines } from './marked-lines.ts';

/**
 * Reads a Word 97–2003 document: its blocks a line each with the numbers that Word computes for them, its text boxes,
 * then its notes, each after the mark that its reference has: `[1]`. Deleted and hidden text is left out. Throws input/damaged (`format`, `reason`) and input/encrypted (`format`).
 */
export const readDoc: Reader = async (bytes, id) => {
  try {
    const lines = new MarkedLines();
    const leftOut = new LeftOut();
    const file = openDoc(bytes, id);
    leftOut.comments = file.comments;
    addDocLines(lines, file, leftOut);
    const { raw, marks } = lines;
    const messages = leftOut.messages(raw);
    if (file.lostLists) messages.push({ severity: 'warning', rule: 'ingest/list-numbers-not-read' });
    return { raw, marks, meta: file.meta, messages };
  } catch (cause) {
    throw damagedFile('doc', id, cause);
  }
};
