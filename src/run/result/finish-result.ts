import { resolve } from 'node:path';
import { type DescribedFile, dataPackage } from '../../write/data-package.ts';
import { manifestFormat, manifestName, type OutputFolder, runLogName } from '../../write/folder.ts';
import { jsonPieces } from '../../write/json-pieces.ts';
import { breathe } from '../breathe.ts';
import { Interrupted } from '../interrupted.ts';
import type { StageSettings } from '../plan.ts';
import { findPackageRoot } from '../resource/package-root.ts';
import type { Resources } from '../resource/resources.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { Settings } from '../settings.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { absoluteSettings } from '../verify/absolute-settings.ts';
import { say } from '../wording/wording.ts';
import { lastPart, type ManifestFile, manifestPieces, manifestSettings, runtime, sortedCounts } from './manifest.ts';
import { peakMemory } from './peak-memory.ts';
import type { ResultTables } from './result-tables.ts';
import type { RunLogEnd, RunLogFailure, RunLogStart } from './run-log.ts';

/** What a run has at its end. */
export interface FinishedRun {
  readonly folder: OutputFolder;
  readonly settings: Settings;
  readonly tables: ResultTables;
  readonly stages: readonly StageSettings[];
  readonly resources: Resources;
  readonly inputs: readonly ManifestFile[];
  readonly failures: readonly RunLogFailure[];
  readonly watch: Stopwatch;
  readonly hooks: RunHooks;
}

/** Writes the totals, the data package, the manifest and the run log; gives the names of the files but the texts, and of folders. */
export async function finishResult({
  folder,
  settings,
  tables,
  stages,
  resources,
  inputs,
  failures,
  watch,
  hooks,
}: FinishedRun): Promise<string[]> {
  const write = (name: string, pieces: Iterable<string>) => {
    const file = folder.file(name);
    for (const piece of pieces) file.write(piece);
    return { path: name, ...file.close() };
  };
  const { version } = findPackageRoot();
  const shown = hooks.namedSettings ?? manifestSettings(settings);
  const finished = await finishTables(folder, settings, tables, watch, hooks);
  const files = settings.report
    ? [...finished, await finishReport(folder, settings, tables, finished, watch)]
    : finished;
  const conventions = { en: say('en', 'package/conventions'), zh: say('zh', 'package/conventions') };
  const description = { ...dataPackage(files, conventions), cewen: { version, settings: shown } };
  const outputs = [...files, write('datapackage.json', jsonPieces(description))];
  write(
    manifestName,
    manifestPieces({
      format: manifestFormat,
      tool: { name: 'cewen', version },
      runtime: runtime(),
      offset_unit: 'code point',
      settings: shown,
      stages,
      resources: resources.files.map(({ kind, path, bytes, sha256 }) => ({
        kind,
        path: lastPart(path),
        bytes,
        sha256,
      })),
      input_roots: settings.paths.length > 1 ? settings.paths.map((path) => lastPart(resolve(path))) : [],
      inputs,
      messages: sortedCounts(tables.messages.counts),
      outputs: outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    }),
  );
  const log: (RunLogStart | RunLogFailure | RunLogEnd)[] = [
    {
      event: 'start',
      time: new Date(watch.started).toISOString(),
      argv: hooks.argv ?? [],
      folder: process.cwd(),
      config: hooks.config ?? null,
      settings: absoluteSettings(settings),
    },
    ...failures,
    {
      event: 'end',
      time: new Date().toISOString(),
      seconds: (Date.now() - watch.started) / 1000,
      stages: watch.stages(),
      peak_memory_mb: peakMemory(),
    },
  ];
  write(
    runLogName,
    log.map((line) => `${JSON.stringify(line)}\n`),
  );
  const names = outputs.map(({ path }) => path.replace(/\/.*/s, '/')).filter((name) => name !== 'text/');
  return [...new Set(names), manifestName];
}

/** Closes the tables and writes the other forms of them that are asked for. */
async function finishTables(
  folder: OutputFolder,
  settings: Settings,
  tables: ResultTables,
  watch: Stopwatch,
  { signal }: RunHooks,
): Promise<DescribedFile[]> {
  if (settings.formats.every((name) => name === 'csv')) return watch.time('write', () => tables.finish());
  const { formatMessages, writeFormats } = await import('../formats/write-formats.ts');
  const tell = (files: readonly DescribedFile[]) => formatMessages({ folder, settings, files });
  const files = watch.time('write', () => tables.finish(tell));
  const start = performance.now();
  const goOn = async () => {
    await breathe();
    if (signal?.aborted === true) throw new Interrupted(signal.reason, settings.out);
  };
  const all = await writeFormats({ folder, settings, files, goOn });
  watch.add('formats', performance.now() - start);
  return all;
}

/** Writes the report from the closed tables. */
async function finishReport(
  folder: OutputFolder,
  settings: Settings,
  tables: ResultTables,
  files: readonly DescribedFile[],
  watch: Stopwatch,
): Promise<DescribedFile> {
  const { writeReport } = await import('../report/write-report.ts');
  return watch.time('report', () => writeReport({ folder, settings, files, views: tables.views, sums: tables.sums }));
}
