/** Universal parts of speech that a word can have; marks are no words. Their order is that of the columns of the model. */
export const universalTags = [
  'NOUN',
  'VERB',
  'PROPN',
  'ADP',
  'NUM',
  'PART',
  'ADV',
  'ADJ',
  'PRON',
  'AUX',
  'CCONJ',
  'DET',
  'SCONJ',
  'X',
  'INTJ',
  'SYM',
] as const;

export type UniversalTag = (typeof universalTags)[number];

/**
 * What a class of the tag set of Peking University, which jieba's dictionary uses, can be among the Universal parts of speech. Classes: Yu Shiwen et al., Specification for Corpus Processing at Peking University (2003); the
 * pairs follow its definitions and those of universaldependencies.org/u/pos, and how UD GSDSimp tags the members of a class
 * (localisers such as 中 and 上 ADP, 所 and 们 PART).
 */
const universalOf: Readonly<Record<string, readonly UniversalTag[]>> = {
  n: ['NOUN', 'PROPN'],
  nr: ['PROPN', 'NOUN'],
  nrt: ['PROPN'],
  nrfg: ['PROPN'],
  ns: ['PROPN', 'NOUN'],
  nt: ['PROPN', 'NOUN'],
  nz: ['PROPN', 'NOUN'],
  ng: ['NOUN', 'PART'],
  g: ['NOUN'],
  s: ['NOUN'],
  t: ['NOUN'],
  tg: ['NOUN'],
  f: ['ADP', 'NOUN'],
  v: ['VERB', 'AUX'],
  vg: ['VERB'],
  vi: ['VERB'],
  vq: ['VERB'],
  vn: ['NOUN'],
  vd: ['ADV'],
  a: ['ADJ'],
  ag: ['ADJ', 'PART'],
  an: ['NOUN'],
  ad: ['ADV'],
  b: ['ADJ', 'NOUN'],
  z: ['ADJ', 'ADV'],
  d: ['ADV', 'SCONJ'],
  dg: ['ADV'],
  df: ['ADV'],
  r: ['PRON', 'DET'],
  rr: ['PRON'],
  rz: ['PRON', 'DET'],
  rg: ['PRON'],
  m: ['NUM', 'DET', 'ADJ'],
  mg: ['NUM'],
  mq: ['NUM'],
  q: ['NOUN'],
  p: ['ADP', 'VERB'],
  c: ['CCONJ', 'SCONJ', 'ADP', 'ADV'],
  u: ['PART'],
  ud: ['PART', 'SCONJ'],
  ug: ['AUX'],
  uj: ['PART', 'SCONJ'],
  ul: ['AUX', 'PART'],
  uv: ['SCONJ', 'PART'],
  uz: ['AUX'],
  k: ['PART'],
  h: ['PART'],
  y: ['PART'],
  o: ['ADV', 'INTJ'],
  e: ['INTJ'],
  i: ['VERB', 'NOUN', 'ADJ', 'ADV'],
  l: ['NOUN', 'VERB', 'ADJ', 'ADV', 'SCONJ'],
  j: ['NOUN', 'PROPN'],
  eng: ['X', 'PROPN', 'NOUN'],
  x: ['X', 'NOUN', 'PROPN', 'VERB'],
  xs: ['SYM'],
};

/** The class of Peking University for each Universal part of speech where the dictionary's does not agree. */
const peking: Readonly<Record<UniversalTag, string>> = {
  NOUN: 'n',
  VERB: 'v',
  PROPN: 'nz',
  ADP: 'p',
  NUM: 'm',
  PART: 'u',
  ADV: 'd',
  ADJ: 'a',
  PRON: 'r',
  AUX: 'v',
  CCONJ: 'c',
  DET: 'r',
  SCONJ: 'c',
  X: 'x',
  INTJ: 'e',
  SYM: 'x',
};

/**
 * The class of Peking University of a word that is used as `universal`: the dictionary's where it can be that. A verb as a
 * noun is `vn`, as an adverb `vd`, an adjective `an` and `ad`: 加快发展 v, 经济发展 vn. Whose name it is a model of words
 * cannot tell: of a noun that is a name it makes `nz`.
 */
export function pekingTagOf(universal: UniversalTag, dictionaryTag: string): string {
  if (universalOf[dictionaryTag]?.includes(universal) === true) return dictionaryTag;
  const first = dictionaryTag.charAt(0);
  if (universal === 'NOUN' && (first === 'v' || first === 'a')) return `${first}n`;
  if (universal === 'ADV' && (first === 'v' || first === 'a')) return `${first}d`;
  return peking[universal];
}
