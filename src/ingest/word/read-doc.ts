import { damagedFile } from '../damaged-file.ts';
import type { Reader } from '../reader.ts';
import { openDoc } from './doc-file.ts';
import { addDocLines } from './doc-lines.ts';
import { MarkedLines } from './marked-lines.ts';

/**
 * Reads a Word 97–2003 document: its blocks a line each, its text boxes, then its notes, each after the mark that its
 * reference has: `[1]`. Deleted text is left out. Throws input/damaged (`format`, `reason`) and input/encrypted (`format`).
 */
export const readDoc: Reader = async (bytes, id) => {
  try {
    const lines = new MarkedLines();
    addDocLines(lines, openDoc(bytes, id));
    return { raw: lines.raw, marks: lines.marks };
  } catch (cause) {
    throw damagedFile('doc', id, cause);
  }
};
