import type { Block, DescribedDocument } from '../model/document.ts';
import { universalOf, universalTag } from '../model/universal-tags.ts';
import { isSpace } from '../text/characters.ts';

/** A word, a mark or a citation mark of a text; offsets are UTF-16 units of the text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly form: string;
  /** Without citation marks inside it. */
  readonly lemma: string;
  readonly kind: 'word' | 'mark' | 'citation';
  /** Part of speech in the lexicon; empty where none is known, w for marks. */
  readonly tag: string;
  /** Universal part of speech; SYM for citation marks. */
  readonly universal: string;
  /** White space after it, up to the next piece of its block. */
  readonly space: string;
}

export interface SentenceParts {
  /** 1-based number in the document. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** A block of the text: `before`, then form and space of each piece, are its text. */
export interface BlockParts {
  /** 1-based number in the document. */
  readonly number: number;
  readonly block: Block;
  /** White space before the first piece. */
  readonly before: string;
  readonly sentences: readonly SentenceParts[];
}

// ICTCLAS and jieba give all punctuation the tag w or x; w is the class of ICTCLAS that holds nothing else.
const markTag = 'w';
/** What belongs to the sign before it: combining marks, joiners and selectors of variants. */
const attached = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f])/u;
/** Marks that are one where they are repeated: …… and ——. */
const repeated = new Set([...'…—─－-.·~～!！?？_*=']);

/** The text of a document in pieces, block by block and sentence by sentence; nothing of it is lost. */
export function documentParts(document: DescribedDocument): BlockParts[] {
  const { sentences } = document;
  const pieces = new PieceReader(document);
  let sentence = 0;
  return document.blocks.flatMap((block, i) => {
    if (block.kind === 'furniture') return [];
    const { before, found } = pieces.block(block);
    const parts: { number: number; pieces: Piece[] }[] = [];
    for (const piece of found) {
      while (sentence + 1 < sentences.start.length && sentences.start[sentence + 1]! <= piece.start) sentence++;
      if (parts.at(-1)?.number !== sentence + 1) parts.push({ number: sentence + 1, pieces: [] });
      parts.at(-1)!.pieces.push(piece);
    }
    return [{ number: i + 1, block, before, sentences: parts }];
  });
}

/** Reads the pieces of one block after another. */
class PieceReader {
  readonly #document: DescribedDocument;
  #token = 0;
  #citation = 0;

  constructor(document: DescribedDocument) {
    this.#document = document;
  }

  block({ start, end }: Block): { before: string; found: Piece[] } {
    const { text, tokens } = this.#document;
    const { types, type, tags, tag } = tokens;
    const found: Omit<Piece, 'space'>[] = [];
    let at = start;
    while (at < end) {
      while (this.#token < tokens.start.length && tokens.start[this.#token]! < at) this.#token++;
      const from = Math.min(tokens.start[this.#token] ?? end, end);
      while (at < from) {
        if (isSpace(text.charCodeAt(at))) at++;
        else {
          const mark = this.#mark(at, from);
          found.push(mark);
          at = mark.end;
        }
      }
      if (at >= end) break;
      const to = tokens.end[this.#token]!;
      const index = type[this.#token]!;
      const form = text.slice(at, to);
      found.push({
        start: at,
        end: to,
        form,
        lemma: types[index]!,
        kind: 'word',
        tag: tags[tag[index]!] ?? '',
        universal: universalOf(tokens, index),
      });
      at = to;
    }
    const before = text.slice(start, found[0]?.start ?? end);
    return {
      before,
      found: found.map((piece, i) => ({ ...piece, space: text.slice(piece.end, found[i + 1]?.start ?? end) })),
    };
  }

  /** The citation mark or the sign that begins at an offset, no further than `limit`. */
  #mark(at: number, limit: number): Omit<Piece, 'space'> {
    const { text, citations } = this.#document;
    while (this.#citation < citations.end.length && citations.end[this.#citation]! <= at) this.#citation++;
    const from = citations.start[this.#citation] ?? limit;
    if (from <= at) {
      const end = Math.min(citations.end[this.#citation]!, limit);
      const form = text.slice(at, end);
      return { start: at, end, form, lemma: form, kind: 'citation', tag: markTag, universal: 'SYM' };
    }
    const stop = Math.min(from, limit);
    const sign = String.fromCodePoint(text.codePointAt(at)!);
    let end = Math.min(at + sign.length, stop);
    while (end < stop) {
      const next = String.fromCodePoint(text.codePointAt(end)!);
      if (!(attached.test(next) || (next === sign && repeated.has(sign)))) break;
      end += next.length;
    }
    const form = text.slice(at, end);
    return { start: at, end, form, lemma: form, kind: 'mark', tag: markTag, universal: universalTag(markTag, form) };
  }
}
