import type { Language } from '../wording/wording.ts';

const en = {
  frequency: 'frequency',
  perMillion: 'per million words',
  place: 'place in the document, %',
  logRatio: 'log ratio (1: twice as frequent)',
  evidence: 'log-likelihood |G²|',
  more: 'more than elsewhere',
  less: 'less than elsewhere',
  unsure: 'not significant (q ≥ 0.05)',
  height: 'dissimilarity',
  joint: 'joint count',
  similarity: 'similarity',
};

/** Words on the axes of figures. */
export type PlotWords = Readonly<typeof en>;

const zh: PlotWords = {
  frequency: '频次',
  perMillion: '每百万词',
  place: '文中位置（%）',
  logRatio: '对数比（1 即两倍）',
  evidence: '对数似然比 |G²|',
  more: '多于他组',
  less: '少于他组',
  unsure: '不显著（q ≥ 0.05）',
  height: '相异度',
  joint: '共现次数',
  similarity: '相似度',
};

export const plotWords: Readonly<Record<Language, PlotWords>> = { en, zh };
