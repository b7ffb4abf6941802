import { existsSync, statSync } from 'node:fs';
import { readDocument } from '../../ingest/read-document.ts';
import { CorpusError } from '../../model/errors.ts';
import { explainLines, showLines } from '../explain/explain-breaks.ts';
import { explainRemoved } from '../explain/explain-removed.ts';
import { explainTarget } from '../explain/explain-target.ts';
import { explainToken, showToken } from '../explain/explain-token.ts';
import { openCorpus } from '../open-corpus.ts';
import { createPlan, repairOnly } from '../plan.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { loadResources } from '../resource/resources.ts';
import { Boxes } from '../result/boxes.ts';
import { Places } from '../result/places.ts';
import { readManifest } from '../result/read-result.ts';
import { readRunLog } from '../result/run-log.ts';
import { Stopwatch } from '../stopwatch.ts';
import { locateCauses } from '../verify/locate-causes.ts';
import type { Language } from '../wording/wording.ts';
import { SettingsError } from './fault.ts';
import { nearMatch } from './near-match.ts';
import { offsetFault } from './offset-fault.ts';
import type { GivenOptions } from './options.ts';
import { loadSettings } from './run-settings.ts';

/** What `cewen explain` is asked. */
export interface ExplainRequest {
  readonly target: string;
  readonly document: string | undefined;
  readonly offset: string | undefined;
  readonly inputs: readonly string[];
  readonly json: boolean;
  readonly encoding: string | undefined;
  readonly textColumn?: string | undefined;
  readonly config?: string | undefined;
}

/** The text that `cewen explain` prints. */
export async function explainCommand(request: ExplainRequest, language: Language): Promise<string> {
  const isFolder = existsSync(request.target) && statSync(request.target).isDirectory();
  return isFolder ? explainPlace(request, language) : explainFile(request, language);
}

async function explainFile(
  { target, document, encoding, textColumn, config, json }: ExplainRequest,
  language: Language,
): Promise<string> {
  if (document !== undefined) throw usage('usage/too-many-arguments');
  const given: GivenOptions = new Map(
    [['encoding', encoding] as const, ['text_column', textColumn] as const].flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  const { settings } = loadSettings([target], config, given);
  const file = explainTarget(target, {
    textColumn: settings.text_column ?? undefined,
    encoding: settings.encoding === 'auto' ? undefined : settings.encoding,
  });
  const repaired = repairOnly(await readDocument(file, {}, { encoding: settings.encoding }));
  if (!json) return showLines(repaired, language);
  const places = new Places(repaired);
  const boxes = new Boxes(repaired);
  const blocks = repaired.blocks.map((block, i) => {
    const { kind, level, line, start, end, rawStart, rawEnd } = block;
    const text = kind === 'furniture' ? repaired.raw.slice(rawStart, rawEnd) : repaired.text.slice(start, end);
    return { block: i + 1, kind, level, line, page: places.page(rawStart), box: boxes.ofBlock(block), text };
  });
  const { id, encoding: found } = repaired;
  const explained = { lines: explainLines(repaired), blocks, removed: explainRemoved(repaired) };
  return `${JSON.stringify({ document: id, encoding: found, ...explained }, null, 2)}\n`;
}

async function explainPlace(
  { target, document, offset, inputs, json }: ExplainRequest,
  language: Language,
): Promise<string> {
  if (document === undefined) throw usage('usage/missing-argument', { argument: 'document' });
  if (offset === undefined) throw usage('usage/missing-argument', { argument: 'offset' });
  const fault = offsetFault(offset);
  if (fault !== undefined) throw new SettingsError([fault]);
  const manifest = readManifest(target);
  const { settings } = locateCauses(target, manifest, readRunLog(target), inputs);
  const corpus = openCorpus({ ...settings, out: target });
  const file = corpus.files.find(({ id }) => id === document);
  if (file === undefined) {
    const near = nearMatch(
      document,
      corpus.files.map(({ id }) => id),
    );
    if (near === undefined) throw new CorpusError('input/no-document', target, { document });
    throw new CorpusError('input/near-document', target, { document, near });
  }
  const { terms, userWords } = loadResources(settings, []);
  const plan = createPlan({ settings, terms, userWords, lexicon: loadLexicon() });
  const tagged = await plan.process(file, corpus.metadataOf(file.id), new Stopwatch());
  const explained = explainToken(tagged, terms, Number(offset));
  return json ? `${JSON.stringify(explained, null, 2)}\n` : showToken(explained, language);
}

function usage(rule: string, values: Readonly<Record<string, string>> = {}): SettingsError {
  return new SettingsError([{ rule, place: '', values }]);
}
