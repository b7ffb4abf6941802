import type { Cell, TableSchema } from '../../model/table.ts';

/** What an audit finds, in the order in which it is told. */
export const findingNames = [
  'never_seen',
  'only_nested',
  'cut',
  'straddles_word',
  'near_duplicate',
  'variant_overlap',
  'opencc_change',
] as const;

export type FindingName = (typeof findingNames)[number];

/** Something about a term of a list that its owner may want to know. */
export interface Finding {
  readonly finding: FindingName;
  readonly term: string;
  readonly category: string;
  /** In signs and words of the text, not of a language of messages. */
  readonly detail: string;
  /** Occurrences; null where none are counted. */
  readonly count: number | null;
  /** A document, or a term list, with the line of an example; empty and null where there is none. */
  readonly document: string;
  readonly line: number | null;
  /** What comes first among findings without a count; 0 if left out. */
  readonly weight?: number;
}

/** Where something stands. */
export type Place = Pick<Finding, 'document' | 'line'>;

export const nowhere: Place = { document: '', line: null };

export const auditSchema: TableSchema = {
  name: 'audit',
  en: 'What term lists and a corpus say of each other',
  zh: '术语表与语料的核对结果',
  columns: [
    {
      name: 'finding',
      type: 'string',
      en: `Kind of finding: ${findingNames.join(', ')}`,
      zh: `类别：${findingNames.join('、')}`,
    },
    { name: 'term', type: 'string', en: 'Listed term', zh: '术语' },
    { name: 'category', type: 'string', en: 'Its category', zh: '类别' },
    {
      name: 'detail',
      type: 'string',
      en: 'Words parted by |, the longer or other term, a conversion, or the kinds of block',
      zh: '以 | 分隔的切分、较长或相近的术语、转换结果或文本块类型',
    },
    { name: 'count', type: 'integer', en: 'Occurrences', zh: '次数' },
    { name: 'document', type: 'string', en: 'Document or list of an example', zh: '示例所在文档或术语表' },
    { name: 'line', type: 'integer', en: 'Its line', zh: '行号' },
  ],
};

/** Cells of a row of audit.csv. */
export function findingRow({ finding, term, category, detail, count, document, line }: Finding): Cell[] {
  return [finding, term, category, detail, count, document, line];
}

/** By kind, then the commonest or weightiest first, then by code unit. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => findingNames.indexOf(finding.finding);
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.count ?? 0) - (a.count ?? 0) ||
      (b.weight ?? 0) - (a.weight ?? 0) ||
      byUnit(a.term, b.term) ||
      byUnit(a.category, b.category) ||
      byUnit(a.detail, b.detail),
  );
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
