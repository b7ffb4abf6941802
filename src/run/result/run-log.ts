import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogName } from '../../write/folder.ts';
import type { Settings } from '../settings.ts';

/** What a run leaves in run-log.jsonl: causes that are bound to a machine or an hour, and no part of any digest. */
export interface RunLogStart {
  readonly event: 'start';
  readonly time: string;
  readonly argv: readonly string[];
  readonly folder: string;
  /** The configuration file, absolute; null where there was none. */
  readonly config: string | null;
  /** As used, with absolute paths. */
  readonly settings: Settings;
}

/** A document that could not be processed, with what a developer needs to find out why. */
export interface RunLogFailure {
  readonly event: 'failure';
  readonly document: string;
  readonly error: string;
}

export interface RunLogEnd {
  readonly event: 'end';
  readonly time: string;
  readonly seconds: number;
  /** Milliseconds by stage. */
  readonly stages: Readonly<Record<string, number>>;
  readonly peak_memory_mb: number;
}

/** The first line of a result's run log; undefined where there is none that can be read. */
export function readRunLog(folder: string): RunLogStart | undefined {
  try {
    const text = readFileSync(join(folder, runLogName), 'utf8');
    const start = JSON.parse(text.slice(0, text.indexOf('\n'))) as RunLogStart;
    return start.event === 'start' ? start : undefined;
  } catch {
    return undefined;
  }
}
