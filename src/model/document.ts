import type { OffsetMap } from '../text/offset-map.ts';
import type { BlockPlace, Description } from './description.ts';
import type { Layer } from './layer.ts';
import type { Message } from './message.ts';
import type { PageLayout } from './page-layout.ts';
import type { Tokens } from './tokens.ts';

export const blockKinds = [
  'title',
  'heading',
  'paragraph',
  'list',
  'table',
  'caption',
  'note',
  'reference',
  'contents',
  'furniture',
] as const;

/** What a block is. */
export type BlockKind = (typeof blockKinds)[number];

/**
 * A repaired block. `start` and `end` are UTF-16 units of the text, `rawStart` and `rawEnd` of the raw text. Furniture is
 * not in the text: its `start` equals its `end`, and its own text is the raw slice.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Depth of a title (0) or heading (1 …); 0 for other kinds. */
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly rawStart: number;
  readonly rawEnd: number;
  /** 1-based page; undefined where the source has no pages. */
  readonly page: number | undefined;
  /** 1-based line of the source where the block starts. */
  readonly line: number;
}

/** What was decided at one line break of the source. */
export interface BreakDecision {
  /** 1-based number of the line before the break. */
  readonly line: number;
  /** Place of the break in the raw text (the end of that line). */
  readonly offset: number;
  /** Whether the break was the page's (the lines are joined) or the author's. */
  readonly join: boolean;
  /** The piece of evidence that weighed most, such as `repair/full-line`. */
  readonly rule: string;
  /** Probability that the decision is right, 0.5 to 1. */
  readonly confidence: number;
}

/** What the format of a document (Word, a web page) says of the line of `raw` that begins at `start`. */
export interface SourceMark {
  readonly start: number;
  readonly kind: BlockKind;
  /** Depth of a heading, 1 …; 0 for other kinds. */
  readonly level: number;
}

/** A document as it was read: `raw` is decoded, and never changed by a later stage. */
export interface RawDocument {
  /** Path under the input root, with `/`. */
  readonly id: string;
  readonly meta: Readonly<Record<string, string>>;
  /**
   * `text`, `markdown`, `pdf`, `docx`, `doc`, `odt`, `rtf`, `mht`, `ofd` or `html`, whatever the name of the file says; of a
   * row the format of its table.
   */
  readonly format: string;
  /** Empty where the format is no text. */
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly raw: string;
  /** What the file says of itself, such as its title; absent where it says nothing. */
  readonly own?: Readonly<Record<string, string>>;
  /** Of lines that are no plain text, in their order; absent where the format has no marks. */
  readonly marks?: readonly SourceMark[];
  /** Absent where the format does not say where its text stands on a page. */
  readonly layout?: PageLayout;
  readonly messages: readonly Message[];
}

/** A document with repaired (and, after `normalise`, normalised) text: one block a line, furniture left out. */
export interface CleanDocument extends RawDocument {
  readonly text: string;
  /** Between raw and text: the composition of all rewrites. */
  readonly map: OffsetMap;
  readonly blocks: readonly Block[];
  /** Stretches of the raw text that are in no block, with the reason as label. */
  readonly removed: Layer;
  /** Citation marks in the text: `[12]`, ① after a word, superscript digits. */
  readonly citations: Layer;
  readonly decisions: readonly BreakDecision[];
}

export interface SegmentedDocument extends CleanDocument {
  /** Sentences of the text; they cover every block but for the white space around it. */
  readonly sentences: Layer;
  readonly tokens: Tokens;
  /**
   * All offsets of the text where a term may begin or end, rising and distinct: the start and end of each block; both
   * ends of each token and the ends inside it of the fine reading; each unit's edges in what is between tokens, so that a
   * mark or a space (“两弹一星”) parts a term from nothing. Beside a citation mark an offset is there on both sides of
   * the mark or on neither: in 举国[3]体制 both 2 and 5 are.
   */
  readonly fineEnds: Uint32Array;
}

export interface TaggedDocument extends SegmentedDocument {
  /** Occurrences of listed terms; a label is the index of the entry in the run's term list. */
  readonly terms: Layer;
  /** One element an occurrence: 1 where it lies inside a longer listed term. */
  readonly nested: Uint8Array;
  /** 《titles》, document numbers such as 国发〔2015〕12号, and dates. Labels: title, document_number, date. */
  readonly mentions: Layer;
}

export interface DescribedDocument extends TaggedDocument {
  readonly description: Description;
  /** One a block; empty where no block has a place. */
  readonly places: readonly BlockPlace[];
}
