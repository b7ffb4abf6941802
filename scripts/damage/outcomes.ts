import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** What became of a file: its best status, and the rules of its errors. */
export interface Outcome {
  readonly status: 'ok' | 'partial' | 'failed' | 'silent';
  readonly rules: readonly string[];
}

/** What a result says of documents, by the name of the file that they came from. */
export interface Outcomes {
  of(file: string): Outcome;
  /** All that is said of some files, and their texts, to be compared with another result. */
  about(files: readonly string[]): string;
  readonly peakMemory: number;
}

const tables = ['documents', 'blocks', 'occurrences', 'messages'] as const;
const ranks = ['ok', 'partial', 'failed', 'silent'] as const;

/** Reads the folder of a result. */
export function readOutcomes(folder: string): Outcomes {
  const rows = new Map(tables.map((name) => [name, records(join(folder, `${name}.csv`))]));
  const found = new Map<string, { status: Outcome['status']; rules: Set<string> }>();
  const entry = (file: string) => {
    const known = found.get(file) ?? { status: 'silent', rules: new Set<string>() };
    found.set(file, known);
    return known;
  };
  for (const { document, status } of rows.get('documents')!) {
    const known = entry(fileOf(document!));
    if (ranks.indexOf(status as Outcome['status']) < ranks.indexOf(known.status)) known.status = status as 'ok';
  }
  for (const { document, severity, rule } of rows.get('messages')!) {
    const known = entry(fileOf(document!));
    // A container that cannot be opened has no documents, only a message.
    if (known.status === 'silent') known.status = 'failed';
    if (severity === 'error') known.rules.add(rule!);
  }
  const log = readFileSync(join(folder, 'run-log.jsonl'), 'utf8').trim().split('\n').at(-1)!;
  return {
    of(file) {
      const { status, rules } = found.get(file) ?? { status: 'silent', rules: new Set() };
      return { status, rules: [...rules].sort() };
    },
    about(files) {
      const isWanted = (name: string) => files.includes(fileOf(name));
      const said = tables.map((name) => {
        const wanted = rows.get(name)!.filter(({ document }) => isWanted(document!));
        // Another table of texts may bring columns of its own, empty for all other documents.
        return wanted.map((row) => Object.entries(row).filter(([, value]) => value !== ''));
      });
      return JSON.stringify([...said, textsIn(join(folder, 'text'), isWanted)]);
    },
    peakMemory: (JSON.parse(log) as { peak_memory_mb: number }).peak_memory_mb,
  };
}

/** Documents in a container have its name first: a.zip/b.txt, a.csv#12. */
function fileOf(document: string): string {
  return document.split(/[/#]/, 1)[0]!;
}

function records(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true });
}

function textsIn(folder: string, isWanted: (name: string) => boolean): [string, string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isWanted(path.slice(folder.length + 1).replace(/\.txt$/, '')))
    .sort()
    .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]);
}
