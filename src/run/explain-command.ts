import { existsSync, statSync } from 'node:fs';
import { listCorpus } from '../ingest/corpus.ts';
import { readDocument } from '../ingest/read-document.ts';
import { CorpusError } from '../model/errors.ts';
import { explainLines, showLines } from './explain-breaks.ts';
import { explainToken, showToken } from './explain-token.ts';
import { SettingsError } from './fault.ts';
import { locateCauses } from './locate-causes.ts';
import { nearMatch } from './near-match.ts';
import { openCorpus } from './open-corpus.ts';
import { createPlan, repairOnly } from './plan.ts';
import { readManifest } from './read-result.ts';
import { loadResources } from './resources.ts';
import { readRunLog } from './run-log.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Language } from './wording.ts';

/** What `cewen explain` is asked. */
export interface ExplainRequest {
  readonly target: string;
  readonly document: string | undefined;
  readonly offset: string | undefined;
  readonly inputs: readonly string[];
  readonly json: boolean;
  readonly encoding: string | undefined;
}

/** The text that `cewen explain` prints. */
export async function explainCommand(request: ExplainRequest, language: Language): Promise<string> {
  const isFolder = existsSync(request.target) && statSync(request.target).isDirectory();
  return isFolder ? explainPlace(request, language) : explainFile(request, language);
}

function explainFile({ target, document, encoding, json }: ExplainRequest, language: Language): string {
  if (document !== undefined) throw usage('usage/too-many-arguments');
  const { files } = listCorpus([target]);
  const repaired = repairOnly(readDocument(files[0]!, {}, { encoding: encoding ?? 'auto' }));
  if (!json) return showLines(repaired, language);
  const blocks = repaired.blocks.map(({ kind, level, line, page, start, end, rawStart, rawEnd }, i) => ({
    block: i + 1,
    kind,
    level,
    line,
    page: page ?? null,
    text: kind === 'furniture' ? repaired.raw.slice(rawStart, rawEnd) : repaired.text.slice(start, end),
  }));
  const { id, encoding: found } = repaired;
  return `${JSON.stringify({ document: id, encoding: found, lines: explainLines(repaired), blocks }, null, 2)}\n`;
}

async function explainPlace(
  { target, document, offset, inputs, json }: ExplainRequest,
  language: Language,
): Promise<string> {
  if (document === undefined) throw usage('usage/missing-argument', { argument: 'document' });
  if (offset === undefined) throw usage('usage/missing-argument', { argument: 'offset' });
  if (!/^\d{1,15}$/.test(offset)) throw usage('usage/bad-offset', { found: offset });
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
  const { terms } = loadResources(settings, []);
  const plan = createPlan(settings, terms);
  const tagged = await (await plan.begin(file, corpus.metadataOf(file.id), new Stopwatch())).finish();
  const explained = explainToken(tagged, terms, Number(offset));
  return json ? `${JSON.stringify(explained, null, 2)}\n` : showToken(explained, language);
}

function usage(rule: string, values: Readonly<Record<string, string>> = {}): SettingsError {
  return new SettingsError([{ rule, place: '', values }]);
}
