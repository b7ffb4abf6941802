import type { BlockKind, DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { type BlockParts, documentParts, type Piece } from './document-parts.ts';
import { pageStarts } from './page-starts.ts';
import { teiHeader } from './tei-header.ts';
import { elementSpans, type PieceSpan, type TextSpan } from './tei-terms.ts';
import { xmlText } from './xml-text.ts';

interface Found extends TextSpan {
  readonly label: number;
}

/**
 * A document in TEI P5: divisions by the levels of headings, blocks, sentences, words and terms. The text of a block is the
 * text between its tags. Terms and mentions that are no whole words of a sentence stand apart (`standOff`).
 */
export function teiText(
  document: DescribedDocument,
  terms: readonly Term[],
  metadata: readonly string[],
  version: string,
): string {
  const blocks = documentParts(document);
  const pieces = blocks.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.pieces));
  const ends: number[] = [];
  for (const { sentences } of blocks)
    for (const sentence of sentences) ends.push((ends.at(-1) ?? 0) + sentence.pieces.length);
  const { inline, apart } = elementSpans(pieces, ends, spansOf(document.terms));
  const mentions = elementSpans(pieces, [pieces.length], spansOf(document.mentions));
  const noted = [...mentions.inline, ...mentions.apart].sort((a, b) => a.from - b.from || b.to - a.to);
  const named = new Set([...apart, ...noted].flatMap(({ from, to }) => [from, to - 1]));
  const words = new WordElements(inline, named, pageStarts(document), terms);
  const body = divisions(blocks, words);
  const groups = [
    ...spanGroup(document, 'term', apart, ({ label }) => ` ana="#t${label + 1}"`),
    ...document.mentions.labels.flatMap((name, label) =>
      spanGroup(
        document,
        name,
        noted.filter(({ span }) => span.label === label),
        () => '',
      ),
    ),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh">',
    teiHeader(document, terms, metadata, version),
    '<text>',
    '<body>',
    ...(body.length === 0 ? ['<p/>'] : body),
    '</body>',
    '</text>',
    ...(groups.length === 0 ? [] : ['<standOff>', ...groups, '</standOff>']),
    '</TEI>\n',
  ].join('\n');
}

function spansOf({ start, end, label }: DescribedDocument['terms']): Found[] {
  return Array.from(start, (from, i) => ({ start: from, end: end[i]!, label: label[i]! }));
}

function spanGroup(
  { text }: DescribedDocument,
  type: string,
  spans: readonly PieceSpan<Found>[],
  about: (span: Found) => string,
): string[] {
  if (spans.length === 0) return [];
  const lines = spans.map(
    ({ from, to, span }) =>
      `<span from="#w${from + 1}" to="#w${to}"${about(span)}>${xmlText(text.slice(span.start, span.end))}</span>`,
  );
  return [`<spanGrp type="${xmlText(type)}">`, ...lines, '</spanGrp>'];
}

/** Blocks within the divisions that headings open; a division ends at the next heading of its level or above. */
function divisions(blocks: readonly BlockParts[], words: WordElements): string[] {
  const out: string[] = [];
  const open: number[] = [];
  let isAtHead = true;
  let isInList = false;
  for (const parts of blocks) {
    const { kind, level } = parts.block;
    if (parts.sentences.length === 0) continue;
    if (isInList && kind !== 'list') out.push('</list>');
    if (kind === 'title' || kind === 'heading') {
      // A title in two lines, and one before all else, is the head of the division that is open.
      const isGoingOn = isAtHead && level === (open.at(-1) ?? 0);
      if (!isGoingOn) {
        for (; open.length > 0 && open.at(-1)! >= level; open.pop()) out.push('</div>');
        out.push(`<div type="${kind === 'title' ? 'part' : `level${level}`}">`);
        open.push(level);
      }
      out.push(`<head>${words.block(parts)}</head>`);
      isAtHead = true;
    } else {
      if (kind === 'list' && !isInList) out.push('<list>');
      const [start, end] = tags[kind] ?? [`<ab type="${kind}">`, '</ab>'];
      out.push(`${start}${words.block(parts)}${end}`);
      isAtHead = false;
    }
    isInList = kind === 'list';
  }
  if (isInList) out.push('</list>');
  return [...out, ...open.map(() => '</div>')];
}

const tags: Readonly<Partial<Record<BlockKind, readonly [string, string]>>> = {
  paragraph: ['<p>', '</p>'],
  list: ['<item>', '</item>'],
  note: ['<note>', '</note>'],
};

/** Writes words in their order, with the terms around them and the pages that begin before them. */
class WordElements {
  readonly #opens = new Map<number, string>();
  readonly #closes = new Map<number, string>();
  readonly #named: ReadonlySet<number>;
  readonly #pages: readonly { readonly at: number; readonly page: number }[];
  #page = 0;
  #at = 0;

  constructor(
    inline: readonly PieceSpan<Found>[],
    named: ReadonlySet<number>,
    pages: readonly { readonly at: number; readonly page: number }[],
    terms: readonly Term[],
  ) {
    this.#named = named;
    this.#pages = pages;
    for (const { from, to, span } of inline) {
      const start = `<term ref="#t${span.label + 1}" key="${xmlText(terms[span.label]!.term)}">`;
      this.#opens.set(from, (this.#opens.get(from) ?? '') + start);
      this.#closes.set(to, `${this.#closes.get(to) ?? ''}</term>`);
    }
  }

  block({ before, sentences }: BlockParts): string {
    const last = sentences.at(-1)?.pieces.at(-1);
    return (
      xmlText(before) +
      sentences
        .map(
          ({ number, pieces }) =>
            `<s n="${number}">${pieces.map((piece) => this.#piece(piece, piece === last)).join('')}</s>`,
        )
        .join('')
    );
  }

  #piece(piece: Piece, isLast: boolean): string {
    const { end, form, lemma, kind, tag, universal, space } = piece;
    let pages = '';
    for (; this.#page < this.#pages.length && this.#pages[this.#page]!.at < end; this.#page++) {
      pages += `<pb n="${this.#pages[this.#page]!.page}"/>`;
    }
    const open = this.#opens.get(this.#at) ?? '';
    const id = this.#named.has(this.#at) ? ` xml:id="w${this.#at + 1}"` : '';
    this.#at++;
    const close = this.#closes.get(this.#at) ?? '';
    if (kind === 'citation')
      return `${pages}${open}<ref type="citation"${id}>${xmlText(form)}</ref>${close}${xmlText(space)}`;
    const attributes =
      id +
      (tag === '' ? '' : ` pos="${xmlText(tag)}"`) +
      ` msd="UPOS=${universal}"` +
      (lemma === form ? '' : ` lemma="${xmlText(lemma)}"`) +
      (space === '' && !isLast ? ' join="right"' : '');
    const name = kind === 'word' ? 'w' : 'pc';
    return `${pages}${open}<${name}${attributes}>${xmlText(form)}</${name}>${close}${xmlText(space)}`;
  }
}
