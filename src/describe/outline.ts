import type { BlockKind, CleanDocument } from '../model/document.ts';

/** A block that is in the text, as the rules of this folder see it. */
export interface Line {
  readonly kind: BlockKind;
  /** Without white space at its ends; of a long block only its first units. */
  readonly text: string;
  /** Units of the whole block. */
  readonly length: number;
  /** Index among all blocks of the document. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Nothing that is looked for at the start or in the whole of a block is longer: the history of the criminal law has 1,500 units. */
const longest = 4000;

/** The blocks of a document but for furniture. */
export function outline(document: Pick<CleanDocument, 'text' | 'blocks'>): Line[] {
  const lines: Line[] = [];
  document.blocks.forEach(({ kind, start, end }, block) => {
    if (kind === 'furniture') return;
    const text = document.text.slice(start, Math.min(end, start + longest)).trim();
    if (text !== '') lines.push({ kind, text, length: end - start, block, start, end });
  });
  return lines;
}
