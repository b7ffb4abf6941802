import type { TableSchema } from '../../model/table.ts';

/** A row a gold file and engine. */
export const scoreSchema: TableSchema = {
  name: 'score',
  en: 'How well segmenters agree with texts that were cut by hand',
  zh: '分词器与人工分词文本的一致程度',
  columns: [
    { name: 'file', type: 'string', en: 'Gold text', zh: '标准分词文本' },
    { name: 'engine', type: 'string', en: 'Segmenter', zh: '分词器' },
    { name: 'version', type: 'string', en: 'Its version', zh: '分词器版本' },
    { name: 'sentences', type: 'integer', en: 'Sentences', zh: '句数' },
    { name: 'gold_words', type: 'integer', en: 'Words of the gold text', zh: '标准词数' },
    { name: 'predicted_words', type: 'integer', en: 'Words of the segmenter', zh: '分词器给出的词数' },
    { name: 'same_words', type: 'integer', en: 'Words that both have', zh: '两者相同的词数' },
    { name: 'precision', type: 'number', en: 'Percent of its words that are right', zh: '精确率（%）' },
    { name: 'recall', type: 'number', en: 'Percent of the gold words that it has', zh: '召回率（%）' },
    { name: 'f1', type: 'number', en: 'Harmonic mean of the two, in percent', zh: 'F1（%）' },
    { name: 'oov_words', type: 'integer', en: 'Gold words that the vocabulary lacks', zh: '词表外的标准词数' },
    { name: 'oov_recall', type: 'number', en: 'Percent of them that it has', zh: '词表外词的召回率（%）' },
    {
      name: 'conflicts',
      type: 'integer',
      en: 'Stretches between shared boundaries that both divide, and differently',
      zh: '冲突片段数：两者都切分而切法不同',
    },
    { name: 'conflicts_per_1000', type: 'number', en: 'The same per 1,000 gold words', zh: '每千标准词的冲突片段数' },
    { name: 'split', type: 'integer', en: 'Gold words that it cuts finer', zh: '切得更细的标准词数' },
    { name: 'merged', type: 'integer', en: 'Its words that are several gold words', zh: '把几个标准词合为一词的次数' },
    {
      name: 'terms',
      type: 'integer',
      en: 'Gold words of two or more Han characters, at most one a numeral',
      zh: '两个及以上汉字（至多一个数字）的标准词数',
    },
    {
      name: 'crossed_terms',
      type: 'integer',
      en: 'Those that a predicted word overlaps, neither containing the other',
      zh: '其中与分词结果交叉（互不包含）的词数',
    },
    { name: 'crossed_percent', type: 'number', en: 'The same in percent', zh: '交叉词的百分比' },
  ],
};

/** A row an engine and pair of readings. */
export const confusionSchema: TableSchema = {
  name: 'confusions',
  en: 'Where segmenters differ from texts that were cut by hand',
  zh: '分词器与人工分词文本的差异',
  columns: [
    { name: 'engine', type: 'string', en: 'Segmenter', zh: '分词器' },
    {
      name: 'kind',
      type: 'string',
      en: 'split: cut finer; merged: cut coarser; conflict: cut in another place',
      zh: 'split：切得更细；merged：切得更粗；conflict：切在别处',
    },
    { name: 'gold_words', type: 'string', en: 'Words of the gold text', zh: '标准分词' },
    { name: 'predicted_words', type: 'string', en: 'Words of the segmenter', zh: '分词结果' },
    { name: 'count', type: 'integer', en: 'How often', zh: '次数' },
    { name: 'file', type: 'string', en: 'Where it first stands', zh: '首次出现的文件' },
    { name: 'line', type: 'integer', en: 'Its line', zh: '行号' },
  ],
};
