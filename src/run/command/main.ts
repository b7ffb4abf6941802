import { findPackageRoot } from '../resource/package-root.ts';
import { holdPipes } from '../resource/read-given-file.ts';
import type { RunResult } from '../result/run-result.ts';
import type { Settings } from '../settings.ts';
import { type Language, say } from '../wording/wording.ts';
import type { AuditRequest } from './audit-arguments.ts';
import { type Request, readCommandLine } from './command-line.ts';
import type { DiffRequest } from './diff-arguments.ts';
import type { DiscoverRequest } from './discover-arguments.ts';
import { writeConfigTemplate } from './init.ts';
import type { KwicRequest } from './kwic-arguments.ts';
import { messageLines } from './message-lines.ts';
import { createProgress } from './progress.ts';
import { reportError } from './report-error.ts';
import { checkGroups, type LoadedSettings, loadSettings } from './run-settings.ts';
import { summary } from './summary.ts';

/** Does what the command line asks for and returns the exit code. Results go to stdout, all else to stderr. */
export async function main(argv: readonly string[], language: Language): Promise<number> {
  try {
    return await obey(readCommandLine(argv, language, findPackageRoot().version), argv, language);
  } catch (error) {
    const { text, exitCode } = reportError(error, language);
    process.stderr.write(`${text}\n`);
    return exitCode;
  }
}

// The commands load what they need: help and faults of usage need not wait for dictionaries.
async function obey(request: Request, argv: readonly string[], language: Language): Promise<number> {
  switch (request.command) {
    case 'text':
      process.stdout.write(request.text);
      return 0;
    case 'init':
      writeConfigTemplate(request.file);
      process.stdout.write(`${say(language, 'init/done', { file: request.file })}\n`);
      return 0;
    case 'run': {
      const { paths, config, options, faults } = request;
      const loaded = loadSettings(paths, config, options, faults);
      checkGroups(loaded.settings);
      return runCommand(loaded, argv, language);
    }
    case 'plan': {
      const { paths, config, options, faults, shards } = request;
      const loaded = loadSettings(paths, config, options, faults);
      checkGroups(loaded.settings);
      const { planCommand } = await import('./shard-command.ts');
      const spoken = loaded.settings.lang ?? language;
      process.stdout.write(await planCommand(loaded.settings, shards, loaded.config, spoken));
      return 0;
    }
    case 'shard': {
      const { shardCommand } = await import('./shard-command.ts');
      const { update, stop } = createProgress(language);
      const { text, failed } = await interruptible((signal) =>
        shardCommand(request, language, { signal, progress: update }).finally(stop),
      );
      process.stdout.write(text);
      return failed > 0 ? 1 : 0;
    }
    case 'merge': {
      const { mergeCommand } = await import('./shard-command.ts');
      const { update, stop } = createProgress(language);
      const { result, settings } = await interruptible((signal) =>
        mergeCommand(request, { signal, argv, progress: update }).finally(stop),
      );
      return tellResult(result, settings, settings.lang ?? language);
    }
    case 'verify': {
      const { verifyCommand } = await import('./verify-command.ts');
      return interruptible((signal) => verifyCommand(request, language, signal));
    }
    case 'explain': {
      const { explainCommand } = await import('./explain-command.ts');
      process.stdout.write(await explainCommand(request, language));
      return 0;
    }
    case 'audit':
      return auditCommandLine(request, language);
    case 'kwic':
      return kwicCommandLine(request, language);
    case 'diff':
      return diffCommandLine(request, language);
    case 'discover':
      return discoverCommandLine(request, language);
    case 'cache': {
      const { cacheCommand } = await import('./cache-command.ts');
      process.stdout.write(cacheCommand(request, language));
      return 0;
    }
    case 'train': {
      const { trainCommand } = await import('./train-command.ts');
      process.stdout.write(trainCommand(request, language));
      return 0;
    }
    case 'plot': {
      const { plotCommand } = await import('./plot-command.ts');
      process.stdout.write(await plotCommand(request, language));
      return 0;
    }
    case 'view': {
      const { viewCommand } = await import('./view-command.ts');
      const tell = (line: string) => process.stdout.write(`${line}\n`);
      await interruptible((signal) => viewCommand(request, language, { signal, tell }));
      return 0;
    }
    case 'score': {
      const { scoreCommand } = await import('./score-command.ts');
      const { text, warnings } = scoreCommand(request, language);
      for (const line of warnings) process.stderr.write(`${line}\n`);
      process.stdout.write(text);
      return 0;
    }
  }
}

