import type { Decoded } from '../encoding/decode.ts';
import type { Table } from './table.ts';

/** Numbers that lose their last digits as numbers: 微博 have 16 digits and more. */
const longNumber = /[:,[\s]-?\d{16}/;
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Opens a file with a JSON object on each line; its keys are the columns, in the order in which they first come, unless the
 * `header` is known. Values that are lists or objects stay JSON.
 */
export function openJsonl({ text, encoding, messages }: Decoded, header?: readonly string[]): Table {
  const starts = lineOffsets(text);
  const line = (row: number) => text.slice(starts[row], starts[row + 1] ?? text.length).trim();
  let known = header;
  if (known === undefined) {
    const keys = new Set<string>();
    for (let row = 0; row < starts.length; row++) {
      const found = parsed(line(row));
      if (typeof found === 'object') for (const key of Object.keys(found)) keys.add(key);
    }
    known = [...keys];
  }
  const columns = known;
  return {
    header: columns,
    rowCount: starts.length,
    encoding,
    isKeyed: true,
    messages,
    cells(row) {
      const source = line(row);
      if (source === '') return [];
      const found = parsed(source);
      if (typeof found === 'string') return undefined;
      return columns.map((key) => (Object.hasOwn(found, key) ? shown(found[key]) : ''));
    },
    lineOf: (row) => row + 1,
    fault(row) {
      const found = parsed(line(row));
      return typeof found === 'string' ? found : '';
    },
  };
}

/** The object of a line, or the rule of the message that it is none. */
function parsed(line: string): Record<string, unknown> | string {
  if (line === '') return {};
  try {
    const safe = longNumber.test(line)
      ? line.replace(stringOrLongNumber, (part) => (part.startsWith('"') ? part : `"${part}"`))
      : line;
    const value: unknown = JSON.parse(safe);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'ingest/row-no-object';
  } catch {
    return 'ingest/row-no-json';
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function lineOffsets(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return starts;
}
