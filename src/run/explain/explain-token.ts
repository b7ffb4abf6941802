import type { BlockKind, TaggedDocument } from '../../model/document.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Term } from '../../model/term.ts';
import { codePoints } from '../../text/characters.ts';
import { countBelow } from '../../text/count-below.ts';
import { toSource } from '../../text/offset-map.ts';
import { type Box, Boxes } from '../result/boxes.ts';
import { DocumentIndex } from '../result/document-index.ts';
import { Places } from '../result/places.ts';
import { type Language, say } from '../wording/wording.ts';

/** What stands at an offset of a repaired text. Offsets are code points, as in the tables. */
export interface ExplainedToken {
  readonly document: string;
  readonly offset: number;
  /** null where a mark or white space stands there. */
  readonly token: {
    readonly text: string;
    readonly form: string;
    readonly tag: string;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly terms: readonly {
    readonly term: string;
    readonly category: string;
    readonly layer: 'outer' | 'nested';
    readonly start: number;
    readonly end: number;
  }[];
  readonly sentence: { readonly number: number; readonly text: string } | null;
  readonly block: {
    readonly number: number;
    readonly kind: BlockKind;
    readonly level: number;
    readonly page: number | null;
    readonly box: Box | null;
  } | null;
  /** The slice of the source that the token, or the character, came from, and the lines that it lies on. */
  readonly source: {
    readonly raw_start: number;
    readonly raw_end: number;
    readonly page: number | null;
    /** On the first of the lines; null where the source does not say where its text stands. */
    readonly box: Box | null;
    readonly text: string;
    readonly lines: readonly { readonly line: number; readonly text: string }[];
  };
}

/** Explains the place at a code point offset of the text. Throws `input/no-offset` where it lies outside. */
export function explainToken(document: TaggedDocument, terms: readonly Term[], offset: number): ExplainedToken {
  const { text, tokens, sentences } = document;
  const places = new Places(document);
  const index = new DocumentIndex(document);
  const characters = codePoints(text);
  if (offset >= characters) throw new CorpusError('input/no-offset', document.id, { offset, characters });
  const at = places.text.toUnits(offset);
  const units = (start: number, end: number) => ({
    start: places.text.toCodePoints(start),
    end: places.text.toCodePoints(end),
  });

  const i = countBelow(tokens.start, at + 1) - 1;
  const inToken = i >= 0 && at < tokens.end[i]!;
  const span = inToken
    ? { start: tokens.start[i]!, end: tokens.end[i]! }
    : { start: at, end: places.text.toUnits(offset + 1) };
  const type = inToken ? tokens.type[i]! : 0;

  const found: ExplainedToken['terms'][number][] = [];
  for (let t = 0; t < document.terms.start.length && document.terms.start[t]! <= at; t++) {
    if (document.terms.end[t]! <= at) continue;
    const { term, category } = terms[document.terms.label[t]!]!;
    const layer = document.nested[t] === 1 ? 'nested' : 'outer';
    found.push({ term, category, layer, ...units(document.terms.start[t]!, document.terms.end[t]!) });
  }

  const sentence = index.sentence(at);
  const inSentence = sentence > 0 && at < sentences.end[sentence - 1]!;
  const number = index.block(at);
  const block = document.blocks[number - 1];
  const raw = toSource(document.map, span);
  const boxes = new Boxes(document);
  return {
    document: document.id,
    offset,
    token: inToken
      ? {
          text: text.slice(span.start, span.end),
          form: tokens.types[type]!,
          tag: tokens.tags[tokens.tag[type]!]!,
          ...units(span.start, span.end),
        }
      : null,
    terms: found,
    sentence: inSentence
      ? { number: sentence, text: text.slice(sentences.start[sentence - 1], sentences.end[sentence - 1]) }
      : null,
    block:
      block === undefined
        ? null
        : {
            number,
            kind: block.kind,
            level: block.level,
            page: places.page(block.rawStart),
            box: boxes.ofBlock(block),
          },
    source: {
      raw_start: places.raw.toCodePoints(raw.start),
      raw_end: places.raw.toCodePoints(raw.end),
      page: places.page(raw.start),
      box: boxes.ofSpan(raw.start, raw.end),
      text: document.raw.slice(raw.start, raw.end),
      lines: sourceLines(document.raw, places, raw.start, raw.end),
    },
  };
}

function sourceLines(raw: string, places: Places, start: number, end: number): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  for (let line = places.line(start); line <= places.line(Math.max(start, end - 1)); line++) {
    const span = places.lineSpan(line, raw.length);
    lines.push({ line, text: raw.slice(span.start, span.end).replace(/[\r\n\f\u0085\u2028\u2029]+$/, '') });
  }
  return lines;
}

/** The explanation as lines for a terminal. */
export function showToken(explained: ExplainedToken, language: Language): string {
  const { token, terms, sentence, block, source } = explained;
  const tell = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    say(language, `explain/${key}`, values);
  const lines = [tell('place', { document: explained.document, offset: explained.offset })];
  if (token === null) lines.push(tell('no-token', { text: source.text }));
  else lines.push(tell('token', { ...token, tag: token.tag === '' ? '-' : token.tag }));
  for (const term of terms) lines.push(tell(`term-${term.layer}`, { ...term }));
  if (sentence !== null) lines.push(tell('sentence', { ...sentence }));
  if (block !== null) lines.push(tell('block', { number: block.number, kind: block.kind, level: block.level }));
  const where = { start: source.raw_start, end: source.raw_end, page: source.page ?? '' };
  lines.push(tell(source.page === null ? 'source' : 'source-page', where));
  for (const { line, text } of source.lines) lines.push(`${String(line).padStart(7)}  ${text}`);
  const [first] = source.lines;
  if (source.box !== null && first !== undefined)
    lines.push(tell('box', { ...source.box, page: source.page ?? '', line: first.line }));
  return `${lines.join('\n')}\n`;
}
