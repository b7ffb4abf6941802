/** A cell of a table; null is missing (an empty cell). */
export type Cell = string | number | null;

/** A column of a table, with its description in English and Chinese. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number';
  /** What the column holds, for the data package. */
  readonly en: string;
  readonly zh: string;
}

/** The columns of one file that a run writes. */
export interface TableSchema {
  /** File name without its ending. */
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly columns: readonly Column[];
}
