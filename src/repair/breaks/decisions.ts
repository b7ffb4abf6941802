import type { BreakDecision } from '../../model/document.ts';
import { endKind, startKind } from '../numbering.ts';
import type { SourceLine } from '../source-line.ts';
import type { LineFeatures } from './line-features.ts';
import { joins, part } from './line-model.ts';
import type { LineParts } from './line-parts.ts';

/** What is known of the break after a line of the body. */
export interface BodyBreaks {
  /** Index in the body of each line, or -1. */
  readonly bodyIndex: Int32Array;
  readonly features: LineFeatures;
  readonly parts: LineParts;
  /** 1 where the break after the line is known to be the author's. */
  readonly fixed: Uint8Array;
}

/** The decision at the break after each line; `rawOffset` says where an offset was in the raw text. */
export function breakDecisions(
  lines: readonly SourceLine[],
  kinds: readonly string[],
  breaks: BodyBreaks,
  rawOffset: (offset: number) => number,
): BreakDecision[] {
  const decisions: BreakDecision[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]!.split) continue;
    const line = lines[i]!;
    const k = breaks.bodyIndex[i]!;
    if (k === -1) {
      decisions.push({
        line: line.number,
        offset: rawOffset(line.end),
        join: false,
        rule: `repair/${kinds[i]}`,
        confidence: 0.99,
      });
      continue;
    }
    const join = joins(breaks.parts.part[k]!);
    const probability = breaks.parts.joinProbability[k]!;
    decisions.push({
      line: line.number,
      offset: rawOffset(line.end),
      join,
      rule: join ? joinRule(breaks, k) : cutRule(breaks, k),
      confidence: breaks.fixed[k] === 1 ? 0.99 : calibrate(join ? probability : 1 - probability),
    });
  }
  return decisions;
}

/**
 * The model takes the lines' features for independent, which they are not quite, so that it is too sure of itself: its log
 * odds are drawn towards 0 by this factor (scripts/calibrate-repair.ts prints the accuracy by band of confidence).
 */
const temperature = 0.75;

function calibrate(probability: number): number {
  const odds = Math.max(probability, 0.5) / Math.max(1 - probability, 1e-6);
  const tempered = odds ** temperature;
  return Math.max(0.5, Math.min(0.999, tempered / (1 + tempered)));
}

/** The evidence that weighed most for joining. */
function joinRule({ features, parts }: BodyBreaks, k: number): string {
  if (features.alone[k] === 1) return 'repair/number-alone';
  if (parts.part[k]! >= part.headFirst) return 'repair/heading-goes-on';
  if (features.across[k]! >= 1.8) return 'repair/open-bracket';
  const end = features.ends[k]!;
  if (features.gap[k] === 2) return 'repair/page-turns';
  if (end === endKind.sentence || end === endKind.question || end === endKind.semicolon || end === endKind.colon)
    return 'repair/full-line';
  return features.across[k]! >= 1 ? 'repair/word-goes-on' : 'repair/sentence-goes-on';
}

/** The evidence that weighed most for parting. */
function cutRule({ features, parts, fixed }: BodyBreaks, k: number): string {
  if (fixed[k] === 1) return 'repair/marked-start';
  const next = k + 1;
  if (next >= features.count) return 'repair/text-ends';
  if (Number.isNaN(features.slack[k]!) && !features.ragged) return 'repair/no-column';
  if (features.indented[next] === 1 && features.indented[k] === 0) return 'repair/indent';
  const start = features.starts[next]!;
  if (
    start === startKind.heading ||
    start === startKind.article ||
    start === startKind.item ||
    start === startKind.reference
  ) {
    return 'repair/numbered-start';
  }
  if (parts.part[k]! >= part.headFirst) return 'repair/heading-ends';
  if (features.slack[k]! - features.chunk[k]! > 0.6) return 'repair/short-line';
  if (features.gap[k] === 1) return 'repair/empty-line';
  const slack = features.slack[next]!;
  if (slack > 1.1 && slack < 3.2 && joins(parts.part[next]!)) return 'repair/lost-indent';
  if (features.ends[k] === endKind.sentence) return 'repair/sentence-ends';
  return features.ragged ? 'repair/no-column' : 'repair/short-line';
}
