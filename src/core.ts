// The entry for programs without a file system, such as a browser: all stages, totals and types of documents.

export { createTermCooccurrence, termPairRows } from './cooccur/term-cooccurrence.ts';
export { type CooccurrenceSettings, type CooccurrenceTotal, type UnitKind, unitKinds } from './cooccur/units.ts';
export { createWordCooccurrence, type WordCooccurrenceSettings, wordPairRows } from './cooccur/word-cooccurrence.ts';
export { type DocumentCounts, documentCounts } from './count/document-counts.ts';
export type { WordSettings } from './count/listed-form.ts';
export { createNgrams, type NgramSettings, ngramRows } from './count/ngrams.ts';
export { createTermFrequency, termRows, termsByDocumentRows } from './count/term-frequency.ts';
export { createWordFrequency, wordRows, wordsByDocumentRows } from './count/word-frequency.ts';
export { createDescribe } from './describe/describe.ts';
export { type BlockPlace, type DescribedField, type Description, describedFields } from './model/description.ts';
export {
  type Block,
  type BlockKind,
  type BreakDecision,
  blockKinds,
  type CleanDocument,
  type DescribedDocument,
  type RawDocument,
  type SegmentedDocument,
  type SourceMark,
  type TaggedDocument,
} from './model/document.ts';
export type { Cut, Engine } from './model/engine.ts';
export { CorpusError, type ErrorKind, exitCodes } from './model/errors.ts';
export { type LabelledSpan, type Layer, layerOf } from './model/layer.ts';
export type { Message, PlacedMessage, Severity } from './model/message.ts';
export type { PageLayout } from './model/page-layout.ts';
export type { Aggregate, Stage } from './model/stage.ts';
export type { Cell, Column, TableSchema } from './model/table.ts';
export type { Term } from './model/term.ts';
export type { Tokens } from './model/tokens.ts';
export { createNormalise, type NormaliseSettings } from './normalise/normalise.ts';
export { createFindCodes, type FindCodes } from './query/coding/find-codes.ts';
export { type CodingRules, readCodingRules } from './query/coding/read-coding-rules.ts';
export { resolveCodes } from './query/coding/resolve-codes.ts';
export { type GradedLexicon, readGradedLexicon } from './query/grade/read-graded-lexicon.ts';
export { createScoreWords, type ScoredWord } from './query/grade/score-words.ts';
export { createFinder, type Finder, type PatternSettings } from './query/pattern.ts';
export { TextView } from './query/text-view.ts';
export { createRepair } from './repair/repair.ts';
export { createJiebaEngine } from './segment/engine/jieba-engine.ts';
export { createLatticeEngine } from './segment/engine/lattice-engine.ts';
export type { Dictionary } from './segment/lexicon/dictionary.ts';
export { decodeDictionary } from './segment/lexicon/dictionary-file.ts';
export { createSegment } from './segment/segment.ts';
export { mergeTermLists } from './tag/merge-term-lists.ts';
export { createTag, type TagSettings } from './tag/tag-terms.ts';
export { parseTermList, type TermList } from './tag/term-list.ts';
export { type OffsetMap, type Span, toSource, toTarget } from './text/offset-map.ts';
