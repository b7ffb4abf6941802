import type { DocumentUnits } from './document-units.ts';
import { createOccurrenceCounter, createPresenceCounter } from './unit-counter.ts';
import type { CooccurrenceSettings, CooccurrenceTotal } from './units.ts';
import { createWindowCounter } from './window-counter.ts';

/** A function that adds one document to the totals of all kinds of unit. A document without a counted block is no unit. */
export function createDocumentCounter(
  nodes: number,
  settings: CooccurrenceSettings,
): (totals: CooccurrenceTotal, document: DocumentUnits) => void {
  const countUnit = settings.count === 'presence' ? createPresenceCounter(nodes) : createOccurrenceCounter(nodes);
  const countWindows = createWindowCounter(nodes, settings.window, settings.count);
  return (totals, { occurrences, sentences, blocks, firstWords, words }) => {
    for (const total of totals) {
      switch (total.kind) {
        case 'sentence':
          for (let i = 1; i < sentences.length; i++) countUnit(total, occurrences, sentences[i - 1]!, sentences[i]!);
          break;
        case 'paragraph':
          for (let i = 1; i < blocks.length; i++) countUnit(total, occurrences, blocks[i - 1]!, blocks[i]!);
          break;
        case 'document':
          if (words.length > 0) countUnit(total, occurrences, 0, occurrences.length);
          break;
        case 'window':
          for (let i = 0; i < words.length; i++) {
            countWindows(total, occurrences, blocks[i]!, blocks[i + 1]!, firstWords[i]!, words[i]!);
          }
      }
    }
  };
}
