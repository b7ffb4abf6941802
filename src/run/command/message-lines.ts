import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { lastPart } from '../result/manifest.ts';
import type { Notice } from '../result/message-rows.ts';
import type { RunResult } from '../result/run-result.ts';
import type { Settings } from '../settings.ts';
import { type Language, say } from '../wording/wording.ts';
import { printable } from './printable.ts';

/** What of a result is told. */
type Told = Pick<RunResult, 'notices' | 'messages' | 'out' | 'files'>;

/**
 * The errors and warnings of a run for a terminal, a line each: `corpus/2003/a.txt:12:5 warning rule …`, and how many more
 * there are. Empty where there are none.
 */
export function messageLines(result: Told, settings: Settings, language: Language): string[] {
  const lines = result.notices.map((notice) => printable(lineOf(notice, settings, language)));
  const told = (severity: string) => result.notices.filter((notice) => notice.severity === severity).length;
  const file = messageFile(result);
  for (const severity of ['error', 'warning'] as const) {
    const all = result.messages.filter((message) => message.severity === severity);
    const count = all.reduce((sum, message) => sum + message.count, 0) - told(severity);
    const key = severity === 'error' ? 'summary/more-errors' : 'summary/more-warnings';
    if (count > 0) lines.push(say(language, key, { count, file }));
  }
  return lines;
}

/** Where every message stands; empty where that table was not wanted. */
export function messageFile({ out, files }: Told): string {
  return files.includes('messages.csv') ? join(out, 'messages.csv') : '';
}

function lineOf(notice: Notice, settings: Settings, language: Language): string {
  const { severity, rule, values, document, line, column } = notice;
  const where = [pathOf(document, settings), line, column].filter((part) => part !== undefined && part !== '');
  // The wording for tables that are no documents names table and line itself.
  const text = say(language, rule, values).replace(/^(\S+):\d+[:：]\s*/, (all, name) => (name === document ? '' : all));
  return `${where.length > 0 ? `${where.join(':')} ` : ''}${say(language, `severity/${severity}`)} ${rule} ${text}`;
}

/** A path that can be opened from here, where there is one; else the name as in the tables. */
function pathOf(document: string, settings: Settings): string {
  const { paths, terms, stop_words, user_words, rules, grades, metadata, reference_list } = settings;
  if (document === '') return '';
  const [top] = document.split('/') as [string];
  const inside = paths.flatMap((path) => (basename(resolve(path)) === top ? [join(dirname(path), document)] : []));
  const roots = paths.length === 1 ? paths.map((path) => join(path, document)) : [];
  const given = [...terms, ...stop_words, ...user_words, ...rules, ...grades, metadata ?? '', reference_list ?? ''];
  const lists = given.filter((path) => lastPart(path) === document);
  const found = [...roots, ...inside, ...lists].find((path) => isThere(path));
  return found ?? document;
}

/** Whether something has this name, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
