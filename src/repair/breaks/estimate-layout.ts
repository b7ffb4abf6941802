import { startKind } from '../numbering.ts';
import type { LineFeatures } from './line-features.ts';
import { firstGuess, joins, type LayoutEstimate, part, partCount } from './line-model.ts';

/** Counts of the last round, drawn a little towards the first guess so that a short document keeps it. */
export function estimateLayout(features: LineFeatures, posterior: Float64Array): LayoutEstimate {
  const share = {
    indent: [0, 0],
    leadStart: [0, 0],
    leadInside: [0, 0],
    blankCut: [0, 0],
    blankJoin: [0, 0],
    single: [0, 0],
    goesOn: [0, 0],
  };
  for (let i = 0; i < features.count; i++) {
    const at = (p: number) => posterior[i * partCount + p]!;
    const lead = features.indented[i]!;
    const start = at(part.first) + at(part.single);
    const inside = at(part.middle) + at(part.last);
    share.single[0]! += at(part.single);
    share.single[1]! += start;
    share.goesOn[0]! += at(part.middle);
    share.goesOn[1]! += inside;
    share.leadStart[0]! += lead * start;
    share.leadStart[1]! += start;
    share.leadInside[0]! += lead * inside;
    share.leadInside[1]! += inside;
    const slack = features.slack[i]!;
    if (!Number.isNaN(slack) && lead === 0 && features.starts[i] !== startKind.reference && slack > -1 && slack < 3.2) {
      // A first line that ends one to three em before the edge had its indent; one that fills the column had none.
      share.indent[0]! += slack > 1.1 ? at(part.first) : 0;
      share.indent[1]! += at(part.first);
    }
    if (i + 1 < features.count && features.gap[i] !== 2) {
      let join = 0;
      for (let p = 0; p < partCount; p++) if (joins(p)) join += at(p);
      const blank = features.gap[i] === 1 ? 1 : 0;
      share.blankJoin[0]! += blank * join;
      share.blankJoin[1]! += join;
      share.blankCut[0]! += blank * (1 - join);
      share.blankCut[1]! += 1 - join;
    }
  }
  const mean = (counts: number[], guess: number, weight = 4) =>
    Math.min(0.995, Math.max(0.003, (counts[0]! + weight * guess) / (counts[1]! + weight)));
  return {
    indent: Math.min(0.97, mean(share.indent, firstGuess.indent)),
    leadStart: mean(share.leadStart, firstGuess.leadStart),
    leadInside: Math.min(0.2, mean(share.leadInside, firstGuess.leadInside)),
    blankCut: mean(share.blankCut, firstGuess.blankCut),
    blankJoin: Math.min(0.3, mean(share.blankJoin, firstGuess.blankJoin)),
    single: Math.min(0.85, mean(share.single, firstGuess.single, 30)),
    goesOn: Math.max(0.15, Math.min(0.93, mean(share.goesOn, firstGuess.goesOn, 30))),
  };
}
