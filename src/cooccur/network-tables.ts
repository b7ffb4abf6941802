import { number, text, whole } from '../model/columns.ts';
import type { TableSchema } from '../model/table.ts';

export const networkNodesSchema: TableSchema = {
  name: 'network_nodes',
  en: 'One row per node of the co-word network: the most frequent terms (or words) by the number of units that hold them. Gephi reads this file as a table of nodes.',
  zh: '共词网络的每个节点一行：按出现单位数取最高频的术语（或词）。Gephi 可作为节点表读入。',
  columns: [
    text('id', 'The term; the name that network_edges.csv uses.', '术语，即 network_edges.csv 中所用的名称。'),
    text('label', 'The same, under the name that Gephi shows.', '同上，供 Gephi 显示。'),
    whole(
      'number',
      'Number of the node from 1, in network_tree.csv with a minus.',
      '节点编号，自 1 起；network_tree.csv 中带负号。',
    ),
    whole(
      'frequency',
      'Units that hold it; with count: all, all its pairs.',
      '出现的单位数；count: all 时为其全部词对数。',
    ),
    whole(
      'community',
      'Community by the method of Louvain (Blondel et al. 2008).',
      'Louvain 法所得社群（Blondel 等 2008）。',
    ),
    whole(
      'cluster',
      'Cluster of the hierarchical clustering of the dissimilarity matrix.',
      '相异矩阵系统聚类所得类别。',
    ),
    whole('degree', 'Edges of the node.', '度：相连的边数。'),
    number('weighted_degree', 'Sum of the weights of its edges.', '加权度：各边权重之和。'),
    number(
      'betweenness',
      'Share of the shortest paths between others that go through it, 0 to 1; edges count 1 each (Freeman 1979).',
      '中介中心性，0 至 1；各边长度均为 1（Freeman 1979）。',
    ),
    number(
      'closeness',
      'How near it is to all others, 0 to 1; edges count 1 each (Wasserman & Faust 1994).',
      '接近中心性，0 至 1；各边长度均为 1（Wasserman & Faust 1994）。',
    ),
    number(
      'eigenvector',
      'Eigenvector centrality by weights, of length 1 over all nodes (Bonacich 1972).',
      '特征向量中心性（加权），全部节点平方和为 1（Bonacich 1972）。',
    ),
    whole('tree_order', 'Place in the dendrogram from left to right.', '在树状图中自左至右的位置。'),
  ],
};

export const networkEdgesSchema: TableSchema = {
  name: 'network_edges',
  en: 'One row per pair of nodes that meet, the heaviest first. Gephi reads this file as a table of edges. Counts are those of cooccurrence.csv for the unit of the network.',
  zh: '共现的每对节点一行，按权重由大到小。Gephi 可作为边表读入；次数同 cooccurrence.csv 中该单位的次数。',
  columns: [
    text('source', 'The more frequent one.', '较高频者。'),
    text('target', 'The other one.', '另一项。'),
    text('type', 'Undirected: the pair has no direction.', 'Undirected：无方向。'),
    number(
      'weight',
      'The similarity that the settings name (network similarity).',
      '设置 network similarity 所指的相似系数。',
    ),
    whole('joint', 'Units that hold both: the cell of the co-word matrix.', '共现单位数，即共词矩阵的值。'),
    number('ochiai', 'O11/√(R1·C1) (Ochiai 1957).', 'Ochiai 系数 O11/√(R1·C1)。'),
    number('jaccard', 'O11/(O11 + O12 + O21).', 'Jaccard 系数 O11/(O11 + O12 + O21)。'),
    number(
      'association_strength',
      'O11/(R1·C1) (van Eck & Waltman 2009).',
      '关联强度 O11/(R1·C1)（van Eck & Waltman 2009）。',
    ),
    number('equivalence', 'O11²/(R1·C1) (Callon et al. 1991).', '等价系数 O11²/(R1·C1)（Callon 等 1991）。'),
  ],
};

export const networkCommunitiesSchema: TableSchema = {
  name: 'network_communities',
  en: 'One row per community of two nodes or more, with its place in the strategic diagram (Callon, Courtial & Laville 1991).',
  zh: '每个不少于两个节点的社群一行，附其在战略坐标图中的位置（Callon 等 1991）。',
  columns: [
    whole('community', 'As in network_nodes.csv.', '同 network_nodes.csv。'),
    whole('nodes', 'Its nodes.', '节点数。'),
    text('terms', 'Up to ten of them, by weighted degree.', '其中至多十个术语，按加权度排列。'),
    number(
      'centrality',
      '10 times the sum of the equivalence indices of edges to other communities.',
      '向心度：与其他社群之间等价系数之和乘以 10。',
    ),
    number(
      'density',
      '100 times the sum of the equivalence indices of edges inside, by its nodes.',
      '密度：内部等价系数之和乘以 100 再除以节点数。',
    ),
    whole(
      'quadrant',
      'Above or below the means of all rows: 1 central and dense (motor themes), 2 dense only (developed but isolated), 3 neither (emerging or declining), 4 central only (basic, not developed).',
      '以各行均值为原点的象限：1 向心度与密度皆高（核心主题），2 仅密度高（成熟而孤立），3 皆低（边缘、新兴或衰退），4 仅向心度高（基础而尚不成熟）。',
    ),
  ],
};

export const networkTreeSchema: TableSchema = {
  name: 'network_tree',
  en: 'One row per step of the hierarchical clustering of the dissimilarity matrix, in the convention of hclust in R: −i is node i, j is the cluster of step j.',
  zh: '相异矩阵系统聚类的每一步一行，记法同 R 的 hclust：−i 为节点 i，j 为第 j 步所得的类。',
  columns: [
    whole('step', 'The step, from 1.', '步骤，自 1 起。'),
    whole('a', 'What is merged.', '合并的一方。'),
    whole('b', 'What it is merged with.', '合并的另一方。'),
    number('height', 'Dissimilarity at which they are merged.', '合并时的相异度。'),
    text('name_a', 'The node, where a is one.', 'a 为节点时的名称。'),
    text('name_b', 'The node, where b is one.', 'b 为节点时的名称。'),
  ],
};
