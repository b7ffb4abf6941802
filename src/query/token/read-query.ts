import { QueryScanner } from './query-scanner.ts';
import {
  longestMatch,
  type Pattern,
  QueryFault,
  type Region,
  type Strategy,
  strategies,
  type TokenQuery,
} from './query-syntax.ts';
import { readPattern, readTest } from './read-test.ts';

/** Groups in groups: deeper than any query that a person writes. */
const deepest = 100;

/**
 * Reads a query in the syntax of CQP (Evert & Hardie 2011): `[word="深化"] []{0,3} [tag="n.*"] within s`. Throws QueryFault
 * with the place and what was expected.
 */
export function readQuery(text: string): TokenQuery {
  const scanner = new QueryScanner(text);
  const strategy = readStrategy(scanner);
  if (scanner.isAtEnd) throw scanner.fault('query/empty');
  const pattern = choice(scanner, 0);
  let within: Region = 's';
  let most = longestMatch;
  // Several limits hold together: within p within 20.
  while (scanner.match(/within(?![\p{L}\p{N}_])/uy) !== undefined) {
    const limit = scanner.match(/\d+(?![\p{L}\p{N}_])/uy);
    if (limit !== undefined) most = Math.min(most, Number(limit[0]));
    else within = readRegion(scanner);
    if (most < 1) throw scanner.fault('query/bad-within', { expected: 's, p, text, 1–500' });
  }
  scanner.takes(';');
  if (!scanner.isAtEnd) throw unexpected(scanner, 'query/expected-end');
  return { pattern, within, most, strategy };
}

/** `(?longest)` at the head of a query. */
function readStrategy(scanner: QueryScanner): Strategy | undefined {
  if (!scanner.sees('(?')) return undefined;
  const fault = scanner.fault('query/bad-strategy', { expected: strategies.join(', ') });
  const name = scanner.match(/\(\?\s*(\w+)\s*\)/y)?.[1];
  const strategy = strategies.find((one) => one === name);
  if (strategy === undefined) throw fault;
  return strategy;
}

function readRegion(scanner: QueryScanner): Region {
  const region = scanner.match(/(s|p|text)(?![\p{L}\p{N}_])/uy)?.[1];
  if (region === undefined) throw scanner.fault('query/bad-within', { expected: 's, p, text, 1–500' });
  return region as Region;
}

function choice(scanner: QueryScanner, depth: number): Pattern {
  if (depth > deepest) throw scanner.fault('query/too-large');
  const parts = [sequence(scanner, depth)];
  while (scanner.takes('|')) parts.push(sequence(scanner, depth));
  return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
}

function sequence(scanner: QueryScanner, depth: number): Pattern {
  const parts: Pattern[] = [];
  for (let part = repeated(scanner, depth); part !== undefined; part = repeated(scanner, depth)) parts.push(part);
  if (parts.length === 0) throw unexpected(scanner, 'query/expected-token');
  return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
}

function repeated(scanner: QueryScanner, depth: number): Pattern | undefined {
  let part = single(scanner, depth);
  if (part === undefined) return undefined;
  for (;;) {
    const at = scanner.position;
    const [least, most] = readCounts(scanner) ?? [1, 1];
    if (least === 1 && most === 1) return part;
    if (part.kind === 'anchor') throw new QueryFault('query/nothing-to-repeat', at);
    part = { kind: 'repeat', part, least, most };
  }
}

/** How often something comes; undefined where it is not said. */
function readCounts(scanner: QueryScanner): [least: number, most: number | undefined] | undefined {
  if (scanner.takes('?')) return [0, 1];
  if (scanner.takes('*')) return [0, undefined];
  if (scanner.takes('+')) return [1, undefined];
  if (!scanner.sees('{')) return undefined;
  const fault = scanner.fault('query/bad-repetition', { expected: longestMatch });
  const counts = scanner.match(/\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}/y);
  if (counts === undefined || (counts[1] === '' && counts[3] === '')) throw fault;
  const least = Number(counts[1]);
  const most = counts[2] === '' ? least : counts[3] === '' ? undefined : Number(counts[3]);
  if (least > longestMatch || (most !== undefined && (most > longestMatch || most < least || most === 0))) throw fault;
  return [least, most];
}

function single(scanner: QueryScanner, depth: number): Pattern | undefined {
  const from = scanner.position;
  if (scanner.takes('[')) return { kind: 'token', test: readTest(scanner, from) };
  if (scanner.seesQuote) {
    const test = { kind: 'is', attribute: 'word', negated: false, pattern: readPattern(scanner) } as const;
    return { kind: 'token', test };
  }
  if (scanner.takes('(')) {
    const part = choice(scanner, depth + 1);
    if (!scanner.takes(')')) throw scanner.fault('query/unclosed', { opened: '(', from, expected: ')' });
    return part;
  }
  if (!scanner.sees('<')) return undefined;
  const fault = scanner.fault('query/bad-anchor');
  const anchor = scanner.match(/<\s*(\/?)\s*(s|p|text)\s*>/y);
  if (anchor === undefined) throw fault;
  return { kind: 'anchor', region: anchor[2] as Region, edge: anchor[1] === '' ? 'start' : 'end' };
}

/** The fault of what comes next; CQP's labels, targets, global constraints and MU queries are told as what they are. */
function unexpected(scanner: QueryScanner, rule: string): QueryFault {
  const name = scanner.fault('query/unsupported');
  const isKnown = scanner.sees('@') || scanner.sees('::') || scanner.match(/(?:MU|TAB)\b|[\p{L}_][\p{L}\p{N}_]*\s*:/uy);
  return isKnown ? name : scanner.fault(rule);
}
