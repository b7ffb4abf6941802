import type { DocumentUnits } from './document-units.ts';
import { createPresenceCounter } from './presence-counter.ts';
import { createSpanCounter } from './span-counter.ts';
import { createOccurrenceCounter } from './unit-counter.ts';
import { type CooccurrenceSettings, type CooccurrenceTotal, checkTotals } from './units.ts';
import { createWindowCounter } from './window-counter.ts';

/**
 * A function that adds one document to the totals of all kinds of unit. A document without a counted block is no unit.
 * Throws CorpusError where there are more pairs than the settings allow.
 */
export function createDocumentCounter(
  nodes: number,
  settings: CooccurrenceSettings,
): (totals: CooccurrenceTotal, document: DocumentUnits) => void {
  const countUnit = settings.count === 'presence' ? createPresenceCounter(nodes) : createOccurrenceCounter(nodes);
  const countWindows = createWindowCounter(nodes, settings.window, settings.count);
  const countSpans = createSpanCounter(nodes, settings);
  return (totals, { occurrences, sentences, blocks, runs, firstWords, words }) => {
    for (const total of totals) {
      switch (total.kind) {
        case 'sentence':
          for (let i = 1; i < sentences.length; i++) countUnit(total, occurrences, sentences[i - 1]!, sentences[i]!);
          break;
        case 'paragraph':
          for (let i = 1; i < blocks.length; i++) countUnit(total, occurrences, blocks[i - 1]!, blocks[i]!);
          break;
        case 'document':
          if (blocks.length > 1) countUnit(total, occurrences, 0, occurrences.length);
          break;
        case 'window':
        case 'span': {
          const count = total.kind === 'window' ? countWindows : countSpans;
          for (let i = 0; i < words.length; i++) {
            count(total, occurrences, runs[i]!, runs[i + 1]!, firstWords[i]!, words[i]!);
          }
        }
      }
    }
    checkTotals(totals);
  };
}