async function auditCommandLine(request: AuditRequest, language: Language): Promise<number> {
  const { settings } = loadSettings(request.paths, request.config, request.options, request.faults);
  const spoken = settings.lang ?? language;
  const held = holdPipes(settings.terms, 'list');
  const { auditCommand } = await import('./audit-command.ts');
  const { text, warnings, failed } = await interruptible((signal) => {
    const { update, stop } = createProgress(spoken);
    const { out, json } = request;
    const hooks = { out, json, held, language: spoken, signal, progress: update };
    return auditCommand(settings, hooks).finally(stop);
  });
  for (const line of warnings) process.stderr.write(`${line}\n`);
  process.stdout.write(text);
  return failed > 0 ? 1 : 0;
}

async function kwicCommandLine(request: KwicRequest, language: Language): Promise<number> {
  const { kwicSource } = await import('../query/kwic-source.ts');
  const { checkPattern, kwicCommand } = await import('./kwic-command.ts');
  const { paths, inputs, config, options, faults } = request;
  const source = kwicSource(paths, inputs, config, options, faults);
  checkPattern(request);
  const { settings } = source;
  const spoken = settings.lang ?? language;
  const held = holdPipes([...settings.terms, ...settings.user_words], 'list');
  const { warnings, summary, failed } = await interruptible((signal) => {
    // A bar among the lines would be in their way.
    const progress = createProgress(spoken);
    const isOnTerminal = process.stdout.isTTY === true && request.out === undefined;
    const update = isOnTerminal ? () => {} : progress.update;
    const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
    const hooks = { held, language: spoken, signal, progress: update, print, columns };
    return kwicCommand(request, source, hooks).finally(progress.stop);
  });
  for (const line of [...warnings, summary]) process.stderr.write(`${line}\n`);
  return failed > 0 ? 1 : 0;
}

/** Prints to stdout and waits until it is taken, so that a slow reader does not fill the memory. */
function print(text: string): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(text, (error) => resolve(error == null)));
}

async function diffCommandLine(request: DiffRequest, language: Language): Promise<number> {
  const { older, newer, config, options, faults } = request;
  const { settings } = loadSettings([older, newer], config, options, faults);
  const { diffCommand } = await import('./diff-command.ts');
  // See no-color.org.
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const { text, warnings, differs } = await interruptible((signal) =>
    diffCommand(request, settings, { language: settings.lang ?? language, colour, signal }),
  );
  for (const line of warnings) process.stderr.write(`${line}\n`);
  process.stdout.write(text);
  return request.exitCode && differs ? 1 : 0;
}

async function discoverCommandLine(request: DiscoverRequest, language: Language): Promise<number> {
  const { settings } = loadSettings(request.paths, request.config, request.options, request.faults);
  checkGroups(settings);
  const spoken = settings.lang ?? language;
  const held = holdPipes([...settings.terms, ...settings.user_words], 'list');
  const { discoverCommand } = await import('./discover-command.ts');
  const { warnings, summary, failed } = await interruptible((signal) => {
    const { update, stop } = createProgress(spoken);
    return discoverCommand(request, settings, { held, language: spoken, signal, progress: update }).finally(stop);
  });
  for (const line of [...warnings, summary]) process.stderr.write(`${line}\n`);
  return failed > 0 ? 1 : 0;
}

async function runCommand(loaded: LoadedSettings, argv: readonly string[], language: Language): Promise<number> {
  const { settings, config } = loaded;
  const spoken = settings.lang ?? language;
  const { terms, stop_words, user_words, rules, grades, metadata, reference_list } = settings;
  // Before signals are taken over: who writes to a pipe may never end.
  const lists = holdPipes(
    [...terms, ...stop_words, ...user_words, ...rules, ...grades, ...(reference_list === null ? [] : [reference_list])],
    'list',
  );
  const tables = holdPipes(metadata === null ? [] : [metadata], 'metadata');
  const held = new Map([...lists, ...tables]);
  const { run } = await import('../run.ts');
  const result = await interruptible(async (signal) => {
    const progress = createProgress(spoken);
    try {
      return await run(settings, { signal, argv, config, held, progress: progress.update, isLast: true });
    } finally {
      progress.stop();
    }
  });
  return tellResult(result, settings, spoken);
}

function tellResult(result: RunResult, settings: Settings, spoken: Language): number {
  for (const line of messageLines(result, settings, spoken)) process.stderr.write(`${line}\n`);
  process.stdout.write(summary(result, spoken));
  // A document that could not even be listed (a dangling link, a second one of a name) is one that failed.
  const unlisted = result.messages.some(({ severity, rule }) => severity === 'error' && rule.startsWith('ingest/'));
  return result.failed > 0 || unlisted ? 1 : 0;
}

/** Lets Ctrl-C and `kill` end an action in an orderly way. */
async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals) => controller.abort(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await action(controller.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
