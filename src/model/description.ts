/** What a document says of itself, in the order of the columns of documents.csv. A field it does not tell is absent. */
export const describedFields = [
  'title',
  'document_number',
  'issuers',
  'date',
  'addressee',
  'versions',
  'attachments',
  'keywords',
  'abstract',
] as const;

/** What a document can tell of itself; a column of documents.csv each. */
export type DescribedField = (typeof describedFields)[number];

/** Several values of a field are parted by `; `; a semicolon inside one is full-width. */
export type Description = Readonly<Partial<Record<DescribedField, string>>>;

/** Where a block stands in a law or under numbered headings; both empty where it has no place. */
export interface BlockPlace {
  /** 编, 分编, 章, 节, 条, 款, 项 or 目. */
  readonly division: string;
  /** From the outside in, parted by `/`: 第一编/第二章/第三条/第二款/（一）, and without articles 一/（二）/3. */
  readonly path: string;
}
