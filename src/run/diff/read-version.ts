import { paragraphBreak, type VersionUnit } from '../../compare/diff/version-unit.ts';
import { readNumber } from '../../describe/read-number.ts';
import type { Block, DescribedDocument, SegmentedDocument } from '../../model/document.ts';
import { countBelow } from '../../text/count-below.ts';
import type { Span } from '../../text/offset-map.ts';

/** A unit of a version with its places. Offsets are UTF-16 units of the text. */
export interface PlacedUnit extends VersionUnit {
  /** As in blocks.csv, of an article without what is inside it; empty where it has no place. */
  readonly path: string;
  /** Article, heading or paragraph: what it is counted as. */
  readonly kind: 'article' | 'heading' | 'paragraph';
  readonly blocks: readonly Block[];
  /** Of each piece; of a break between paragraphs the place before it. */
  readonly spans: readonly Span[];
}

const article = /^(.*?第[^/]+?[条條](?:之[^/]+)?)(?:\/|$)/;
/** A contents list says nothing that the headings do not say, and furniture is no text. */
const leftOut = new Set(['furniture', 'contents']);
const white = /\s/;
/** Two of these side by side without a space would be one word. */
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;

/** The articles of a document with all their paragraphs, and what stands outside them block by block. */
export function readVersion(document: DescribedDocument): PlacedUnit[] {
  const units: { path: string; isArticle: boolean; blocks: Block[] }[] = [];
  document.blocks.forEach((block, i) => {
    if (leftOut.has(block.kind) || document.text.slice(block.start, block.end).trim() === '') return;
    const path = document.places[i]?.path ?? '';
    const own = article.exec(path)?.[1];
    const open = units.findLast((unit) => unit.isArticle);
    if (own !== undefined && open?.path === own) open.blocks.push(block);
    else units.push({ path: own ?? path, isArticle: own !== undefined, blocks: [block] });
  });
  const walk = new PieceWalk(document);
  return units.map(({ path, isArticle, blocks }) => {
    const [first] = blocks as [Block];
    const kind = isArticle ? 'article' : first.kind === 'title' || first.kind === 'heading' ? 'heading' : 'paragraph';
    return { path, kind, blocks, isHeading: kind === 'heading', ...walk.unit(blocks) };
  });
}

/** Takes a piece: from where to where, whether a word ends with it, and whether it goes on after it. */
type Add = (start: number, end: number, word: 0 | 1, more: 0 | 1) => void;

/** Cuts the blocks of a document into pieces. */
class PieceWalk {
  readonly #document: SegmentedDocument;

  constructor(document: SegmentedDocument) {
    this.#document = document;
  }

  unit(blocks: readonly Block[]): Omit<VersionUnit, 'isHeading'> & { spans: Span[] } {
    const { text } = this.#document;
    const pieces: string[] = [];
    const spans: Span[] = [];
    const isWord: number[] = [];
    const goesOn: number[] = [];
    const add: Add = (start, end, word, more) => {
      pieces.push(text.slice(start, end));
      spans.push({ start, end });
      isWord.push(word);
      goesOn.push(more);
    };
    let number = '';
    blocks.forEach(({ start, end }, i) => {
      let from = start;
      if (i === 0) {
        while (from < end && white.test(text[from]!)) from++;
        const own = readNumber(text.slice(from, Math.min(end, from + 40)));
        number = own?.label ?? '';
        from += own?.length ?? 0;
      } else {
        pieces.push(paragraphBreak);
        spans.push({ start, end: start });
        isWord.push(0);
        goesOn.push(0);
      }
      this.#pieces(from, end, add);
    });
    return { number, pieces, spans, isWord: Uint8Array.from(isWord), goesOn: Uint8Array.from(goesOn) };
  }

  #pieces(from: number, end: number, add: Add): void {
    const { text, tokens, fineEnds } = this.#document;
    let at = from;
    let token = countBelow(tokens.start, from);
    while (at < end) {
      const start = token < tokens.start.length ? Math.min(tokens.start[token]!, end) : end;
      while (at < start) {
        const to = at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
        if (!white.test(text[at]!)) add(at, to, 0, 0);
        else if (at > from && latin.test(text[at - 1]!) && latin.test(text[to] ?? '')) add(at, to, 0, 0);
        at = to;
      }
      if (at >= end) return;
      const stop = Math.min(tokens.end[token]!, end);
      // By the parts of the fine reading: what is one word in one version may be two in the other.
      for (let fine = countBelow(fineEnds, at + 1); fine < fineEnds.length && fineEnds[fine]! < stop; fine++) {
        add(at, fineEnds[fine]!, 0, 1);
        at = fineEnds[fine]!;
      }
      add(at, stop, 1, 0);
      at = stop;
      token++;
    }
  }
}
