import type { CleanDocument } from '../../model/document.ts';
import { codePoints } from '../../text/characters.ts';
import { pad } from '../command/display-width.ts';
import { Places } from '../result/places.ts';
import { type Language, say } from '../wording/wording.ts';

/** A stretch of the source that is not in the text, and why. Offsets are code points of the decoded source. */
export interface ExplainedRemoval {
  /** `furniture` for what stands around the text of a page, else a reason of docs/repair.md. */
  readonly reason: string;
  readonly raw_start: number;
  readonly raw_end: number;
  readonly page: number | null;
  readonly line: number;
  readonly text: string;
}

/** All that is in the source and not in the text, in the order of the source. */
export function explainRemoved(document: CleanDocument): ExplainedRemoval[] {
  const { raw, removed, blocks } = document;
  const places = new Places(document);
  const found: ExplainedRemoval[] = [];
  const add = (reason: string, start: number, end: number) =>
    found.push({
      reason,
      raw_start: places.raw.toCodePoints(start),
      raw_end: places.raw.toCodePoints(end),
      page: places.page(start),
      line: places.line(start),
      text: raw.slice(start, end),
    });
  for (let i = 0; i < removed.start.length; i++)
    add(removed.labels[removed.label[i]!]!, removed.start[i]!, removed.end[i]!);
  for (const { kind, rawStart, rawEnd } of blocks) if (kind === 'furniture') add(kind, rawStart, rawEnd);
  return found.sort((a, b) => a.raw_start - b.raw_start);
}

/** Lines that are named for each reason. */
const mostLines = 5;

/** A row for each reason: how many characters at how many places, the first lines, and what the reason means. */
export function showRemoved(document: CleanDocument, language: Language): string[] {
  const byReason = new Map<string, ExplainedRemoval[]>();
  for (const removal of explainRemoved(document)) {
    const same = byReason.get(removal.reason);
    if (same === undefined) byReason.set(removal.reason, [removal]);
    else same.push(removal);
  }
  if (byReason.size === 0) return [];
  const rows = [...byReason].map(([reason, removals]) => {
    const lines = [...new Set(removals.map(({ line }) => line))];
    return [
      pad(reason, 14),
      say(language, 'explain/removed-count', {
        characters: removals.reduce((sum, { text }) => sum + codePoints(text), 0),
        places: removals.length,
        lines: lines.slice(0, mostLines).join(', ') + (lines.length > mostLines ? ' …' : ''),
        meaning: say(language, `explain/removed-${reason}`),
      }),
    ].join('  ');
  });
  return ['', say(language, 'explain/removed'), ...rows.sort()];
}
