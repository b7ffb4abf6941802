import type { SegmentedDocument, TaggedDocument } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Stage } from '../model/stage.ts';
import type { Term } from '../model/term.ts';
import { toSource } from '../text/offset-map.ts';
import { findMentions } from './mentions.ts';
import { type FormIndex, indexForms } from './term-forms.ts';
import { TermMatcher } from './term-matcher.ts';
import { isWhole, wordsAcross } from './word-boundaries.ts';

/** Where a term counts, and in what letters. */
export interface TagSettings {
  /** `word`: an occurrence begins and ends where words of the fine reading do; `any`: anywhere. */
  readonly boundary: 'word' | 'any';
  /** Whether Latin letters match in either case: off, because WHO and who, IT and it are different words. */
  readonly ignoreCase: boolean;
}

/** Refused occurrences of one term in one document that are told one by one; of the others only the number is. */
const toldOneByOne = 20;
/** UTF-16 units of context on each side of a refused occurrence. */
const contextLength = 8;

/**
 * Finds the listed terms, and what else is mentioned (see `findMentions`). `normalise` is what the pipeline does to the
 * text of a document: the listed forms get the same.
 */
export function createTag(
  terms: readonly Term[],
  settings: TagSettings,
  normalise?: (form: string) => string,
): Stage<SegmentedDocument, TaggedDocument> {
  const forms = indexForms(terms, settings.ignoreCase, normalise);
  const matcher = new TermMatcher(forms.forms, settings.ignoreCase);
  const labels = terms.map(({ term }) => term);
  return {
    name: 'tag',
    settings: { ...settings },
    run(document) {
      const { start, end, term, refused } = findTerms(document, forms, matcher, terms.length, settings.boundary);
      return {
        ...document,
        terms: {
          start: new Uint32Array(start),
          end: new Uint32Array(end),
          label: new Uint32Array(term),
          labels,
        },
        nested: nestedOf(start, end),
        mentions: findMentions(document.text),
        messages: [...document.messages, ...straddles(document, refused, labels)],
      };
    },
  };
}

/** Occurrences as columns, sorted by start, then longest first, then by index of the term. */
interface Occurrences {
  readonly start: number[];
  readonly end: number[];
  readonly term: number[];
}

function findTerms(
  document: SegmentedDocument,
  forms: FormIndex,
  matcher: TermMatcher,
  termCount: number,
  boundary: TagSettings['boundary'],
): Occurrences & { refused: Occurrences } {
  const matches = matcher.find(document.text, document.citations);
  const found: Occurrences = { start: [], end: [], term: [] };
  const refused: Occurrences = { start: [], end: [], term: [] };
  /** For each term the end of its last occurrence, and the furthest end of what it is not meant in. */
  const lastEnd = new Uint32Array(termCount);
  const excludedTo = new Uint32Array(termCount);
  const { fineEnds } = document;
  let next = 0;
  for (let m = 0; m < matches.length; m++) {
    const form = matches.form[m]!;
    const start = matches.start[m]!;
    const end = matches.end[m]!;
    const excluded = forms.excludes[form]!;
    for (let x = 0; x < excluded.length; x++) excludedTo[excluded[x]!] = Math.max(excludedTo[excluded[x]!]!, end);
    let isWord: boolean | undefined = boundary === 'any' ? true : undefined;
    const listed = forms.terms[form]!;
    for (let t = 0; t < listed.length; t++) {
      const term = listed[t]!;
      // Matches come by start, then longest first: what ends no earlier holds this one; and of the forms of one term
      // that overlap, the first, and of those the longest, is the occurrence.
      if (excludedTo[term]! >= end || lastEnd[term]! > start) continue;
      if (isWord === undefined) {
        while (fineEnds[next]! < start) next++;
        isWord = isWhole(document, start, end, next);
      }
      const { start: starts, end: ends, term: labels } = isWord ? found : refused;
      starts.push(start);
      ends.push(end);
      labels.push(term);
      if (isWord) lastEnd[term] = end;
    }
  }
  return { ...found, refused };
}

/** 1 for each occurrence that lies inside a longer one. */
function nestedOf(start: readonly number[], end: readonly number[]): Uint8Array {
  const nested = new Uint8Array(start.length);
  // The furthest end so far, and the first start with that end.
  let reach = 0;
  let reachStart = 0;
  for (let i = 0; i < start.length; i++) {
    if (end[i]! > reach) {
      reach = end[i]!;
      reachStart = start[i]!;
    } else if (end[i]! < reach || start[i]! > reachStart) {
      nested[i] = 1;
    }
  }
  return nested;
}

function straddles(document: SegmentedDocument, refused: Occurrences, labels: readonly string[]): Message[] {
  const messages: Message[] = [];
  const countOf = new Map<number, number>();
  for (let i = 0; i < refused.start.length; i++) {
    const term = refused.term[i]!;
    const count = (countOf.get(term) ?? 0) + 1;
    countOf.set(term, count);
    if (count > toldOneByOne) continue;
    const start = refused.start[i]!;
    const end = refused.end[i]!;
    const { text } = document;
    messages.push({
      severity: 'info',
      rule: 'tag/straddles-word',
      values: {
        term: labels[term]!,
        word: wordsAcross(text, document.fineEnds, start, end),
        left: text.slice(Math.max(0, start - contextLength), start).replace(/^.*\n|^[\udc00-\udfff]/s, ''),
        match: text.slice(start, end),
        right: text.slice(end, end + contextLength).replace(/\n.*$|[\ud800-\udbff]$/s, ''),
      },
      span: toSource(document.map, { start, end }),
    });
  }
  for (const [term, count] of countOf) {
    if (count <= toldOneByOne) continue;
    const values = { term: labels[term]!, count: count - toldOneByOne };
    messages.push({ severity: 'info', rule: 'tag/straddles-word-more', values });
  }
  return messages;
}
