import type { RuleUnit } from './coding-rule.ts';

/** Keys of a rule, in English or Chinese. */
const names = {
  any: ['any', '任一'],
  all: ['all', '全部'],
  sequence: ['sequence', '顺序'],
  near: ['near', '邻近'],
  query: ['query', '检索式'],
  regex: ['regex', '正则'],
  text: ['text', '文字'],
  word: ['word', '词'],
  tag: ['tag', '词性'],
  term: ['term', '术语'],
  category: ['category', '类别'],
  code: ['code', '编码'],
  not: ['not', '非'],
  except: ['except', '除外'],
  in: ['in', '范围'],
  gap: ['gap', '间隔'],
  within: ['within', '距离'],
  ordered: ['ordered', '有序'],
  note: ['note', '备注'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RuleKey = keyof typeof names;

const keyOfName: ReadonlyMap<string, RuleKey> = new Map<string, RuleKey>(
  Object.entries(names).flatMap(([key, names]) => names.map((name) => [name, key as RuleKey] as const)),
);

/** Keys that say what a rule looks for; the four of a token make one. */
export const tokenKeys = ['word', 'tag', 'term', 'category'] as const;
export const baseKeys = ['any', 'all', 'sequence', 'near', 'query', 'regex', 'text', ...tokenKeys, 'code'] as const;

/** All names of keys, for those who misspell one. */
export const ruleKeyNames: readonly string[] = [...keyOfName.keys()];

export function ruleKey(name: string): RuleKey | undefined {
  return keyOfName.get(name.trim().toLowerCase());
}

/** Names that may as well be those of codes or categories: alone they make no rule of a map. */
const everyday = new Set(['全部', '文字', '词', '术语', '类别', '编码', '非', '范围', '间隔', '距离', '有序', '备注']);

/** Whether the keys of a map are those of a rule, and not names of codes and categories; one may be misspelt. */
export function areRuleKeys(names: readonly string[]): boolean {
  const known = names.filter((name) => ruleKey(name) !== undefined);
  return known.some((name) => !everyday.has(name.trim())) || (known.length > 0 && known.length === names.length);
}

const unitOfName: ReadonlyMap<string, RuleUnit> = new Map([
  ['sentence', 'sentence'],
  ['句', 'sentence'],
  ['paragraph', 'paragraph'],
  ['段', 'paragraph'],
  ['document', 'document'],
  ['篇', 'document'],
]);

export function ruleUnit(name: string): RuleUnit | undefined {
  return unitOfName.get(name.trim().toLowerCase());
}
