import { countTokens } from '../../count/counted-blocks.ts';
import { perMillion } from '../../count/per-million.ts';
import type { TableSchema } from '../../model/table.ts';
import { createFinder, kindOf, type PatternSettings } from '../../query/pattern.ts';
import { Sample } from '../../query/sample.ts';
import { sortLines } from '../../query/sort-lines.ts';
import { kwicCountSchema, kwicSchema } from '../../query/tables.ts';
import { TextView } from '../../query/text-view.ts';
import { QueryFault } from '../../query/token/query-syntax.ts';
import { breathe } from '../breathe.ts';
import { Interrupted } from '../interrupted.ts';
import { openCorpus } from '../open-corpus.ts';
import { createPlan } from '../plan.ts';
import { KwicCounts } from '../query/kwic-counts.ts';
import { type KwicLine, kwicLine } from '../query/kwic-line.ts';
import { type KwicOutput, kwicOutput } from '../query/kwic-output.ts';
import type { KwicSource } from '../query/kwic-source.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { formNormaliser } from '../resource/form-normaliser.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import type { HeldPipes } from '../resource/read-given-file.ts';
import { loadResources } from '../resource/resources.ts';
import { MessageRows } from '../result/message-rows.ts';
import { Stopwatch } from '../stopwatch.ts';
import { checkGroupColumn, groupValue } from '../tables/group-value.ts';
import { failureMessage } from '../thread/failed-document.ts';
import { type Language, say } from '../wording/wording.ts';
import { SettingsError } from './fault.ts';
import type { KwicRequest } from './kwic-arguments.ts';
import { messageLines } from './message-lines.ts';

export interface KwicHooks {
  readonly held: HeldPipes;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, document: string) => void;
  /** Prints; false where nobody reads any more. */
  readonly print: (text: string) => Promise<boolean>;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** What to tell on stderr; `failed` documents could not be processed. */
export interface KwicFound {
  readonly warnings: readonly string[];
  readonly summary: string;
  readonly failed: number;
}

/** Throws a SettingsError with the place where a pattern cannot be read. */
export function checkPattern(request: KwicRequest, settings?: PatternSettings) {
  const { pattern, plain, strategy } = request;
  try {
    const given = settings ?? { boundary: 'word', ignoreCase: false, strategy, terms: [] };
    return createFinder(pattern, given, plain ? 'term' : kindOf(pattern));
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    throw new SettingsError([{ rule: error.rule, place: '', values: { ...error.values, pattern } }]);
  }
}

/**
 * `cewen kwic`: a pattern in texts that go through the stages of a run. Lines are printed document by document, unless they
 * are to be sorted or drawn. Throws CorpusError and Interrupted; a document that cannot be processed is left out and told,
 * unless the settings are strict.
 */
export async function kwicCommand(request: KwicRequest, source: KwicSource, hooks: KwicHooks): Promise<KwicFound> {
  const { held, language, signal } = hooks;
  const { settings } = source;
  const corpus = openCorpus(settings, request.out === undefined ? [] : [request.out], held);
  checkGroupColumn(settings.by, corpus.metadataColumns);
  const { terms, userWords, messages } = loadResources(settings, [], held);
  const normalise = formNormaliser(terms, settings);
  const finder = checkPattern(request, {
    boundary: settings.boundary,
    ignoreCase: settings.ignore_case,
    normalise,
    strategy: request.strategy,
    terms,
  });
  const plan = createPlan({ settings, terms, userWords, lexicon: loadLexicon() });
  const told = new MessageRows(() => {});
  for (const { document, message } of [...corpus.messages, ...messages]) told.add(message, document);

  const schema: TableSchema = request.count === undefined ? kwicSchema : kwicCountSchema(request.count);
  const output: KwicOutput = kwicOutput(request, schema, settings, hooks);
  const counts = request.count === undefined ? undefined : new KwicCounts(request.count);
  const sample = request.sample === undefined ? undefined : new Sample<KwicLine>(request.sample, request.seed);
  const waiting: KwicLine[] = [];
  const kinds = new Set(settings.count_kinds);
  const context = { context: settings.context, contextUnit: request.words ? 'words' : 'characters' } as const;
  const sums = { matches: 0, documents: 0, searched: 0, tokens: 0, failed: 0, changed: 0 };
  const goOn = async () => {
    await breathe();
    if (signal.aborted) throw new Interrupted(signal.reason, '');
  };
  try {
    for (const [done, file] of corpus.files.entries()) {
      hooks.progress(done, corpus.files.length, file.id);
      await goOn();
      let lines: KwicLine[];
      try {
        const document = await plan.process(file, corpus.metadataOf(file.id), new Stopwatch(), goOn);
        const view = new TextView(document, kinds);
        const group = settings.by === null ? undefined : groupValue(document, settings.by);
        const places = new MatchPlaces(document, context);
        const spans = finder.find(view);
        lines = spans.map((span) => kwicLine(document, group, places.of(span)));
        const tokens = countTokens(view.blocks);
        counts?.add(
          document.id,
          group,
          tokens,
          lines.map(({ form }) => form),
        );
        sums.searched++;
        sums.tokens += tokens;
        sums.matches += lines.length;
        sums.documents += Math.min(lines.length, 1);
        const digest = source.digests.get(file.id);
        if (digest !== undefined && digest !== document.sha256) sums.changed++;
      } catch (error) {
        const message = failureMessage(error);
        if (settings.strict || message === undefined) throw error;
        sums.failed++;
        told.add(message, file.id);
        continue;
      }
      if (counts !== undefined) continue;
      if (sample !== undefined)
        for (const line of lines) sample.add(`${line.document}\n${line.start}\n${line.match}`, line);
      else if (request.sort.length > 0) waiting.push(...lines);
      else if (!(await output.lines(lines))) break;
    }
    const held = sortLines(sample === undefined ? waiting : sample.items(), request.sort);
    if (counts !== undefined) await output.rows(counts.rows());
    else await output.lines(held);
    const { matches, documents, searched, tokens } = sums;
    const found = { matches, documents, searched, tokens, per_million: perMillion(matches, tokens) ?? 0 };
    await output.end(request.pattern, finder.kind, found);
    const drawn = sample?.items().length ?? matches;
    const notes = [
      say(language, 'kwic/found', { ...found, shown: drawn < matches ? drawn : '', out: request.out ?? '' }),
      ...(finder.refused > 0 ? [say(language, 'kwic/refused', { count: finder.refused })] : []),
      ...(sums.changed > 0 ? [say(language, 'kwic/changed-inputs', { count: sums.changed })] : []),
    ];
    const notices = { notices: told.notices, messages: told.byRule(), out: '', files: [] };
    return { warnings: messageLines(notices, settings, language), summary: notes.join('\n'), failed: sums.failed };
  } catch (error) {
    output.abandon();
    throw error;
  }
}
