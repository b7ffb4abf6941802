import type { DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { CodePointIndex } from '../text/code-point-index.ts';
import { documentParts, type Piece, type SentenceParts } from './document-parts.ts';
import { documentTerms, type TermOccurrence } from './document-terms.ts';

/** A word as CoNLL-U has it: a piece, or a part of one that holds white space. */
interface Line extends Piece {
  readonly part: string;
}

const breaks = /\p{White_Space}/u;
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A document in CoNLL-U, format 2 (universaldependencies.org/format), without syntax. */
export function conlluText(document: DescribedDocument, terms: readonly Term[]): string {
  const points = new CodePointIndex(document.text);
  const outer = documentTerms(document, terms).filter(({ isNested }) => !isNested);
  const words = new SentenceLines(points, outer);
  const out = [`# newdoc id = ${comment(document.id)}`];
  for (const { number, block, before, sentences } of documentParts(document)) {
    sentences.forEach((sentence, i) => {
      if (i === 0) out.push(`# newpar id = b${number}`, `# block_kind = ${block.kind}`);
      out.push(...words.lines(sentence, i === 0 ? before : ''));
    });
  }
  // A document without a sentence is an empty file: comments alone are none.
  return out.length === 1 ? '' : `${out.join('\n')}\n`;
}

class SentenceLines {
  readonly #points: CodePointIndex;
  readonly #terms: readonly TermOccurrence[];
  #term = 0;

  constructor(points: CodePointIndex, terms: readonly TermOccurrence[]) {
    this.#points = points;
    this.#terms = terms;
  }

  lines({ number, pieces }: SentenceParts, before: string): string[] {
    const lines = normalised(pieces.flatMap(parts));
    const text = lines.map(({ form, space }, i) => form + (space !== '' && i + 1 < lines.length ? ' ' : '')).join('');
    return [
      `# sent_id = s${number}`,
      `# text = ${text}`,
      ...lines.map((line, i) => this.#line(line, i, i === 0 ? before : '', i + 1 === lines.length)),
      '',
    ];
  }

  #line(line: Line, i: number, before: string, isLast: boolean): string {
    const { form, lemma, kind, tag, universal, part } = line;
    const misc = [
      ...this.#termOf(line),
      ...(kind === 'citation' ? ['Citation=Yes'] : []),
      ...(part === '' ? [] : [`Part=${part}`]),
      // Chinese treebanks mark every word so, that at the end of a sentence too.
      ...(line.space === '' || isLast ? ['SpaceAfter=No'] : []),
      ...(before === '' ? [] : [`SpacesBefore=${escaped(before)}`]),
      ...(line.space === '' || (line.space === ' ' && !isLast) ? [] : [`SpacesAfter=${escaped(line.space)}`]),
      `start_char=${this.#points.toCodePoints(line.start)}`,
      `end_char=${this.#points.toCodePoints(line.end)}`,
    ];
    return [i + 1, form, lemma, universal, tag === '' ? '_' : tag, '_', '_', '_', '_', misc.join('|')].join('\t');
  }

  /** The term over a word: the first that reaches into it. */
  #termOf({ start, end }: Line): string[] {
    while (this.#term < this.#terms.length && this.#terms[this.#term]!.end <= start) this.#term++;
    const found = this.#terms[this.#term];
    if (found === undefined || found.start >= end) return [];
    return [
      `Term=${escaped(found.term)}`,
      ...(found.category === '' ? [] : [`TermCategory=${escaped(found.category)}`]),
      `TermId=${found.number}`,
      `TermPlace=${found.start >= start ? 'B' : 'I'}`,
    ];
  }
}

/** The lines of a piece: its parts between white space, with which no word may stand here. */
function parts(piece: Piece): Line[] {
  if (!breaks.test(piece.form)) return [{ ...piece, form: clean(piece.form), lemma: clean(piece.lemma), part: '' }];
  const found = [...piece.form.matchAll(/\P{White_Space}+/gu)];
  return found.map((match, i) => {
    const start = piece.start + match.index;
    const end = start + match[0].length;
    const next = found[i + 1];
    const space = next === undefined ? piece.space : piece.form.slice(end - piece.start, next.index);
    const form = clean(match[0]);
    return { ...piece, start, end, form, lemma: form, space, part: `${i + 1}/${found.length}` };
  });
}

/** Lines in NFC, which CoNLL-U demands; neighbours that only together are in it become one line. */
function normalised(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const form = line.form.normalize('NFC');
    const last = out.at(-1);
    if (last !== undefined && last.space === '' && (last.form + form).normalize('NFC') !== last.form + form) {
      const joined = (last.form + form).normalize('NFC');
      out[out.length - 1] = { ...last, end: line.end, form: joined, lemma: joined, space: line.space };
    } else out.push({ ...line, form, lemma: line.lemma.normalize('NFC') });
  }
  return out;
}

/** What no line of text can hold becomes U+FFFD. */
function clean(text: string): string {
  return text.replace(control, '\ufffd').replace(loneSurrogate, '\ufffd');
}

function comment(text: string): string {
  return clean(text.replace(/\p{White_Space}+/gu, ' ')).normalize('NFC');
}

const escapes: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '|': '\\p',
  '\\': '\\\\',
};

/** A value of MISC, with the escapes of UDPipe; other white space as `\u` and four digits. */
function escaped(value: string): string {
  const plain = clean(value.normalize('NFC'));
  return plain.replace(
    /[\p{White_Space}|\\]/gu,
    (sign) => escapes[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
