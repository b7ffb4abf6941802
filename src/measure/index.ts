export { type Adjustment, adjust, adjustments } from './adjust.ts';
export { type Association, type AssociationName, association, associationNames } from './association.ts';
export { chiSquaredTail } from './chi-squared.ts';
export { classicalScaling, type Scaling } from './classical-scaling.ts';
export { type Cells, cellsOf, type Signature } from './contingency.ts';
export { benjaminiHochberg } from './correction.ts';
export { type CorpusSize, corpusSize } from './deviation-of-proportions.ts';
export { type Dispersion, dispersion, type Occurrences } from './dispersion.ts';
export { type Distance, type DistanceKind, distance, distanceKinds, zScores } from './distance.ts';
export { type FisherTest, fisherTest } from './fisher.ts';
export { cutTree, type Dendrogram, hierarchicalClustering, type Linkage, linkages } from './hierarchical-clustering.ts';
export { type Keyness, type KeynessCounts, type KeynessOptions, keyness } from './keyness.ts';
export { type AlignmentScores, type LocalAlignment, localAlignment } from './local-alignment.ts';
export { type Communities, type LouvainSettings, louvain, modularity } from './louvain.ts';
export { lshProbability, lshThreshold, minHash } from './min-hash.ts';
export { type Centralities, centralities, type Edge } from './network.ts';
export { normalBound, normalTwoSided } from './normal.ts';
export { positivePmi } from './positive-pmi.ts';
export { type RankSum, rankSum } from './rank-sum.ts';
export {
  addSegmentation,
  type DifferingWords,
  type GoldWords,
  mergeSegmentation,
  noSegmentation,
  type SegmentationCounts,
  type SegmentationScore,
  segmentationScore,
} from './segmentation.ts';
export { bagSimilarity, jaccardSimilarity } from './set-similarity.ts';
export { strategicDiagram, type ThemePlace } from './strategic-diagram.ts';
export { cValue, type NestedFrequency, ncValue } from './termhood.ts';
export { shareBounds, type Trend, trend } from './trend.ts';
export type { Distances } from './word-distances.ts';
