import { countedBlocks, countedTerms } from '../count/counted-blocks.ts';
import type { BlockKind, TaggedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import type { Cell } from '../model/table.ts';
import type { Term } from '../model/term.ts';
import { createDocumentCounter } from './document-counter.ts';
import type { DocumentUnits, Occurrences } from './document-units.ts';
import { type PairReport, type PairRowSettings, pairRows } from './pair-rows.ts';
import { type CooccurrenceSettings, type CooccurrenceTotal, emptyTotal, mergeTotals } from './units.ts';

/** Where an occurrence touches no word at all: behind every window. */
const noWord = 0xffffffff;

/**
 * Counts pairs of listed terms in sentences, paragraphs, documents and windows. A term under several categories is one
 * term here. Use: `const pairs = createTermCooccurrence(terms, settings)`, one `total = pairs.empty()` a worker,
 * `pairs.add(total, document)` in document order, `pairs.merge(total, later)`, `termPairRows(total, terms, settings)`.
 */
export function createTermCooccurrence(
  terms: readonly Term[],
  settings: CooccurrenceSettings,
): Aggregate<TaggedDocument, CooccurrenceTotal> {
  const kinds = new Set(settings.countKinds);
  const names = namesOf(terms);
  const ids = new Map(names.map((name, id) => [name, id]));
  const nodes = Uint32Array.from(terms, ({ term }) => ids.get(term)!);
  const count = createDocumentCounter(names.length, settings);
  return {
    empty: () => emptyTotal(settings, names.length),
    add(totals, document) {
      count(totals, unitsOf(document, kinds, nodes, settings.within));
    },
    merge: mergeTotals,
  };
}

/** Rows of cooccurrence.csv for terms. */
export function termPairRows(
  totals: CooccurrenceTotal,
  terms: readonly Term[],
  settings: PairRowSettings,
  report?: (report: PairReport) => void,
): Generator<readonly Cell[]> {
  return pairRows(totals, namesOf(terms), settings, report);
}

/** Distinct terms by code unit, so that the order of ids is that of names. */
export function namesOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.map(({ term }) => term))].sort((a, b) => (a < b ? -1 : 1));
}

function unitsOf(
  document: TaggedDocument,
  kinds: ReadonlySet<BlockKind>,
  nodes: Uint32Array,
  within: CooccurrenceSettings['within'],
): DocumentUnits {
  const counted = countedBlocks(document, kinds);
  const occurrences = occurrencesOf(document, countedTerms(document, counted), nodes);
  const { start, length } = occurrences;
  const sentenceStart = document.sentences.start;
  const wordStart = document.tokens.start;
  const sentences: number[] = [];
  const blocks: number[] = [];
  // Of sentences.
  const firstWords: number[] = [];
  const words: number[] = [];
  let sentence = 0;
  let i = 0;
  for (const block of counted) {
    blocks.push(i);
    let word = block.firstToken;
    while (sentence < sentenceStart.length && sentenceStart[sentence]! < block.start) sentence++;
    for (; sentence < sentenceStart.length && sentenceStart[sentence]! < block.end; sentence++) {
      sentences.push(i);
      const next = sentence + 1 < sentenceStart.length ? sentenceStart[sentence + 1]! : block.end;
      while (i < length && start[i]! < next && start[i]! < block.end) i++;
      if (within !== 'sentence') continue;
      firstWords.push(word);
      while (word < block.endToken && wordStart[word]! < next) word++;
      words.push(word - firstWords.at(-1)!);
    }
  }
  if (sentences.length > 0) sentences.push(length);
  blocks.push(length);
  if (within === 'sentence') return { occurrences, sentences, blocks, runs: sentences, firstWords, words };
  return {
    occurrences,
    sentences,
    blocks,
    runs: blocks,
    firstWords: counted.map(({ firstToken }) => firstToken),
    words: counted.map(({ firstToken, endToken }) => endToken - firstToken),
  };
}

/** The occurrences `indices` of a document, each place of a term once, whatever the number of its categories. */
function occurrencesOf(document: TaggedDocument, indices: Uint32Array, nodes: Uint32Array): Occurrences {
  const { terms, tokens } = document;
  const node = new Uint32Array(indices.length);
  const start = new Uint32Array(indices.length);
  const end = new Uint32Array(indices.length);
  const firstWord = new Uint32Array(indices.length);
  const lastWord = new Uint32Array(indices.length);
  let length = 0;
  let token = 0;
  next: for (const i of indices) {
    const id = nodes[terms.label[i]!]!;
    const from = terms.start[i]!;
    const to = terms.end[i]!;
    for (let k = length - 1; k >= 0 && start[k] === from && end[k] === to; k--) if (node[k] === id) continue next;
    node[length] = id;
    start[length] = from;
    end[length] = to;
    while (token < tokens.end.length && tokens.end[token]! <= from) token++;
    let after = token;
    while (after < tokens.start.length && tokens.start[after]! < to) after++;
    firstWord[length] = token;
    lastWord[length] = after > token ? after - 1 : noWord;
    length++;
  }
  return { length, node, start, end, firstWord, lastWord };
}
