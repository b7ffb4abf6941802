import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTable } from '../../ingest/tables/open-table.ts';
import type { Cause } from './cause.ts';

/** Documents that are named; a row put in at the top of a table changes all the others. */
const mostNamed = 20;

/** What a documents.csv says of a document that comes from its file: its metadata and its digest, by column. */
type Source = ReadonlyMap<string, string>;

/** Which documents in changed containers are other ones, by the documents.csv of two results; none where one has no such table. */
export function partCauses(before: string, after: string, containers: readonly string[]): Cause[] {
  if (containers.length === 0) return [];
  const was = documentSources(before, containers);
  const is = documentSources(after, containers);
  if (was === undefined || is === undefined) return [];
  const causes: Cause[] = [];
  for (const [path, source] of was) {
    const now = is.get(path);
    if (now === undefined) causes.push({ rule: 'verify/part-missing', values: { path } });
    else {
      const names = [...new Set([...source.keys(), ...now.keys()])];
      const columns = names.filter((name) => (source.get(name) ?? '') !== (now.get(name) ?? ''));
      if (columns.length > 0)
        causes.push({ rule: 'verify/part-changed', values: { path, columns: columns.join(', ') } });
    }
  }
  for (const path of is.keys()) if (!was.has(path)) causes.push({ rule: 'verify/part-added', values: { path } });
  const more = causes.length - mostNamed;
  if (more <= 0) return causes;
  return [...causes.slice(0, mostNamed), { rule: 'verify/more-parts', values: { count: more } }];
}

function documentSources(folder: string, containers: readonly string[]): Map<string, Source> | undefined {
  try {
    const table = openTable(readFileSync(join(folder, 'documents.csv')), 'csv', folder, 'utf-8');
    const own = table.header.indexOf('format');
    const digest = table.header.indexOf('sha256');
    const wanted = table.header.flatMap((name, i) => (i > 0 && (i < own || i === digest) ? [{ name, i }] : []));
    const found = new Map<string, Source>();
    for (let row = 0; row < table.rowCount; row++) {
      const cells = table.cells(row) ?? [];
      const document = cells[0] ?? '';
      if (!containers.some((path) => document.startsWith(`${path}#`) || document.startsWith(`${path}/`))) continue;
      found.set(document, new Map(wanted.map(({ name, i }) => [name, cells[i] ?? ''])));
    }
    return found;
  } catch {
    return undefined;
  }
}
