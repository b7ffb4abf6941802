import { candidateRow, candidateSchema } from '../../discover/candidate-table.ts';
import { type CandidateText, candidateText } from '../../discover/candidate-text.ts';
import {
  defaultMinFrequency,
  type GeneralReference,
  TermDiscovery,
  TooManyCandidates,
} from '../../discover/discover-terms.ts';
import { categoryGuesser } from '../../discover/guess-category.ts';
import { CorpusError } from '../../model/errors.ts';
import { foldForm } from '../../tag/term-matcher.ts';
import { breathe } from '../breathe.ts';
import { comparedSides } from '../discover/compared-sides.ts';
import { ExampleText } from '../discover/example-text.ts';
import { generalReference } from '../discover/general-reference.ts';
import { Interrupted } from '../interrupted.ts';
import { openCorpus } from '../open-corpus.ts';
import { createPlan } from '../plan.ts';
import { formNormaliser } from '../resource/form-normaliser.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import type { HeldPipes } from '../resource/read-given-file.ts';
import { loadResources } from '../resource/resources.ts';
import { MessageRows } from '../result/message-rows.ts';
import type { Settings } from '../settings.ts';
import { Stopwatch } from '../stopwatch.ts';
import { checkGroupColumn, groupValue } from '../tables/group-value.ts';
import { failureMessage } from '../thread/failed-document.ts';
import { type Language, say } from '../wording/wording.ts';
import type { DiscoverRequest } from './discover-arguments.ts';
import { messageLines } from './message-lines.ts';
import { checkReport, writeReports } from './write-report.ts';

export interface DiscoverHooks {
  readonly held: HeldPipes;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, document: string) => void;
}

/** What to tell on stderr; `failed` documents could not be processed. */
export interface Discovered {
  readonly warnings: readonly string[];
  readonly summary: string;
  readonly failed: number;
}

/**
 * `cewen discover`: candidates for new terms in texts that go through the stages of a run. Throws CorpusError and
 * Interrupted; a document that cannot be processed is left out and told, unless the settings are strict.
 */
export async function discoverCommand(
  request: DiscoverRequest,
  settings: Settings,
  hooks: DiscoverHooks,
): Promise<Discovered> {
  const { out, against, top } = request;
  const { held, language, signal } = hooks;
  checkReport(out, candidateSchema);
  const corpus = openCorpus(settings, [out], held);
  checkGroupColumn(settings.by, corpus.metadataColumns);
  const other = against.length === 0 ? undefined : openCorpus({ ...settings, paths: [...against] }, [out], held);
  const { terms, userWords, reference, messages } = loadResources(settings, [], held);
  const lexicon = loadLexicon();
  const plan = createPlan({ settings, terms, userWords, lexicon });
  const told = new MessageRows(() => {});
  for (const { document, message } of [...corpus.messages, ...(other?.messages ?? []), ...messages])
    told.add(message, document);

  const files = [
    ...corpus.files.map((file) => ({ file, meta: corpus.metadataOf(file.id), isReference: false })),
    ...(other?.files ?? []).map((file) => ({ file, meta: other!.metadataOf(file.id), isReference: true })),
  ];
  const kinds = new Set(settings.count_kinds);
  const read: { text: CandidateText; example: ExampleText; group: string | undefined; isReference: boolean }[] = [];
  let failed = 0;
  const goOn = async () => {
    await breathe();
    if (signal.aborted) throw new Interrupted(signal.reason, out);
  };
  for (const [done, { file, meta, isReference }] of files.entries()) {
    hooks.progress(done, files.length, file.id);
    await goOn();
    try {
      const document = await plan.process(file, meta, new Stopwatch(), goOn);
      const group = settings.by === null ? undefined : groupValue(document, settings.by);
      read.push({ text: candidateText(document, kinds), example: new ExampleText(document), group, isReference });
    } catch (error) {
      const message = failureMessage(error);
      if (settings.strict || message === undefined) throw error;
      failed++;
      told.add(message, file.id);
    }
  }
  await goOn();
  const discovery = new TermDiscovery(request);
  const examples: ExampleText[] = [];
  const own = read.filter((one) => !one.isReference);
  const sides =
    settings.by === null
      ? undefined
      : comparedSides(
          own.map(({ group }) => group),
          settings,
        );
  for (const [i, { text, example }] of own.entries()) {
    const side = sides?.[i] ?? 'target';
    if (side === 'reference') discovery.addReference(text);
    else if (side === 'target') {
      discovery.add(text);
      examples.push(example);
    }
  }
  for (const { text, isReference } of read) if (isReference) discovery.addReference(text);
  const normalise = formNormaliser(terms, settings);
  const fold = (form: string) => foldForm(form, undefined, settings.ignore_case);
  const listed = new Set(
    terms
      .flatMap(({ term, variants }) => [term, ...variants])
      .map((form) => foldForm(form, normalise, settings.ignore_case)),
  );
  const isListed = (form: string) => listed.has(fold(form));
  const guess = categoryGuesser(terms);
  const found = findTerms(
    discovery,
    request,
    generalReference(lexicon, reference),
    (form) => request.known || !isListed(form),
  );
  const shown = request.fragments ? found : found.filter(({ inside }) => inside === undefined);
  const rows = shown.slice(0, top === 0 ? shown.length : top).map((one) => {
    const { form } = one.candidate;
    const known = isListed(form);
    const category = known ? (terms.find(({ term }) => term === form)?.category ?? '') : guess(form);
    const lines = one.places.examples.map(({ document, start }) => examples[document]!.at(start, form.length));
    return candidateRow(one, discovery.words, { category, known, examples: lines });
  });
  writeReports([{ path: out, schema: candidateSchema, rows }], settings.excel);
  const values = {
    shown: rows.length,
    count: shown.length,
    fragments: found.length - shown.length,
    documents: examples.length,
    words: discovery.words,
    min_frequency: request.minFrequency || defaultMinFrequency(discovery.words),
    min_documents: discovery.minDocuments,
    file: out,
  };
  const notices = { notices: told.notices, messages: told.byRule(), out: '', files: [] };
  return {
    warnings: messageLines(notices, settings, language),
    summary: say(language, 'discover/found', values),
    failed,
  };
}

function findTerms(
  discovery: TermDiscovery,
  request: DiscoverRequest,
  general: GeneralReference,
  isFree: (form: string) => boolean,
) {
  try {
    return discovery.terms(general, isFree);
  } catch (error) {
    if (!(error instanceof TooManyCandidates)) throw error;
    const { found, allowed } = error;
    throw new CorpusError('input/too-many-candidates', request.paths[0] ?? '', { found, expected: allowed });
  }
}
