import type { Column, TableSchema } from '../model/table.ts';
import { documentDispersionColumns } from './document-dispersion.ts';

const document: Column = {
  name: 'document',
  type: 'string',
  en: 'Path of the document under the input folder, with / on every system.',
  zh: '文档在输入文件夹下的路径，各系统一律用 / 分隔。',
};
const term: Column = { name: 'term', type: 'string', en: 'The listed term.', zh: '术语。' };
const category: Column = {
  name: 'category',
  type: 'string',
  en: 'Category path of the term; empty where none was given.',
  zh: '术语类别（路径）；未给出时为空。',
};
const independent: Column = {
  name: 'independent',
  type: 'integer',
  en: 'Occurrences outside every longer listed term.',
  zh: '独立出现次数：不计位于更长术语之内的出现。',
};
const word: Column = {
  name: 'word',
  type: 'string',
  en: 'The word; the stem of a Latin word where stems were asked for.',
  zh: '词；要求取词干时，拉丁字母词为其词干。',
};
const documents: Column = {
  name: 'documents',
  type: 'integer',
  en: 'Documents in which it occurs.',
  zh: '出现该项的文档数。',
};
const dpNorm: Column = {
  name: 'dp_norm',
  type: 'number',
  en: 'Dispersion over the documents: normalised deviation of proportions (Gries 2008; Lijffijt & Gries 2012), from 0, even, to 1, all in the smallest document. Parts are the documents by their counted words, those without any left out. Empty over fewer than two documents, or where it does not occur.',
  zh: '在各文档间的离散度：归一化比例偏差 DPnorm（Gries 2008；Lijffijt & Gries 2012），0 为均匀，1 为全部集中于最小的文档。各部分为文档，以计入统计的词数为大小，无词的文档不计；文档不足两篇或未出现时为空。',
};

const frequency = (en: string, zh: string): Column => ({ name: 'frequency', type: 'integer', en, zh });
const termFrequency = frequency(
  'Occurrences in the counted blocks, also inside a longer listed term.',
  '在计入统计的文本块中的出现次数，含位于更长术语之内的出现。',
);
const wordFrequency = frequency('Occurrences in the counted blocks.', '在计入统计的文本块中的出现次数。');
const perMillion = (en: string, zh: string): Column => ({
  name: 'per_million',
  type: 'number',
  en: `Frequency per million words of the counted blocks of ${en}: all words, listed or not; no punctuation. Numbers with a fraction have ten significant digits.`,
  zh: `${zh}计入统计的文本块中每百万词的出现次数；以全部词为基数（无论是否列出），不含标点。小数保留十位有效数字。`,
});

export const wordsSchema: TableSchema = {
  name: 'words',
  en: 'One row per word, the most frequent first.',
  zh: '每个词一行，按频数降序。',
  columns: [
    word,
    {
      name: 'tag',
      type: 'string',
      en: 'Part of speech in the tag set of jieba; empty where the lexicon does not know the word.',
      zh: '词性（jieba 标记集）；词典未收时为空。',
    },
    wordFrequency,
    documents,
    perMillion('all documents', '全部文档'),
    dpNorm,
    ...documentDispersionColumns,
    {
      name: 'stop_word',
      type: 'integer',
      en: '1 for a stop word, which n-grams and pairs of words leave out; otherwise 0.',
      zh: '停用词为 1（n 元组与词对不含停用词），否则为 0。',
    },
  ],
};

export const wordsByDocumentSchema: TableSchema = {
  name: 'words_by_document',
  en: 'One row per word and document in which it occurs.',
  zh: '每个词在其出现的每篇文档中一行。',
  columns: [document, word, wordFrequency],
};

export const termsSchema: TableSchema = {
  name: 'terms',
  en: 'One row per entry of the term list, also those that do not occur.',
  zh: '术语表每个条目一行，含未出现者。',
  columns: [
    term,
    category,
    termFrequency,
    independent,
    documents,
    perMillion('all documents', '全部文档'),
    dpNorm,
    ...documentDispersionColumns,
  ],
};

export const termsByDocumentSchema: TableSchema = {
  name: 'terms_by_document',
  en: 'One row per entry of the term list and document in which it occurs.',
  zh: '术语表每个条目在其出现的每篇文档中一行。',
  columns: [document, term, category, termFrequency, independent, perMillion('the document', '该文档')],
};

export const ngramsSchema: TableSchema = {
  name: 'ngrams',
  en: 'One row per run of neighbouring words: in one sentence, with no punctuation and no word that was left out between them.',
  zh: '每个相邻词串一行：同一句内，中间没有标点，也没有被排除的词。',
  columns: [
    { name: 'n', type: 'integer', en: 'Number of words.', zh: '词数。' },
    { name: 'ngram', type: 'string', en: 'The words, joined by a space.', zh: '词串，以空格连接。' },
    wordFrequency,
    documents,
  ],
};
