import type { QueryScanner } from './query-scanner.ts';
import { type Attribute, QueryFault, type Test } from './query-syntax.ts';

const attributes: ReadonlyMap<string, Attribute> = new Map([
  ['word', 'word'],
  ['词', 'word'],
  ['tag', 'tag'],
  ['pos', 'tag'],
  ['词性', 'tag'],
  ['term', 'term'],
  ['术语', 'term'],
  ['category', 'category'],
  ['类别', 'category'],
]);

/** Reads what stands between the brackets of a token, the opening one taken. Throws QueryFault. */
export function readTest(scanner: QueryScanner, from: number): Test {
  if (scanner.takes(']')) return { kind: 'any' };
  const test = either(scanner);
  if (!scanner.takes(']')) throw scanner.fault('query/unclosed', { opened: '[', from, expected: ']' });
  return test;
}

function either(scanner: QueryScanner): Test {
  const tests = [all(scanner)];
  while (scanner.takes('|')) tests.push(all(scanner));
  return tests.length === 1 ? tests[0]! : { kind: 'either', tests };
}

function all(scanner: QueryScanner): Test {
  const tests = [one(scanner)];
  while (scanner.takes('&')) tests.push(one(scanner));
  return tests.length === 1 ? tests[0]! : { kind: 'all', tests };
}

function one(scanner: QueryScanner): Test {
  if (scanner.takes('!')) return { kind: 'not', test: one(scanner) };
  const from = scanner.position;
  if (scanner.takes('(')) {
    const test = either(scanner);
    if (!scanner.takes(')')) throw scanner.fault('query/unclosed', { opened: '(', from, expected: ')' });
    return test;
  }
  const expected = 'word, tag, term, category';
  const name = scanner.match(/[\p{L}_][\p{L}\p{N}_]*/uy)?.[0];
  if (name === undefined) throw scanner.fault('query/expected-attribute', { expected });
  const attribute = attributes.get(name.toLowerCase());
  if (attribute === undefined) throw new QueryFault('query/expected-attribute', from, { expected, found: name });
  const negated = scanner.takes('!=');
  if (!negated && !scanner.takes('=')) throw scanner.fault('query/expected-comparison', { attribute: name });
  if (!scanner.seesQuote) throw scanner.fault('query/expected-value', { attribute: name });
  return { kind: 'is', attribute, negated, pattern: readPattern(scanner) };
}

/** A value in quotes with its flags: `%c` either case, `%l` as it stands. A regular expression meets the whole word. */
export function readPattern(scanner: QueryScanner): RegExp {
  const at = scanner.position;
  const value = scanner.value();
  const flagsAt = scanner.position;
  const flags = scanner.match(/%(\p{L}*)/uy)?.[1] ?? '';
  const found = `%${flags}`;
  if (/[^cl]/.test(flags) || (found === '%' && scanner.sees('%'))) {
    throw new QueryFault('query/bad-flag', flagsAt, { found });
  }
  const source = flags.includes('l') ? value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') : value;
  try {
    return new RegExp(`^(?:${source})$`, flags.includes('c') ? 'iu' : 'u');
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: .*?\/[a-z]*: /s, '');
    throw new QueryFault('query/bad-regex', at, { found: value, reason });
  }
}
