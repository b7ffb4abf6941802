import { number, text, whole } from './columns.ts';
import type { Column } from './table.ts';

/** What a list of candidates has beside the columns of a term list. A reader of term lists passes over them. */
export const candidateColumns: readonly Column[] = [
  number('score', 'What the rows are ranked by (docs/discover.md).', '排序所用的综合得分（见 docs/discover.md）。'),
  whole(
    'frequency',
    'Occurrences that begin and end with words and cross no mark.',
    '起止与词界一致、不跨标点的出现次数。',
  ),
  whole('documents', 'Documents that have it.', '出现的文档数。'),
  number('per_million', 'Frequency per million words.', '每百万词频次。'),
  number(
    'dp_norm',
    'Dispersion over the documents (DPnorm): 0 even, 1 in few documents only; empty for one document.',
    '在各文档间的离散度（DPnorm）：0 为均匀，1 为集中于少数文档；只有一篇文档时为空。',
  ),
  text(
    'sources',
    'How it was found: words (pattern of parts of speech), string (cohesive characters), quoted (a name in “”).',
    '发现方式：words（词类模式）、string（紧密字串）、quoted（引号内的名称）。',
  ),
  number('c_value', 'C-value: log2(1 + words) · free frequency.', 'C 值：log2(1+词数)×扣除嵌套后的频次。'),
  number('nc_value', 'NC-value: C-value with the words beside it.', 'NC 值：C 值加上下文词的权重。'),
  number(
    'cohesion',
    'Least mutual information of its parts over all splits, in bits; empty for a single word.',
    '各切分处互信息的最小值（比特）；单个词为空。',
  ),
  number('left_entropy', 'Entropy of what stands before it, in bits.', '左邻信息熵（比特）。'),
  number('right_entropy', 'Entropy of what stands after it, in bits.', '右邻信息熵（比特）。'),
  whole(
    'alone',
    'Occurrences between two marks: whole quotations and items of lists.',
    '前后均为标点的出现次数（整体被引或为并列项）。',
  ),
  number(
    'log_ratio',
    'Binary log of its relative frequency by that in the reference (½ added to both counts).',
    '相对频率与参照之比的以 2 为底的对数（两边各加 ½）。',
  ),
  whole(
    'reference_frequency',
    'Its frequency in the reference, or the most that it can be.',
    '在参照中的频次，或其上限。',
  ),
  text('inside', 'A longer candidate that it mostly stands in.', '多数情况下所在的更长候选。'),
  text('known', 'yes where it is in the term lists already.', '已在术语表中则为 yes。'),
  text('example_1', 'An example with its place: document, page, line.', '用例及出处：文档、页、行。'),
  text('example_2', 'An example of another document.', '另一文档中的用例。'),
  text('example_3', 'An example of a third document.', '第三篇文档中的用例。'),
];
