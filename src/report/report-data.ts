/** A cell of a table in the report; null is missing. */
export type ReportCell = string | number | null;

/** Some rows of a table of the result. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Number of all rows; null where there are more than are here, and they were not counted. */
  readonly total: number | null;
}

/** The network of terms as it is drawn: places from −1 to 1, y upwards. */
export interface ReportNetwork {
  readonly nodes: readonly {
    readonly name: string;
    readonly category: string;
    readonly frequency: number;
    readonly community: number;
    readonly x: number;
    readonly y: number;
  }[];
  /** Indices of two nodes, weight, units that they share. */
  readonly edges: readonly (readonly [a: number, b: number, weight: number, joint: number])[];
  readonly similarity: string;
  readonly unit: string;
}

/** Everything that the report shows but the documents themselves. */
export interface ReportData {
  readonly version: string;
  /** Of all documents. */
  readonly sums: { readonly documents: number; readonly tokens: number; readonly occurrences: number };
  /** Every table by its name, if the run has it and it is not empty. */
  readonly tables: Readonly<Record<string, ReportTable>>;
  /** Numbers of messages: rule, severity, count. */
  readonly messages: readonly (readonly [rule: string, severity: string, count: number])[];
  /** The year of each document of the table of documents; empty where years are not known. */
  readonly years: readonly (number | null)[];
  /** The documents of each term and how often it is in each, flat, by the row of the table of terms. */
  readonly counts: readonly (readonly number[])[];
  /** Places of each term, flat: row of the document, offset in code points; by the row of the table of terms. */
  readonly places: readonly (readonly number[])[];
  /** Whether `places` has not all occurrences. */
  readonly placesSampled: boolean;
  /** Rows: document, term (rows of their tables), page, line, left, match, right. */
  readonly concordance: readonly (readonly ReportCell[])[];
  readonly network: ReportNetwork | null;
  /** Measure by which documents are compared, and the column by which they are grouped. */
  readonly similarityMeasure: string;
  readonly by: string | null;
}

/** A line of the source: text, number of its block (0: none), page (0: none), then the decision at its end. */
export type ViewLine = readonly [
  text: string,
  block: number,
  page: number,
  /** −1 nothing was to be decided, 0 a break of the author, 1 joined. */
  decision: number,
  /** Index into the rules of the view. */
  rule: number,
  /** Per cent. */
  confidence: number,
];

/** Kind, level, text, and the terms in it, flat: start and end in UTF-16 units of the text, index of the term, 1 where nested. */
export type ViewBlock = readonly [kind: string, level: number, text: string, terms: readonly number[]];

/** One document with its source. */
export interface DocumentView {
  readonly id: string;
  readonly lines: readonly ViewLine[];
  readonly blocks: readonly ViewBlock[];
  readonly rules: readonly string[];
  readonly terms: readonly (readonly [term: string, category: string])[];
  /** Whether only its first lines are here. */
  readonly cut: boolean;
}
