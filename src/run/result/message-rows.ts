import type { Message, Severity } from '../../model/message.ts';
import type { Cell } from '../../model/table.ts';
import { say } from '../wording/wording.ts';
import type { Places } from './places.ts';

// A common term may straddle words thousands of times; twenty show the pattern.
const shown = 20;
const limited = 'tag/straddles-word';
/** Tells the number of those that a document has beyond the ones it lists; here: that the run has. */
const more = 'tag/straddles-word-more';

// Names of files that failed are wanted one by one; warnings of one kind repeat each other.
const mostErrors = 50;
const mostWarnings = 20;
const mostWarningsOfRule = 5;

/** An error or warning with its place, for a terminal. */
export interface Notice {
  readonly severity: Exclude<Severity, 'info'>;
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Empty where it concerns the run. */
  readonly document: string;
  /** 1-based; undefined where there is none. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A message without its document, and where in its source it stands. */
export interface LocatedMessage {
  readonly severity: Severity;
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** 1-based; undefined where there is no place. */
  readonly at: { readonly line: number; readonly column: number; readonly page: number | null } | undefined;
}

/** A message with its place in the document, where it has one and the document could be read. */
export function locate({ severity, rule, values = {}, span }: Message, places?: Places): LocatedMessage {
  if (span === undefined || places === undefined) return { severity, rule, values, at: undefined };
  return { severity, rule, values, at: { ...places.position(span.start), page: places.page(span.start) } };
}

/** Turns messages into rows of messages.csv, counts them by rule, and holds back what repeats too often. */
export class MessageRows {
  /** Number of messages by rule, those that are held back included. */
  readonly counts = new Map<string, number>();
  /** The first errors, and the first warnings of each rule. */
  readonly notices: Notice[] = [];
  readonly #severities = new Map<string, Severity>();
  readonly #repeated = new Map<string, number>();
  readonly #emit: (cells: readonly Cell[]) => void;

  constructor(emit: (cells: readonly Cell[]) => void) {
    this.#emit = emit;
  }

  /** One message; `places` where the document could be read, `document` is the document, or the list or table, and empty where it concerns the run. */
  add(message: Message, document: string, places?: Places): void {
    this.addLocated(locate(message, places), document);
  }

  /** One message of which it is known where it stands. */
  addLocated({ severity, rule, values, at }: LocatedMessage, document: string): void {
    this.#severities.set(rule === more ? limited : rule, severity);
    const count = rule === more ? Number(values.count) : 1;
    const counted = rule === more ? limited : rule;
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + count);
    if (counted === limited) {
      const term = String(values.term);
      const seen = (this.#repeated.get(term) ?? 0) + count;
      this.#repeated.set(term, seen);
      if (seen > shown) return;
    }
    // Tables that are no documents name the line themselves.
    const line = at?.line ?? (typeof values.line === 'number' ? values.line : undefined);
    if (severity !== 'info') this.#notice({ severity, rule, values, document, line, column: at?.column });
    this.#emit([
      document,
      severity,
      rule,
      at?.page ?? null,
      line ?? null,
      say('en', rule, values),
      say('zh', rule, values),
    ]);
  }

  #notice(notice: Notice): void {
    const alike = this.notices.filter(({ severity }) => severity === notice.severity);
    const ofRule = alike.filter(({ rule }) => rule === notice.rule);
    const isRoom =
      notice.severity === 'error'
        ? alike.length < mostErrors
        : alike.length < mostWarnings && ofRule.length < mostWarningsOfRule;
    if (isRoom) this.notices.push(notice);
  }

  /** Number of messages by rule, errors first, then warnings, in each the most frequent first. */
  byRule(): { severity: Severity; rule: string; count: number }[] {
    const rank = { error: 0, warning: 1, info: 2 };
    return [...this.counts]
      .map(([rule, count]) => ({ severity: this.#severities.get(rule) as Severity, rule, count }))
      .sort((a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count || (a.rule < b.rule ? -1 : 1));
  }

  /** The rows for what was held back, terms in the order in which they first came. */
  finish(): void {
    for (const [term, seen] of this.#repeated) {
      if (seen <= shown) continue;
      const values = { term, count: seen - shown, shown };
      this.#emit(['', 'info', more, null, null, say('en', more, values), say('zh', more, values)]);
    }
  }
}
