import { countedBlocks, countedTerms } from '../../count/counted-blocks.ts';
import type { BlockKind, SegmentedDocument, TaggedDocument } from '../../model/document.ts';
import type { Stage } from '../../model/stage.ts';
import type { Term } from '../../model/term.ts';
import { createTag } from '../../tag/tag-terms.ts';
import { wordsAcross } from '../../tag/word-boundaries.ts';
import { Places, rawSpan } from '../result/places.ts';
import type { Settings } from '../settings.ts';
import { cutInside } from './cut-inside.ts';
import type { Finding, FindingName, Place } from './finding.ts';
import { nowhere } from './finding.ts';

/** Occurrences of a term that have a detail in common, with the place of the first. */
interface Alike extends Place {
  count: number;
  readonly example: string;
}

/** UTF-16 units of context on each side of an example. */
const contextLength = 8;
/** Longer terms and kinds of block that are named. */
const mostNamed = 3;

/** What a corpus says about terms: add every tagged document, then ask for the findings. */
export class CorpusAudit {
  /** Occurrences and tokens that are counted, and terms that have some. */
  readonly sums = { documents: 0, tokens: 0, occurrences: 0 };
  readonly frequency: Uint32Array;
  readonly #independent: Uint32Array;
  readonly #terms: readonly Term[];
  readonly #kinds: ReadonlySet<BlockKind>;
  readonly #anywhere: Stage<SegmentedDocument, TaggedDocument> | undefined;
  /** For each kind of detail the occurrences of each term by detail. */
  readonly #alike = new Map<string, Map<string, Alike>[]>();

  constructor(terms: readonly Term[], settings: Settings, normaliseForm: (form: string) => string) {
    this.#terms = terms;
    this.frequency = new Uint32Array(terms.length);
    this.#independent = new Uint32Array(terms.length);
    this.#kinds = new Set(settings.count_kinds);
    // What the boundary rule refuses is what is found without it.
    const tagSettings = { boundary: 'any', ignoreCase: settings.ignore_case } as const;
    this.#anywhere = settings.boundary === 'any' ? undefined : createTag(terms, tagSettings, normaliseForm);
  }

  add(document: TaggedDocument): void {
    const blocks = countedBlocks(document, this.#kinds);
    const counted = countedTerms(document, blocks);
    const { start, end, label, labels } = document.terms;
    const around = enclosing(document);
    const note = this.#noter(document);
    const isCounted = new Uint8Array(start.length);
    for (const i of counted) {
      isCounted[i] = 1;
      const term = label[i]!;
      this.frequency[term]!++;
      const outer = around[i]!;
      if (outer >= 0) {
        note('only_nested', term, labels[label[outer]!]!, start[i]!);
        continue;
      }
      this.#independent[term]!++;
      const words = cutInside(document, start[i]!, end[i]!);
      if (words !== undefined) note('cut', term, words.join('|'), start[i]!);
    }
    const all = document.blocks.filter(({ kind }) => kind !== 'furniture');
    let block = 0;
    for (let i = 0; i < start.length; i++) {
      if (isCounted[i] === 1) continue;
      while (all[block]!.end <= start[i]!) block++;
      note('never_seen', label[i]!, all[block]!.kind, start[i]!);
    }
    if (this.#anywhere !== undefined) {
      const free = this.#anywhere.run(document);
      const allowed = new Set(Array.from(start, (from, i) => `${from} ${end[i]} ${label[i]}`));
      for (const i of countedTerms(free, blocks)) {
        const from = free.terms.start[i]!;
        const to = free.terms.end[i]!;
        if (allowed.has(`${from} ${to} ${free.terms.label[i]}`)) continue;
        const words = wordsAcross(document.text, document.fineEnds, from, to);
        note('straddles_word', free.terms.label[i]!, words, from, () => inContext(document.text, from, to));
      }
    }
    this.sums.documents++;
    this.sums.occurrences += counted.length;
    for (const { firstToken, endToken } of blocks) this.sums.tokens += endToken - firstToken;
  }

  findings(): Finding[] {
    return this.#terms.flatMap(({ term, category }, id) => {
      const each = (finding: FindingName) =>
        this.#of(finding, id).map(
          ([detail, { count, example, document, line }]): Finding => ({
            finding,
            term,
            category,
            detail: example === '' ? detail : `${detail} ${example}`,
            count,
            document,
            line,
          }),
        );
      const one = (finding: FindingName, count: number): Finding => {
        const all = this.#of(finding, id);
        const detail = all.slice(0, mostNamed).map(([name, { count }]) => `${name} ${count}`);
        const { document, line } = all[0]?.[1] ?? nowhere;
        return { finding, term, category, detail: detail.join(', '), count, document, line };
      };
      const frequency = this.frequency[id]!;
      const straddles = each('straddles_word');
      if (frequency === 0) return straddles.length > 0 ? straddles : [one('never_seen', 0)];
      const nested = this.#independent[id] === 0 ? [one('only_nested', frequency)] : [];
      return [...nested, ...each('cut'), ...straddles];
    });
  }

  /** Details of a term, the commonest first. */
  #of(finding: FindingName, term: number): [string, Alike][] {
    const found = this.#alike.get(finding)?.[term] ?? new Map<string, Alike>();
    return [...found].sort(([a, first], [b, second]) => second.count - first.count || (a < b ? -1 : 1));
  }

  #noter(document: TaggedDocument) {
    let places: Places | undefined;
    return (finding: FindingName, term: number, detail: string, at: number, example?: () => string) => {
      let terms = this.#alike.get(finding);
      if (terms === undefined) {
        terms = this.#terms.map(() => new Map());
        this.#alike.set(finding, terms);
      }
      const alike = terms[term]!.get(detail);
      if (alike !== undefined) {
        alike.count++;
        return;
      }
      places ??= new Places(document);
      const line = places.line(rawSpan(document, at, at + 1).start);
      terms[term]!.set(detail, { count: 1, example: example?.() ?? '', document: document.id, line });
    };
  }
}

/** For each occurrence the index of the longer one that it lies inside, -1 where there is none. */
function enclosing({ terms: { start, end } }: TaggedDocument): Int32Array {
  const around = new Int32Array(start.length).fill(-1);
  // The first of those that reach furthest.
  let furthest = -1;
  for (let i = 0; i < start.length; i++) {
    if (furthest < 0 || end[i]! > end[furthest]!) furthest = i;
    else if (end[i]! < end[furthest]! || start[i]! > start[furthest]!) around[i] = furthest;
  }
  return around;
}

function inContext(text: string, start: number, end: number): string {
  const left = text.slice(Math.max(0, start - contextLength), start).replace(/^.*\n|^[\udc00-\udfff]/s, '');
  const right = text.slice(end, end + contextLength).replace(/\n.*$|[\ud800-\udbff]$/s, '');
  return `…${left}<${text.slice(start, end)}>${right}…`;
}
