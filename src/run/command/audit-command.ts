import { auditText } from '../audit/audit-text.ts';
import { CorpusAudit } from '../audit/corpus-audit.ts';
import { auditSchema, findingRow, sortFindings } from '../audit/finding.ts';
import { auditLists } from '../audit/list-audit.ts';
import { breathe } from '../breathe.ts';
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
import { failureMessage } from '../thread/failed-document.ts';
import type { Language } from '../wording/wording.ts';
import { messageLines } from './message-lines.ts';
import { checkReportPlace, makeReportFolder, reportPlace } from './report-place.ts';
import { rowRecords } from './row-records.ts';
import { writeReports } from './write-report.ts';

export interface AuditHooks {
  /** A file that ends in .csv, or a folder for audit.csv; undefined where nothing is to be written. */
  readonly out: string | undefined;
  /** Whether to print everything as JSON. */
  readonly json: boolean;
  readonly held: HeldPipes;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, document: string) => void;
}

/** What to print, and on stderr; `failed` documents could not be processed. */
export interface Audited {
  readonly text: string;
  readonly warnings: readonly string[];
  readonly failed: number;
}

/**
 * `cewen audit`: term lists over a corpus, by the stages of a run. Throws CorpusError and Interrupted; a document that
 * cannot be processed is left out and told, unless the settings are strict.
 */
export async function auditCommand(settings: Settings, hooks: AuditHooks): Promise<Audited> {
  const { out, held, language, signal } = hooks;
  const file = out === undefined ? undefined : reportPlace(out, auditSchema);
  if (file !== undefined) checkReportPlace(file, auditSchema);
  const corpus = openCorpus(settings, out === undefined ? [] : [out], held);
  const { terms, userWords, lists, messages } = loadResources(settings, [], held);
  const normalise = formNormaliser(terms, settings);
  const plan = createPlan({ settings, terms, userWords, lexicon: loadLexicon() });
  const audit = new CorpusAudit(terms, settings, normalise);
  const told = new MessageRows(() => {});
  for (const { document, message } of [...corpus.messages, ...messages]) told.add(message, document);

  let failed = 0;
  const goOn = async () => {
    await breathe();
    if (signal.aborted) throw new Interrupted(signal.reason, out ?? '');
  };
  for (const [done, file] of corpus.files.entries()) {
    hooks.progress(done, corpus.files.length, file.id);
    await goOn();
    try {
      audit.add(await plan.process(file, corpus.metadataOf(file.id), new Stopwatch(), goOn));
    } catch (error) {
      const message = failureMessage(error);
      if (settings.strict || message === undefined) throw error;
      failed++;
      told.add(message, file.id);
    }
  }
  const findings = sortFindings([
    ...audit.findings(),
    ...auditLists(terms, lists, { normalise, ignoreCase: settings.ignore_case }),
  ]);
  const rows = findings.map(findingRow);
  if (file !== undefined) {
    makeReportFolder(file);
    writeReports([{ path: file.path, schema: auditSchema, rows }], settings.excel);
  }
  const seen = audit.frequency.reduce((sum, count) => sum + Math.min(count, 1), 0);
  const sums = { ...audit.sums, terms: terms.length, seen };
  return {
    text: hooks.json
      ? `${JSON.stringify({ ...sums, findings: rowRecords(auditSchema, rows) }, null, 2)}\n`
      : auditText({ ...sums, findings, path: file?.path }, language),
    warnings: messageLines({ notices: told.notices, messages: told.byRule(), out: '', files: [] }, settings, language),
    failed,
  };
}
