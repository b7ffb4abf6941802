import type { BlockKind } from '../../model/document.ts';

/** The lines that make one block, before the text is put together: indexes into the source lines, rising. */
export interface BlockGroup {
  readonly lines: readonly number[];
  kind: BlockKind;
  level: number;
}
