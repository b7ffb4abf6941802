import { loadSettings } from '../../../src/run/command/run-settings.ts';
import type { ComparedDocuments } from '../../../src/run/diff/compare-documents.ts';
import { compareDocuments } from '../../../src/run/diff/compare-documents.ts';
import { explainTarget } from '../../../src/run/explain/explain-target.ts';
import { createPlan } from '../../../src/run/plan.ts';
import { loadLexicon } from '../../../src/run/resource/load-lexicon.ts';
import { Stopwatch } from '../../../src/run/stopwatch.ts';

/** Compares two files by the stages of a run with its default settings. */
export async function compareFiles(older: string, newer: string): Promise<ComparedDocuments> {
  const { settings } = loadSettings([older, newer], undefined, new Map());
  const plan = createPlan({ settings, terms: [], userWords: [], lexicon: loadLexicon() });
  const read = async (name: string) => ({
    name,
    document: await plan.process(
      explainTarget(name, { textColumn: undefined, encoding: undefined }),
      {},
      new Stopwatch(),
    ),
  });
  return compareDocuments(await read(older), await read(newer));
}
