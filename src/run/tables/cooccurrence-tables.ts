import type { PairReport } from '../../cooccur/pair-rows.ts';
import { cooccurrenceSchema } from '../../cooccur/tables.ts';
import { createTermCooccurrence, namesOf, termPairRows } from '../../cooccur/term-cooccurrence.ts';
import { createWordCooccurrence, wordPairRows } from '../../cooccur/word-cooccurrence.ts';
import type { Message } from '../../model/message.ts';
import { HeldTotal } from './held-total.ts';
import { NetworkTables, networkSchemas } from './network-tables.ts';
import type { FamilyInput, FamilyKind, TableFamily } from './table-family.ts';

/** cooccurrence, of terms or of words, and the network that follows from the same counts. */
export const cooccurrenceTables: FamilyKind = {
  schemas: { cooccurrence: cooccurrenceSchema(), ...networkSchemas },
  schemasOf: ({ cooccurrence }) => ({ cooccurrence: cooccurrenceSchema(cooccurrence.measures), ...networkSchemas }),
  create: (input) => (input.settings.cooccurrence.of === 'terms' ? ofTerms(input) : ofWords(input)),
};

function pairSettings({ settings, words }: FamilyInput) {
  const { units, window, left, right, within, count, measures, ...limits } = settings.cooccurrence;
  return {
    ...words,
    units,
    window,
    left,
    right,
    within,
    count,
    measures,
    minJoint: limits.min_joint,
    minFrequency: limits.min_frequency,
    maxWords: limits.max_words,
    maxPairs: limits.max_pairs,
    maxRows: limits.max_rows,
  };
}

function ofTerms(input: FamilyInput): TableFamily {
  const settings = pairSettings(input);
  const pairs = createTermCooccurrence(input.terms, settings);
  const held = new HeldTotal(pairs);
  const messages: Message[] = [];
  const network = new NetworkTables(input.settings, messages);
  return {
    name: 'cooccur',
    messages,
    held: [held],
    matrices: () => network.matrices,
    add: (document) => pairs.add(held.value, document),
    finish(emit) {
      for (const row of termPairRows(held.value, input.terms, settings, tell(messages))) emit('cooccurrence', row);
      network.finish(held.value, namesOf(input.terms), emit);
    },
  };
}

function ofWords(input: FamilyInput): TableFamily {
  const settings = pairSettings(input);
  const pairs = createWordCooccurrence(settings);
  const held = new HeldTotal(pairs);
  const messages: Message[] = [];
  const network = new NetworkTables(input.settings, messages);
  return {
    name: 'cooccur',
    messages,
    held: [held],
    matrices: () => network.matrices,
    add: (document) => pairs.add(held.value, document),
    finish(emit) {
      const { rows, leftOut, totals, names } = wordPairRows(held.value, settings, tell(messages));
      const values = { count: leftOut, paired: settings.maxWords };
      if (leftOut > 0) messages.push({ severity: 'warning', rule: 'cooccur/words-left-out', values });
      for (const row of rows) emit('cooccurrence', row);
      network.finish(totals, names, emit);
    },
  };
}

/** Tells what of the pairs is not written, and of how many the probabilities are not to be trusted. */
function tell(messages: Message[]) {
  return ({ unit, pairs, written, smallExpected }: PairReport) => {
    if (written < pairs) {
      const values = { count: pairs - written, unit, written };
      messages.push({ severity: 'warning', rule: 'cooccur/pairs-left-out', values });
    }
    if (smallExpected > 0) {
      const values = { count: smallExpected, pairs, unit };
      messages.push({ severity: 'info', rule: 'cooccur/small-expected', values });
    }
  };
}
