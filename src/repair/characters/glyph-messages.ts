import type { Message, Severity } from '../../model/message.ts';
import type { Span } from '../../text/offset-map.ts';

/** Places told one by one; the rest are told as a number. */
const mostPlaces = 20;

/** Messages under way: of one kind a rule with a number, or a message a place. */
export class GlyphMessages {
  readonly #counts = new Map<string, { count: number; span: Span }>();
  readonly #places = new Map<string, { messages: Message[]; rest: number; span: Span | undefined }>();

  /** Counts what one message tells for the whole document. */
  count(rule: string, start: number, end: number, count = 1): void {
    const known = this.#counts.get(rule);
    if (known === undefined) this.#counts.set(rule, { count, span: { start, end } });
    else known.count += count;
  }

  /** Tells a place by itself. */
  place(rule: string, start: number, end: number, count: number, character: string): void {
    let known = this.#places.get(rule);
    if (known === undefined) {
      known = { messages: [], rest: 0, span: undefined };
      this.#places.set(rule, known);
    }
    const span = { start, end };
    if (known.messages.length < mostPlaces) {
      known.messages.push({ severity: 'warning', rule, values: { character, count }, span });
    } else {
      known.rest += count;
      known.span ??= span;
    }
  }

  /** All messages, rules in order of first sight. */
  all(): Message[] {
    const told: Message[] = [];
    const tell = (severity: Severity, rule: string, count: number, span: Span) =>
      told.push({ severity, rule, values: { count }, span });
    for (const [rule, { count, span }] of this.#counts) tell('info', rule, count, span);
    for (const [rule, { messages, rest, span }] of this.#places) {
      told.push(...messages);
      if (span !== undefined) tell('warning', `${rule}-more`, rest, span);
    }
    return told;
  }
}
