import { countedBlocks, countTypes } from '../count/counted-blocks.ts';
import { append, type GrowingColumn, growingColumn, push } from '../count/growing-column.ts';
import type { WordSettings } from '../count/listed-form.ts';
import { listedTypes } from '../count/listed-types.ts';
import { adoptAll, emptyVocabulary, type Vocabulary } from '../count/vocabulary.ts';
import { byFrequency } from '../count/word-frequency.ts';
import type { SegmentedDocument } from '../model/document.ts';
import type { Aggregate } from '../model/stage.ts';
import type { Cell } from '../model/table.ts';
import { createDocumentCounter } from './document-counter.ts';
import type { DocumentUnits } from './document-units.ts';
import { type PairReport, type PairRowSettings, pairRows } from './pair-rows.ts';
import { type CooccurrenceSettings, type CooccurrenceTotal, emptyTotal } from './units.ts';

export interface WordCooccurrenceSettings extends CooccurrenceSettings, WordSettings {
  /** Words of fewer occurrences in the corpus are left out. */
  readonly minFrequency: number;
  /** The most frequent words that are paired: the number of possible pairs grows with its square. */
  readonly maxWords: number;
}

/**
 * The words of a corpus in their order, 4 bytes each: which of them are frequent enough to be paired is known at the end
 * only. Plain data, for any thread.
 */
export interface WordSequence {
  readonly vocabulary: Vocabulary;
  /** Every counted word: 0 where it is not listed, else its id + 1. */
  readonly words: GrowingColumn;
  /** Words of each sentence, sentences of each block, blocks of each document. */
  readonly sentences: GrowingColumn;
  readonly blocks: GrowingColumn;
  readonly documents: GrowingColumn;
}

/**
 * Collects words for co-occurrence. Use: as `createTermCooccurrence`, and `wordPairRows(total, settings)` at the end, which
 * does the counting.
 */
export function createWordCooccurrence(settings: WordSettings): Aggregate<SegmentedDocument, WordSequence> {
  const kinds = new Set(settings.countKinds);
  const typeIds = listedTypes(settings, false);
  return {
    empty: () => ({
      vocabulary: emptyVocabulary(),
      words: growingColumn(),
      sentences: growingColumn(),
      blocks: growingColumn(),
      documents: growingColumn(),
    }),
    add(total, document) {
      const { start, type } = document.tokens;
      const counted = countedBlocks(document, kinds);
      const counts = countTypes(document, counted);
      const ids = typeIds(total.vocabulary, document.tokens, counts);
      const { start: sentenceStart } = document.sentences;
      let sentence = 0;
      for (const block of counted) {
        while (sentence < sentenceStart.length && sentenceStart[sentence]! < block.start) sentence++;
        let token = block.firstToken;
        let sentences = 0;
        for (; sentence < sentenceStart.length && sentenceStart[sentence]! < block.end; sentence++) {
          const next = sentence + 1 < sentenceStart.length ? sentenceStart[sentence + 1]! : block.end;
          const first = token;
          for (; token < block.endToken && start[token]! < next; token++) push(total.words, ids[type[token]!]! + 1);
          push(total.sentences, token - first);
          sentences++;
        }
        push(total.blocks, sentences);
      }
      push(total.documents, counted.length);
    },
    merge(total, other) {
      const ids = adoptAll(total.vocabulary, other.vocabulary);
      append(total.words, other.words, (word) => (word === 0 ? 0 : ids[word - 1]! + 1));
      append(total.sentences, other.sentences, (count) => count);
      append(total.blocks, other.blocks, (count) => count);
      append(total.documents, other.documents, (count) => count);
    },
  };
}

/**
 * Rows of cooccurrence.csv for words, the totals and names that they are made from, and how many words of `minFrequency` or
 * more were too many to be paired.
 */
export function wordPairRows(
  total: WordSequence,
  settings: WordCooccurrenceSettings & PairRowSettings,
  report?: (report: PairReport) => void,
): {
  readonly rows: Generator<readonly Cell[]>;
  readonly leftOut: number;
  readonly totals: CooccurrenceTotal;
  readonly names: readonly string[];
} {
  const { forms } = total.vocabulary;
  const frequency = new Float64Array(forms.length);
  for (let i = 0; i < total.words.length; i++) {
    const word = total.words.values[i]!;
    if (word > 0) frequency[word - 1]!++;
  }
  const frequent = byFrequency(forms, frequency).filter((id) => frequency[id]! >= settings.minFrequency);
  const chosen = [...frequent.subarray(0, settings.maxWords)].sort((a, b) => (forms[a]! < forms[b]! ? -1 : 1));
  // 0 for a word that is not paired, else its node + 1; like the column of words.
  const nodes = new Uint32Array(forms.length + 1);
  chosen.forEach((id, node) => {
    nodes[id + 1] = node + 1;
  });
  const totals = emptyTotal(settings, chosen.length);
  const count = createDocumentCounter(chosen.length, settings);
  for (const units of documentUnits(total, nodes, settings.within)) count(totals, units);
  const names = chosen.map((id) => forms[id]!);
  const leftOut = frequent.length - chosen.length;
  return { rows: pairRows(totals, names, settings, report), leftOut, totals, names };
}

/** The documents of a sequence with the words that have a node. A word's place is its number in the document. */
function* documentUnits(
  total: WordSequence,
  nodes: Uint32Array,
  within: CooccurrenceSettings['within'],
): Generator<DocumentUnits> {
  let at = 0;
  let sentence = 0;
  let block = 0;
  for (let document = 0; document < total.documents.length; document++) {
    const documentStart = at;
    const node: number[] = [];
    const place: number[] = [];
    const sentences: number[] = [];
    const blocks: number[] = [];
    const firstWords: number[] = [];
    const words: number[] = [];
    const lastBlock = block + total.documents.values[document]!;
    for (; block < lastBlock; block++) {
      const blockStart = at;
      blocks.push(node.length);
      if (within === 'paragraph') firstWords.push(at - documentStart);
      const lastSentence = sentence + total.blocks.values[block]!;
      for (; sentence < lastSentence; sentence++) {
        sentences.push(node.length);
        const length = total.sentences.values[sentence]!;
        if (within === 'sentence') {
          firstWords.push(at - documentStart);
          words.push(length);
        }
        const end = at + length;
        for (; at < end; at++) {
          const found = nodes[total.words.values[at]!]!;
          if (found === 0) continue;
          node.push(found - 1);
          place.push(at - documentStart);
        }
      }
      if (within === 'paragraph') words.push(at - blockStart);
    }
    sentences.push(node.length);
    blocks.push(node.length);
    const start = Uint32Array.from(place);
    const end = Uint32Array.from(place, (word) => word + 1);
    const occurrences = {
      length: node.length,
      node: Uint32Array.from(node),
      start,
      end,
      firstWord: start,
      lastWord: start,
    };
    yield { occurrences, sentences, blocks, runs: within === 'sentence' ? sentences : blocks, firstWords, words };
  }
}
