import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { CorpusError } from '../../model/errors.ts';
import { createFinder, kindOf, queryFinder, regexFinder } from '../pattern.ts';
import { QueryFault } from '../token/query-syntax.ts';
import type { Code, Rule, RuleBase } from './coding-rule.ts';
import { areRuleKeys, baseKeys, type RuleKey, ruleKey, ruleKeyNames, ruleUnit, tokenKeys } from './rule-keys.ts';

/** Levels of categories and rules: more than any codebook has, fewer than the stack holds. */
const deepest = 40;
/** Rules that one `sequence` or `near` may join. */
const mostJoined = 8;
const mostWords = 1000;

/** Codes of a file, and everything that is wrong with it, each at its line. */
export interface CodingRules {
  readonly codes: readonly Code[];
  readonly errors: readonly CorpusError[];
}

/** Reads a file of coding rules: categories in categories, and in them codes, each with its rule. `place` names the file. */
export function readCodingRules(content: string, place: string): CodingRules {
  const lines = new LineCounter();
  // The failsafe schema leaves 012, 是 and no as they are written.
  const document = parseDocument(content.replace(/^\ufeff/, ''), {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const reader = new RuleReader(place, (offset) => lines.linePos(offset).line);
  for (const { message, pos } of document.errors) reader.fault('resource/rules-bad-yaml', pos[0], { found: message });
  if (document.errors.length === 0) {
    const { contents } = document;
    if (isMap(contents) && contents.items.length > 0) reader.category(contents, []);
    else reader.fault('resource/rules-not-rules', 0, {});
  }
  return { codes: reader.codes, errors: reader.errors };
}

class RuleReader {
  readonly codes: Code[] = [];
  readonly errors: CorpusError[] = [];
  readonly #place: string;
  readonly #lineAt: (offset: number) => number;

  constructor(place: string, lineAt: (offset: number) => number) {
    this.#place = place;
    this.#lineAt = lineAt;
  }

  fault(
    code: `resource/${string}`,
    offset: number,
    values: Readonly<Record<string, string | number>>,
    cause?: unknown,
  ): undefined {
    const line = this.#lineAt(offset);
    this.errors.push(new CorpusError(code, `${this.#place}:${line}`, values, cause));
  }

  /** The codes and categories of a map. */
  category(map: YAMLMap, path: readonly string[]): void {
    for (const { key, value } of map.items) {
      const at = startOf(key);
      const name = isScalar(key) ? String(key.value).trim() : '';
      if (name === '' || name.includes('/')) this.fault('resource/rules-bad-name', at, { found: String(key) });
      else if (path.length > deepest) this.fault('resource/rules-too-deep', at, { found: name });
      else if (isEmpty(value)) this.fault('resource/rules-empty', at, { found: name });
      else if (isMap(value) && !isRule(value)) this.category(value, [...path, name]);
      else {
        const rule = this.#rule(value, at, 0);
        if (rule !== undefined) this.codes.push({ name, category: path.join('/'), rule, place: this.#place });
      }
    }
  }

  #rule(node: unknown, around: number, depth: number): Rule | undefined {
    const at = node === null ? around : startOf(node);
    const line = this.#lineAt(at);
    const plain = { unit: 'sentence', not: undefined, except: undefined, line } as const;
    if (depth > deepest) return this.fault('resource/rules-too-deep', at, { found: '' });
    if (isEmpty(node)) return this.fault('resource/rules-empty', at, { found: '' });
    if (isScalar(node)) {
      const base = this.#pattern(String(node.value), undefined, at);
      return base === undefined ? undefined : { ...plain, base };
    }
    if (isSeq(node)) {
      const rules = this.#rules(node.items, at, depth);
      return rules === undefined ? undefined : { ...plain, base: { kind: 'any', rules } };
    }
    if (isMap(node)) return this.#map(node, at, depth);
    return this.fault('resource/rules-not-a-rule', at, { found: String(node) });
  }

  #rules(items: readonly unknown[], at: number, depth: number): Rule[] | undefined {
    const rules = items.map((item) => this.#rule(item, at, depth + 1));
    return rules.includes(undefined) ? undefined : (rules as Rule[]);
  }

  #map(map: YAMLMap, at: number, depth: number): Rule | undefined {
    const before = this.errors.length;
    const values = new Map<RuleKey, { node: unknown; at: number }>();
    for (const { key, value } of map.items) {
      const found = isScalar(key) ? String(key.value) : String(key);
      const known = ruleKey(found);
      if (known === undefined)
        this.fault('resource/rules-unknown-key', startOf(key), { found, expected: ruleKeyNames.join(', ') });
      else if (isEmpty(value)) this.fault('resource/rules-empty', startOf(key), { found });
      else if (values.has(known)) this.fault('resource/rules-repeated-key', startOf(key), { found });
      else values.set(known, { node: value, at: startOf(value) });
    }
    const bases = baseKeys.filter((key) => values.has(key));
    const isToken = bases.length > 0 && bases.every((key) => (tokenKeys as readonly string[]).includes(key));
    if (bases.length === 0) this.fault('resource/rules-no-base', at, { expected: baseKeys.join(', ') });
    else if (bases.length > 1 && !isToken) this.fault('resource/rules-several-bases', at, { found: bases.join(', ') });
    if (bases.length > 0) this.#checkOptions(values, bases);
    if (this.errors.length > before) return undefined;
    const unit = values.get('in');
    const part = (key: 'not' | 'except') => {
      const given = values.get(key);
      return given === undefined ? undefined : this.#rule(given.node, given.at, depth + 1);
    };
    const base = isToken ? this.#token(values, at) : this.#base(bases[0]!, values, depth);
    const [not, except] = [part('not'), part('except')];
    if (base === undefined || this.errors.length > before) return undefined;
    return { base, not, except, unit: (unit && ruleUnit(scalarOf(unit.node))) ?? 'sentence', line: this.#lineAt(at) };
  }

  /** Options that stand beside something that has no use for them would be thought to work. */
  #checkOptions(values: ReadonlyMap<RuleKey, { node: unknown; at: number }>, bases: readonly string[]): void {
    const needs = { gap: ['sequence'], within: ['near'], ordered: ['near'] } as const;
    for (const [option, used] of Object.entries(needs)) {
      const given = values.get(option as RuleKey);
      if (given === undefined) continue;
      if (!bases.some((base) => base === used[0]))
        this.fault('resource/rules-idle-option', given.at, { found: option, expected: used[0] });
      const found = scalarOf(given.node);
      if (option === 'ordered' && !/^(?:true|false|是|否)$/.test(found))
        this.fault('resource/rules-bad-switch', given.at, { found });
      if (option !== 'ordered' && !(/^\d{1,4}$/.test(found) && Number(found) <= mostWords)) {
        this.fault('resource/rules-bad-number', given.at, { key: option, found, most: mostWords });
      }
    }
    const unit = values.get('in');
    if (unit !== undefined && ruleUnit(scalarOf(unit.node)) === undefined) {
      this.fault('resource/rules-bad-unit', unit.at, { found: scalarOf(unit.node) });
    }
    if (unit !== undefined && !values.has('not') && !['all', 'sequence', 'near'].includes(bases[0] ?? '')) {
      this.fault('resource/rules-idle-option', unit.at, { found: 'in', expected: 'all, sequence, near, not' });
    }
  }

  #base(
    key: (typeof baseKeys)[number],
    values: ReadonlyMap<RuleKey, { node: unknown; at: number }>,
    depth: number,
  ): RuleBase | undefined {
    const { node, at } = values.get(key)!;
    const numberOf = (option: RuleKey, usual: number) => {
      const given = values.get(option);
      return given === undefined ? usual : Number(scalarOf(given.node));
    };
    switch (key) {
      case 'any':
      case 'all': {
        const rules = this.#rules(isSeq(node) ? node.items : [node], at, depth);
        return rules === undefined ? undefined : { kind: key, rules };
      }
      case 'sequence':
      case 'near': {
        if (!isSeq(node) || node.items.length < 2 || node.items.length > mostJoined) {
          const count = isSeq(node) ? node.items.length : 1;
          return this.fault('resource/rules-not-several', at, { key, count, most: mostJoined });
        }
        const rules = this.#rules(node.items, at, depth);
        if (rules === undefined) return undefined;
        if (key === 'sequence') return { kind: 'chain', rules, gap: numberOf('gap', 0), ordered: true };
        const ordered = /^(?:true|是)$/.test(scalarOf(values.get('ordered')?.node));
        return { kind: 'chain', rules, gap: numberOf('within', 10), ordered };
      }
      case 'text': {
        const items = isSeq(node) ? node.items : [node];
        const bases = items.map((item) => this.#pattern(scalarOf(item), 'term', startOf(item)));
        if (bases.includes(undefined)) return undefined;
        const plain = { unit: 'sentence', not: undefined, except: undefined, line: this.#lineAt(at) } as const;
        return { kind: 'any', rules: bases.map((base) => ({ ...plain, base: base! })) };
      }
      case 'regex': {
        const found = scalarOf(node);
        return this.#pattern(/^\/.+\/[a-z]*$/s.test(found) ? found : `/${found}/`, 'regex', at);
      }
      case 'code':
        return { kind: 'code', name: scalarOf(node) };
      default:
        return this.#pattern(scalarOf(node), 'query', at);
    }
  }

  /** `{ word: 资金, tag: n.* }` as a token query; several values of a key are alternatives. */
  #token(values: ReadonlyMap<RuleKey, { node: unknown; at: number }>, at: number): RuleBase | undefined {
    const tests = tokenKeys.flatMap((key) => {
      const given = values.get(key);
      if (given === undefined) return [];
      const items = isSeq(given.node) ? given.node.items : [given.node];
      return [`${key}="${items.map((item) => scalarOf(item).replaceAll('"', '""')).join('|')}"`];
    });
    return this.#pattern(`[${tests.join(' & ')}]`, 'query', at);
  }

  #pattern(pattern: string, given: ReturnType<typeof kindOf> | undefined, at: number): RuleBase | undefined {
    const kind = given ?? kindOf(pattern);
    try {
      if (kind === 'query') queryFinder(pattern, { strategy: 'standard', terms: [] });
      else if (kind === 'regex') regexFinder(pattern);
      else createFinder(pattern, { boundary: 'word', ignoreCase: false, strategy: 'standard', terms: [] }, 'term');
    } catch (cause) {
      if (cause instanceof QueryFault) return this.fault('resource/rules-pattern', at, { found: pattern }, cause);
      throw cause;
    }
    return { kind: kind === 'term' ? 'plain' : kind, pattern: pattern.trim() };
  }
}

function isRule(map: YAMLMap): boolean {
  return areRuleKeys(map.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')));
}

function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (isScalar(node)) return String(node.value ?? '').trim() === '';
  return (isMap(node) || isSeq(node)) && node.items.length === 0;
}

function scalarOf(node: unknown): string {
  return isScalar(node) ? String(node.value).trim() : '';
}

function startOf(node: unknown): number {
  const range = node instanceof Object && 'range' in node ? (node.range as readonly number[] | null) : null;
  return range?.[0] ?? 0;
}
