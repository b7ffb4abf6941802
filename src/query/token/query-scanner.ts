import { codePoints } from '../../text/characters.ts';
import { QueryFault } from './query-syntax.ts';

/** What is shown of the text at a fault. */
const shownLength = 12;

/** Quotes that open a value, with what closes them. A Chinese keyboard gives the curly ones. */
const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

/** Steps through the text of a query; white space between its signs means nothing. */
export class QueryScanner {
  readonly text: string;
  #at = 0;

  constructor(text: string) {
    this.text = text;
    this.#skip();
  }

  /** Place of the next sign in characters from 1. */
  get position(): number {
    return codePoints(this.text.slice(0, this.#at)) + 1;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** Whether the next signs are these. */
  sees(signs: string): boolean {
    return this.text.startsWith(signs, this.#at);
  }

  /** Takes the signs where they are next. */
  takes(signs: string): boolean {
    if (!this.sees(signs)) return false;
    this.#at += signs.length;
    this.#skip();
    return true;
  }

  /** Takes what a sticky expression matches. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.#at += found[0].length;
    this.#skip();
    return found;
  }

  get seesQuote(): boolean {
    return !this.isAtEnd && this.text[this.#at]! in closing;
  }

  /** The value in quotes that is next, as it stands; a quote inside it is doubled or has a backslash before it. */
  value(): string {
    const from = this.position;
    const close = closing[this.text[this.#at]!]!;
    let value = '';
    for (let at = this.#at + 1; at < this.text.length; at++) {
      const sign = this.text[at]!;
      if (sign === '\\' && at + 1 < this.text.length) {
        const next = this.text[++at]!;
        value += next === close ? next : sign + next;
      } else if (sign !== close) value += sign;
      else if (this.text[at + 1] === close) {
        value += close;
        at++;
      } else {
        this.#at = at + 1;
        this.#skip();
        return value;
      }
    }
    throw new QueryFault('query/unclosed-quote', from, { expected: close });
  }

  /** A fault at the next sign. */
  fault(rule: string, values: Readonly<Record<string, string | number>> = {}): QueryFault {
    const rest = this.text.slice(this.#at);
    const found = [...rest].slice(0, shownLength).join('');
    return new QueryFault(rule, this.position, { found: found === rest ? found : `${found}…`, ...values });
  }

  #skip(): void {
    while (this.#at < this.text.length && /\s/.test(this.text[this.#at]!)) this.#at++;
  }
}
