import { cooccurrenceSchema } from '../../cooccur/tables.ts';
import { createTermCooccurrence, termPairRows } from '../../cooccur/term-cooccurrence.ts';
import { createWordCooccurrence, wordPairRows } from '../../cooccur/word-cooccurrence.ts';
import type { Message } from '../../model/message.ts';
import type { FamilyInput, FamilyKind, TableFamily } from './table-family.ts';

/** cooccurrence, of terms or of words. */
export const cooccurrenceTables: FamilyKind = {
  schemas: { cooccurrence: cooccurrenceSchema },
  create: (input) => (input.settings.cooccurrence.of === 'terms' ? ofTerms(input) : ofWords(input)),
};

function pairSettings({ settings, words }: FamilyInput) {
  const { units, window, count, ...limits } = settings.cooccurrence;
  return {
    ...words,
    units,
    window,
    count,
    minJoint: limits.min_joint,
    minFrequency: limits.min_frequency,
    maxWords: limits.max_words,
    maxPairs: limits.max_pairs,
  };
}

function ofTerms(input: FamilyInput): TableFamily {
  const settings = pairSettings(input);
  const pairs = createTermCooccurrence(input.terms, settings);
  const total = pairs.empty();
  const messages: Message[] = [];
  return {
    name: 'cooccur',
    messages,
    add: (document) => pairs.add(total, document),
    finish(emit) {
      const rows = termPairRows(total, input.terms, settings, tellLeftOut(messages, settings.maxPairs));
      for (const row of rows) emit('cooccurrence', row);
    },
  };
}

function ofWords(input: FamilyInput): TableFamily {
  const settings = pairSettings(input);
  const pairs = createWordCooccurrence(settings);
  const total = pairs.empty();
  const messages: Message[] = [];
  return {
    name: 'cooccur',
    messages,
    add: (document) => pairs.add(total, document),
    finish(emit) {
      const { rows, leftOut } = wordPairRows(total, settings, tellLeftOut(messages, settings.maxPairs));
      const values = { count: leftOut, paired: settings.maxWords };
      if (leftOut > 0) messages.push({ severity: 'warning', rule: 'cooccur/words-left-out', values });
      for (const row of rows) emit('cooccurrence', row);
    },
  };
}

function tellLeftOut(messages: Message[], written: number) {
  return (unit: string, count: number) => {
    messages.push({ severity: 'info', rule: 'cooccur/pairs-left-out', values: { count, unit, written } });
  };
}
