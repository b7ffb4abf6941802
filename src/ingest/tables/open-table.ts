import type { Message } from '../../model/message.ts';
import { lineAndColumn, lineStarts } from '../../text/lines.ts';
import { type Decoded, decode } from '../encoding/decode.ts';
import { openCsv } from './csv-table.ts';
import { openJsonl } from './jsonl-table.ts';
import type { Table } from './table.ts';

/**
 * Opens a table that is a text, of format `csv`, `tsv` or `jsonl`; of the last the `header` where it is known. Throws what
 * `decode` throws, and an Error where it is no table.
 */
export function openTable(
  bytes: Uint8Array,
  format: string,
  id: string,
  encoding?: string,
  header?: readonly string[],
): Table {
  const decoded = decode(bytes, encoding === 'auto' ? undefined : encoding, id);
  const placed = { ...decoded, messages: withLines(decoded) };
  return format === 'jsonl' ? openJsonl(placed, header) : openCsv(placed, format);
}

/** Messages with lines for places; what a cell itself holds is told of the document that it is. */
function withLines({ text, messages }: Decoded): Message[] {
  const told = messages.filter(({ rule }) => !/-?replacement-characters?$/.test(rule));
  const starts = told.some(({ span }) => span !== undefined) ? lineStarts(text) : new Uint32Array(1);
  return told.map(({ span, ...message }) => {
    if (span === undefined) return message;
    return { ...message, values: { line: lineAndColumn(starts, span.start).line, ...message.values } };
  });
}
