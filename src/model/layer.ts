/**
 * Labelled spans apart from the text: columns of one length, sorted by start, then longest first. `label` is an index
 * into `labels`. Offsets are UTF-16 units of the text that the layer belongs to.
 */
export interface Layer {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly label: Uint32Array;
  readonly labels: readonly string[];
}

/** A span with the index of its label. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/** A layer of these spans, sorted. */
export function layerOf(spans: readonly LabelledSpan[], labels: readonly string[]): Layer {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || a.label - b.label);
  return {
    start: Uint32Array.from(sorted, (span) => span.start),
    end: Uint32Array.from(sorted, (span) => span.end),
    label: Uint32Array.from(sorted, (span) => span.label),
    labels,
  };
}
