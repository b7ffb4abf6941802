import type { CountedBlock } from '../../count/counted-blocks.ts';
import type { TaggedDocument } from '../../model/document.ts';
import { isSpace } from '../../text/characters.ts';
import type { Region } from './query-syntax.ts';

/** The part of speech of a mark: w, as in the tag set of Peking University. */
const markTag = 'w';

/**
 * The tokens of a text as a query sees them: the words and, between them, the marks, each run of one mark a token
 * (……). White space and citation marks are none. Columns of one length; offsets in UTF-16 units of the text.
 */
export interface TextUnits {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index into `forms` and `tags`. */
  readonly type: Uint32Array;
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  /** For each token a number of the region that it lies in, rising. */
  readonly region: Readonly<Record<Region, Uint32Array>>;
}

/** The tokens of the counted blocks of a document. */
export function textUnits(document: TaggedDocument, blocks: readonly CountedBlock[]): TextUnits {
  const { text, tokens, citations, sentences } = document;
  const forms = [...tokens.types];
  const tags = tokens.types.map((_, type) => tokens.tags[tokens.tag[type]!]!);
  const start: number[] = [];
  const end: number[] = [];
  const type: number[] = [];
  const paragraph: number[] = [];
  const marks = new Map<string, number>();
  let citation = 0;
  const markType = (mark: string) => {
    let found = marks.get(mark);
    if (found === undefined) {
      found = forms.push(mark) - 1;
      tags.push(markTag);
      marks.set(mark, found);
    }
    return found;
  };
  const addMarks = (from: number, to: number, block: number) => {
    let at = from;
    while (at < to) {
      while (citation < citations.start.length && citations.end[citation]! <= at) citation++;
      if (citation < citations.start.length && citations.start[citation]! <= at) {
        at = citations.end[citation]!;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (isSpace(unit)) {
        at++;
        continue;
      }
      const mark = String.fromCodePoint(text.codePointAt(at)!);
      let after = at + mark.length;
      while (after < to && text.startsWith(mark, after)) after += mark.length;
      start.push(at);
      end.push(after);
      type.push(markType(text.slice(at, after)));
      paragraph.push(block);
      at = after;
    }
  };
  for (const [number, block] of blocks.entries()) {
    let at = block.start;
    for (let i = block.firstToken; i < block.endToken; i++) {
      addMarks(at, tokens.start[i]!, number);
      at = tokens.end[i]!;
      start.push(tokens.start[i]!);
      end.push(at);
      type.push(tokens.type[i]!);
      paragraph.push(number);
    }
    addMarks(at, block.end, number);
  }
  const sentence = new Uint32Array(start.length);
  let s = 0;
  for (let i = 0; i < start.length; i++) {
    while (s < sentences.end.length && sentences.end[s]! <= start[i]!) s++;
    sentence[i] = s;
  }
  return {
    length: start.length,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    type: Uint32Array.from(type),
    forms,
    tags,
    region: { s: sentence, p: Uint32Array.from(paragraph), text: new Uint32Array(start.length) },
  };
}
