import type { Decoded } from '../../ingest/encoding/decode.ts';
import type { Message } from '../../model/message.ts';
import { lineAndColumn, lineStarts } from '../../text/lines.ts';

/** What there is to tell about the bytes of a list, with its name and, where there is one, the line. */
export function listMessages({ text, messages }: Pick<Decoded, 'text' | 'messages'>, list: string): Message[] {
  let starts: Uint32Array | undefined;
  return messages.flatMap(({ severity, rule, values, span }): Message[] => {
    if (rule === 'ingest/uncertain-encoding')
      return [{ severity, rule: 'run/uncertain-list', values: { list, ...values } }];
    if (span === undefined) return [];
    starts ??= lineStarts(text);
    const { line } = lineAndColumn(starts, span.start);
    return [{ severity, rule: 'run/damaged-list', values: { list, line, count: Number(values?.count) } }];
  });
}
