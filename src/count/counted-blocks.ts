import type { BlockKind, SegmentedDocument, TaggedDocument } from '../model/document.ts';

/** Kinds of block that are counted unless others are asked for. */
export const defaultCountKinds: readonly BlockKind[] = ['title', 'heading', 'paragraph', 'list', 'table', 'caption'];

/** A block that is counted: its span in the text, and its tokens from `firstToken` to before `endToken`. */
export interface CountedBlock {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly endToken: number;
}

/** The blocks of these kinds in the order of the text. Furniture is not in the text, and so never among them. */
export function countedBlocks(document: SegmentedDocument, kinds: ReadonlySet<BlockKind>): CountedBlock[] {
  const counted: CountedBlock[] = [];
  const { start } = document.tokens;
  let token = 0;
  for (const block of document.blocks) {
    if (block.kind === 'furniture' || !kinds.has(block.kind)) continue;
    while (token < start.length && start[token]! < block.start) token++;
    const firstToken = token;
    while (token < start.length && start[token]! < block.end) token++;
    counted.push({ start: block.start, end: block.end, firstToken, endToken: token });
  }
  return counted;
}

/** Number of counted words of a document: the base of its rates. */
export function countTokens(blocks: readonly CountedBlock[]): number {
  let tokens = 0;
  for (const { firstToken, endToken } of blocks) tokens += endToken - firstToken;
  return tokens;
}

/** Counted occurrences of each type of a document. */
export function countTypes(document: SegmentedDocument, blocks: readonly CountedBlock[]): Uint32Array {
  const { type, types } = document.tokens;
  const counts = new Uint32Array(types.length);
  for (const { firstToken, endToken } of blocks) {
    for (let i = firstToken; i < endToken; i++) counts[type[i]!]!++;
  }
  return counts;
}

/** Indices of the term occurrences that begin in these blocks, rising. */
export function countedTerms(document: TaggedDocument, blocks: readonly CountedBlock[]): Uint32Array {
  const { start } = document.terms;
  const counted = new Uint32Array(start.length);
  let length = 0;
  let i = 0;
  for (const block of blocks) {
    while (i < start.length && start[i]! < block.start) i++;
    for (; i < start.length && start[i]! < block.end; i++) counted[length++] = i;
  }
  return counted.subarray(0, length);
}
