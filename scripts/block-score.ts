/** A block to be compared: of the truth, or of the repair. */
export interface ScoredBlock {
  readonly kind: string;
  readonly text: string;
}

/** A document with the blocks that it has and those that were found in it. */
export interface ScoredDocument {
  readonly truth: readonly ScoredBlock[];
  readonly found: readonly ScoredBlock[];
}

/** How many blocks are right, were found, and are in the truth. */
export interface Tally {
  right: number;
  found: number;
  truth: number;
}

export interface BlockScore {
  readonly blocks: Tally;
  readonly headings: Tally;
  /** Blocks that are page furniture by their text and not in the truth, and a title that stands there too often. */
  readonly leaks: number;
}

/** What runs along the pages: page numbers, issues of journals, the running heads of the known test pages. */
const furniture =
  /^(?:\d{4}年第\d+期.*|\(总第\d+期\)|·\d+·|-+\d+-+|第\d+页(?:共\d+页)?|\d{1,3}|政策研究与评论|科技管理论丛|制度与治理学报)$/;

/** Text as it is compared: NFKC, without white space and the shapes of quotes and dashes. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』]+/g, '')
    .replace(/[—―–]/g, '-');
}

function isHeading({ kind }: ScoredBlock): boolean {
  return kind === 'heading' || kind === 'title';
}

function counts(blocks: readonly ScoredBlock[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const block of blocks) {
    const key = fold(block.text);
    if (key !== '') result.set(key, (result.get(key) ?? 0) + 1);
  }
  return result;
}

function tally(truth: readonly ScoredBlock[], found: readonly ScoredBlock[]): Tally {
  const [t, f] = [counts(truth), counts(found)];
  let right = 0;
  for (const [key, count] of t) right += Math.min(count, f.get(key) ?? 0);
  const sum = (of: Map<string, number>) => [...of.values()].reduce((a, b) => a + b, 0);
  return { right, found: sum(f), truth: sum(t) };
}

/** Scores one document by blocks whose text is exactly one of the truth's; furniture and contents are left out. */
export function scoreDocument({ truth, found }: ScoredDocument): BlockScore {
  const kept = found.filter(({ kind }) => kind !== 'furniture' && kind !== 'contents');
  const known = counts(truth);
  const head = fold(truth.find(({ kind }) => kind === 'title')?.text ?? '').slice(0, 18);
  const heads = kept.filter(({ text }) => head !== '' && fold(text) === head).length;
  const leaked = kept.filter(({ text }) => furniture.test(fold(text)) && !known.has(fold(text))).length;
  return {
    blocks: tally(truth, kept),
    headings: tally(truth.filter(isHeading), kept.filter(isHeading)),
    leaks: leaked + Math.max(0, heads - (known.get(head) ?? 0)),
  };
}

/** The scores of several documents as one. */
export function addScores(scores: readonly BlockScore[]): BlockScore {
  const sum = (of: (score: BlockScore) => Tally): Tally => ({
    right: scores.reduce((total, score) => total + of(score).right, 0),
    found: scores.reduce((total, score) => total + of(score).found, 0),
    truth: scores.reduce((total, score) => total + of(score).truth, 0),
  });
  return {
    blocks: sum(({ blocks }) => blocks),
    headings: sum(({ headings }) => headings),
    leaks: scores.reduce((total, { leaks }) => total + leaks, 0),
  };
}

export function precision({ right, found }: Tally): number {
  return right / Math.max(1, found);
}

export function recall({ right, truth }: Tally): number {
  return right / Math.max(1, truth);
}

export function f1({ right, found, truth }: Tally): number {
  return (2 * right) / Math.max(1, found + truth);
}
