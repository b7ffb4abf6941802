/** A block to be compared: of the truth, or of the repair. */
export interface ScoredBlock {
  readonly kind: string;
  readonly text: string;
}

export interface BlockScore {
  readonly f1: number;
  readonly headingF1: number;
  readonly headingRecall: number;
}

/** Text as it is compared: NFKC, without white space and the shapes of quotes and dashes. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』]+/g, '')
    .replace(/[—―–]/g, '-');
}

function counts(blocks: readonly ScoredBlock[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const block of blocks) {
    const key = fold(block.text);
    if (key !== '') result.set(key, (result.get(key) ?? 0) + 1);
  }
  return result;
}

function total(of: Map<string, number>): number {
  let sum = 0;
  for (const count of of.values()) sum += count;
  return sum;
}

/** F1 of blocks whose text is exactly a block's of the truth, over all documents; furniture and contents are left out. */
export function scoreBlocks(
  documents: readonly { truth: readonly ScoredBlock[]; found: readonly ScoredBlock[] }[],
): BlockScore {
  const all = { right: 0, found: 0, truth: 0 };
  const headings = { right: 0, found: 0, truth: 0 };
  const isHeading = (block: ScoredBlock) => block.kind === 'heading' || block.kind === 'title';
  for (const { truth, found } of documents) {
    const kept = found.filter((block) => block.kind !== 'furniture' && block.kind !== 'contents');
    for (const [sum, t, f] of [
      [all, counts(truth), counts(kept)],
      [headings, counts(truth.filter(isHeading)), counts(kept.filter(isHeading))],
    ] as const) {
      for (const [key, count] of t) sum.right += Math.min(count, f.get(key) ?? 0);
      sum.truth += total(t);
      sum.found += total(f);
    }
  }
  const f1 = (sum: typeof all) => (2 * sum.right) / Math.max(1, sum.found + sum.truth);
  return { f1: f1(all), headingF1: f1(headings), headingRecall: headings.right / Math.max(1, headings.truth) };
}
