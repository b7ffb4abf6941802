import { number, text, whole } from '../model/columns.ts';
import type { Column, TableSchema } from '../model/table.ts';

const measures: readonly Column[] = [
  number(
    'cosine',
    'Cosine of the counts × ln(n/df), 0 to 1: 1 is alike. What stands in every document weighs nothing.',
    '余弦相似度（tf-idf，权重为 词频 × ln(n/df)），0 至 1，1 为相同；每篇都有的词权重为零。',
  ),
  number(
    'jensen_shannon',
    '1 − the root of the Jensen–Shannon divergence to base 2 of the shares of words, 0 to 1: 1 is alike (Endres & Schindelin 2003).',
    '1 减 Jensen–Shannon 散度（底为 2）的平方根，0 至 1，1 为相同（Endres & Schindelin 2003）。',
  ),
  number(
    'delta',
    "Burrows's Delta (2002), a distance: 0 is alike. z-scores are over all documents of the table.",
    'Burrows Delta（2002），为距离，0 为相同；z 分数按表中全部文档计算。',
  ),
  number(
    'jaccard',
    'Strings of similarity.shingle characters (punctuation left out) that both have by those that either has, 0 to 1 (Jaccard; Broder 1997): 1 is the same text.',
    '连续 similarity.shingle 字（不计标点）的片段中两者共有者所占比例（Jaccard；Broder 1997），0 至 1，1 为文本相同。',
  ),
];
const which =
  'The words of the settings without stop words that stand in at least similarity.min_documents documents, the most frequent similarity.features of them.';
const whichZh = '所用的词：去除停用词后，至少见于 similarity.min_documents 篇者，取最高频的 similarity.features 个。';

export const similaritySchema: TableSchema = {
  name: 'similarity',
  en: `One row per pair of documents, or of groups where --by is given, the most alike by similarity.measure first. ${which}`,
  zh: `每对文档一行（给定 --by 时为每对组），按 similarity.measure 由近及远。${whichZh}`,
  columns: [
    text('a', 'The first by code unit.', '按码元在前者。'),
    text('b', 'The other one.', '另一篇。'),
    ...measures,
  ],
};

export const nearestSchema: TableSchema = {
  name: 'nearest',
  en: `One row per document (or group) and each of its nearest others by similarity.measure. ${which}`,
  zh: `每篇文档（或每组）与其最近的若干篇各一行，远近按 similarity.measure。${whichZh}`,
  columns: [
    text('document', 'The document or group.', '文档或组。'),
    whole('rank', '1 is the nearest.', '1 为最近。'),
    text('neighbour', 'The other one.', '另一篇。'),
    ...measures,
  ],
};

export const coordinatesSchema: TableSchema = {
  name: 'coordinates',
  en: `One row per document (or group): its cluster and its place on a map by classical multidimensional scaling (Torgerson 1952; Gower 1966). ${which}`,
  zh: `每篇文档（或每组）一行：所属类别，及经典多维尺度分析（MDS；Torgerson 1952、Gower 1966）的坐标。${whichZh}`,
  columns: [
    text('document', 'The document or group.', '文档或组。'),
    whole('number', 'Its number from 1, in clusters.csv with a minus.', '编号，自 1 起；clusters.csv 中带负号。'),
    whole('tokens', 'Its words.', '词数。'),
    whole(
      'cluster',
      'Its cluster where the tree is cut into similarity.clusters.',
      '系统聚类分为 similarity.clusters 类时所属类别。',
    ),
    whole('tree_order', 'Its place in the dendrogram.', '在树状图中的位置。'),
    number('x', 'First coordinate; the greatest by size is positive.', '第一维坐标；绝对值最大者为正。'),
    number('y', 'Second coordinate.', '第二维坐标。'),
  ],
};

export const clustersSchema: TableSchema = {
  name: 'clusters',
  en: `One row per step of the hierarchical clustering, in the convention of hclust in R: −i is document i, j the cluster of step j. ${which}`,
  zh: `系统聚类的每一步一行，记法同 R 的 hclust：−i 为第 i 篇文档，j 为第 j 步所得的类。${whichZh}`,
  columns: [
    whole('step', 'The step, from 1.', '步骤，自 1 起。'),
    whole('a', 'What is merged.', '合并的一方。'),
    whole('b', 'What it is merged with.', '合并的另一方。'),
    number('height', 'Distance at which they are merged.', '合并时的距离。'),
    text('name_a', 'The document, where a is one.', 'a 为文档时的名称。'),
    text('name_b', 'The document, where b is one.', 'b 为文档时的名称。'),
  ],
};
