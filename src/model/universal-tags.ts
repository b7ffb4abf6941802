import type { Tokens } from './tokens.ts';

// Classes of Peking University, which jieba's dictionary uses (Yu Shiwen et al., Specification for Corpus Processing at Peking
// University, 2003), by Universal POS as universaldependencies.org/u/pos defines them and UD GSDSimp uses them: the likeliest
// of each. A tag that is not here is taken by its first letter.
const classes: Readonly<Record<string, string>> = {
  a: 'ADJ',
  ad: 'ADV',
  an: 'NOUN',
  b: 'ADJ',
  c: 'CCONJ',
  d: 'ADV',
  e: 'INTJ',
  eng: 'X',
  // 上, 以来: postpositions
  f: 'ADP',
  g: 'NOUN',
  h: 'PART',
  i: 'VERB',
  j: 'NOUN',
  k: 'PART',
  l: 'NOUN',
  m: 'NUM',
  n: 'NOUN',
  nr: 'PROPN',
  nrt: 'PROPN',
  nrfg: 'PROPN',
  ns: 'PROPN',
  nt: 'PROPN',
  nz: 'PROPN',
  o: 'ADV',
  p: 'ADP',
  // Universal Dependencies has no class of measure words.
  q: 'NOUN',
  r: 'PRON',
  s: 'NOUN',
  t: 'NOUN',
  u: 'PART',
  // 过, 了, 着: marks of aspect
  ug: 'AUX',
  ul: 'AUX',
  uv: 'SCONJ',
  uz: 'AUX',
  v: 'VERB',
  vd: 'ADV',
  vn: 'NOUN',
  w: 'PUNCT',
  x: 'X',
  xs: 'SYM',
  y: 'PART',
  z: 'ADJ',
  zg: 'X',
};

/** Words that Universal Dependencies puts into a class of their own, by the class of their tag. */
const words: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  c: classOf('SCONJ', '虽然 尽管 即使 即便 如果 假如 倘若 只要 只有 除非 无论 不论 不管 因为 由于 既然 若 如 虽'),
  r: classOf('DET', '各 每 该 此 某 本 这 那 这些 那些 这个 那个 任何 所有 一切 全体 另'),
  v: classOf('AUX', '是 能 能够 可 可以 会 要 应 应当 应该 须 必须 需要 得 不得 敢 肯 愿 愿意'),
};

const signs = /^[\p{S}％%‰°℃＃#＆&＠@]+$/u;

/** The Universal POS of a type of a document: as its neighbours told it, else by its tag. */
export function universalOf({ types, tags, tag, universal }: Tokens, type: number): string {
  return universal?.[type] ?? universalTag(tags[tag[type]!] ?? '', types[type]!);
}

/** The Universal POS of a word by its tag in jieba's tag set; X where the tag says nothing of it. */
export function universalTag(tag: string, form: string): string {
  const own = words[tag]?.get(form);
  if (own !== undefined) return own;
  const found = classes[tag] ?? classes[tag.charAt(0)] ?? 'X';
  return found === 'PUNCT' && signs.test(form) ? 'SYM' : found;
}

function classOf(universal: string, list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((word) => [word, universal]));
}
