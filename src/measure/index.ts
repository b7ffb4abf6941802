export { type Association, association } from './association.ts';
export { chiSquaredTail } from './chi-squared.ts';
export { type Cells, cellsOf, type Signature } from './contingency.ts';
export { benjaminiHochberg } from './correction.ts';
export { type CorpusSize, corpusSize, type Dispersion, dispersion } from './dispersion.ts';
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
