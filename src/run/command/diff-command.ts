import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CorpusFile } from '../../ingest/corpus.ts';
import type { DescribedDocument } from '../../model/document.ts';
import { CorpusError } from '../../model/errors.ts';
import { shown } from '../../tag/term-entry.ts';
import { writeAtomically } from '../../write/atomic-file.ts';
import { breathe } from '../breathe.ts';
import { compareDocuments, isDifferent } from '../diff/compare-documents.ts';
import { diffPage, pageMark } from '../diff/diff-page.ts';
import { diffRows, diffSchema } from '../diff/diff-rows.ts';
import { type DiffSummary, summarise } from '../diff/diff-summary.ts';
import { diffText } from '../diff/diff-text.ts';
import { explainTarget } from '../explain/explain-target.ts';
import { Interrupted } from '../interrupted.ts';
import { createPlan } from '../plan.ts';
import { loadLexicon } from '../resource/load-lexicon.ts';
import { loadResources } from '../resource/resources.ts';
import { MessageRows } from '../result/message-rows.ts';
import { Places } from '../result/places.ts';
import type { Settings } from '../settings.ts';
import { Stopwatch } from '../stopwatch.ts';
import { type Language, say } from '../wording/wording.ts';
import type { DiffRequest } from './diff-arguments.ts';
import { messageLines } from './message-lines.ts';
import { checkReportPlace, makeReportFolder, reportPlace } from './report-place.ts';
import { rowRecords } from './row-records.ts';
import { writeReports } from './write-report.ts';

export interface DiffHooks {
  readonly language: Language;
  /** Colours in place of marks. */
  readonly colour: boolean;
  readonly signal: AbortSignal;
}

/** What to print, and on stderr. */
export interface Diffed {
  readonly text: string;
  readonly warnings: readonly string[];
  readonly differs: boolean;
}

// Of two laws on other matters 0.02 of the words were kept.
const unrelated = 0.05;

/**
 * `cewen diff`: compares two versions of a document by the stages of a run. Throws CorpusError, also input/same-document and
 * output/other-page, and Interrupted.
 */
export async function diffCommand(request: DiffRequest, settings: Settings, hooks: DiffHooks): Promise<Diffed> {
  const { older, newer, out, html } = request;
  const { language, signal } = hooks;
  const place = out === undefined ? undefined : reportPlace(out, diffSchema);
  if (place !== undefined) checkReportPlace(place, diffSchema);
  if (html !== undefined) checkPage(html);
  const containers = {
    textColumn: settings.text_column ?? undefined,
    encoding: settings.encoding === 'auto' ? undefined : settings.encoding,
  };
  const files = [older, newer].map((target) => explainTarget(target, containers)) as [CorpusFile, CorpusFile];
  if (isSame(...files)) throw new CorpusError('input/same-document', newer, { other: older });

  const { terms, userWords, messages } = loadResources(settings, []);
  const plan = createPlan({ settings, terms, userWords, lexicon: loadLexicon() });
  const told = new MessageRows(() => {});
  for (const { document, message } of messages) told.add(message, document);
  const read = async (file: CorpusFile, name: string): Promise<DescribedDocument> => {
    const document = await plan.process(file, {}, new Stopwatch(), async () => {
      await breathe();
      if (signal.aborted) throw new Interrupted(signal.reason, out ?? '');
    });
    const places = new Places(document);
    for (const message of document.messages) if (message.severity !== 'info') told.add(message, name, places);
    return document;
  };
  const a = { name: older, document: await read(files[0], older) };
  const b = { name: newer, document: await read(files[1], newer) };
  const compared = compareDocuments(a, b);
  const summary = summarise(compared);
  for (const { name, units } of [compared.a, compared.b]) {
    if (units.length === 0) told.add({ severity: 'warning', rule: 'diff/no-text' }, name);
  }
  if (isUnrelated(summary, a.document, b.document))
    told.add({ severity: 'warning', rule: 'diff/unrelated', values: { other: older } }, newer);

  const rows = diffRows(compared);
  if (place !== undefined) {
    makeReportFolder(place);
    writeReports([{ path: place.path, schema: diffSchema, rows }], settings.excel);
  }
  if (html !== undefined) writeAtomically(html, diffPage(compared, summary, language));
  const written = [place?.path, html].filter((path) => path !== undefined);
  const report = diffText(compared, summary, { language, colour: hooks.colour, full: request.full });
  return {
    text: request.json
      ? `${JSON.stringify({ old: older, new: newer, ...summary, rows: rowRecords(diffSchema, rows) }, null, 2)}\n`
      : written.length === 0
        ? report
        : `${report}\n${say(language, 'diff/files', { files: written.join(' ') })}\n`,
    warnings: messageLines({ notices: told.notices, messages: told.byRule(), out: '', files: [] }, settings, language),
    differs: compared.rows.some(isDifferent),
  };
}

function isSame(a: CorpusFile, b: CorpusFile): boolean {
  return a.id === b.id && realpathSync(a.path).toString() === realpathSync(b.path).toString();
}

/** A law may be written anew under its old title. */
function isUnrelated({ words }: DiffSummary, a: DescribedDocument, b: DescribedDocument): boolean {
  const isSameTitle = a.description.title !== undefined && a.description.title === b.description.title;
  return !isSameTitle && words.a > 0 && words.b > 0 && words.same_share < unrelated;
}

/** Whether a page may go there: an earlier page of this command is replaced, nothing else. */
function checkPage(path: string): void {
  if (!existsSync(dirname(path))) throw new CorpusError('output/no-parent', path, { reason: 'ENOENT' });
  if (!existsSync(path)) return;
  if (!statSync(path).isFile()) throw new CorpusError('output/not-a-file', path);
  const text = readFileSync(path, 'utf8');
  if (text.slice(0, 500).includes(pageMark)) return;
  throw new CorpusError('output/other-page', path, { found: shown(text.split('\n', 1)[0]!.trim()) });
}
