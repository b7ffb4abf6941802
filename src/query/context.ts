import type { SegmentedDocument } from '../model/document.ts';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/offset-map.ts';

export const contextUnits = ['characters', 'words'] as const;
export type ContextUnit = (typeof contextUnits)[number];

/** The stretch of a text with so many characters, or words, before and after a span; it never leaves the limits. */
export function contextOf(
  { text, tokens }: Pick<SegmentedDocument, 'text' | 'tokens'>,
  span: Span,
  limits: Span,
  size: number,
  unit: ContextUnit,
): Span {
  if (unit === 'words') {
    const before = countBelow(tokens.end, span.start + 1) - size;
    const after = countBelow(tokens.start, span.end) + size - 1;
    const start = size === 0 ? span.start : before < 0 ? limits.start : tokens.start[before]!;
    const end = size === 0 ? span.end : after >= tokens.end.length ? limits.end : tokens.end[after]!;
    return {
      start: Math.max(limits.start, Math.min(start, span.start)),
      end: Math.min(limits.end, Math.max(end, span.end)),
    };
  }
  let { start, end } = span;
  for (let i = 0; i < size && start > limits.start; i++) {
    start--;
    if (start > limits.start && isLow(text, start) && isHigh(text, start - 1)) start--;
  }
  for (let i = 0; i < size && end < limits.end; i++) {
    if (isHigh(text, end) && end + 1 < limits.end) end++;
    end++;
  }
  return { start, end };
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}
