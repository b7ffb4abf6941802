import type { Message } from '../../model/message.ts';

/** A table whose rows are asked for one by one, in any order. */
export interface Table {
  /** Names of the columns as the table has them; empty where a column has none. */
  readonly header: readonly string[];
  /** Rows under the header, empty ones too: the row that people see under the header as the twelfth is the twelfth. */
  readonly rowCount: number;
  /** Empty where the format is no text. */
  readonly encoding: string;
  /** Whether every row states its cells by column, so that none can have too many or too few. */
  readonly isKeyed: boolean;
  /** What there is to say of the table before a row is read. */
  readonly messages: readonly Message[];
  /** The cells of a row (0-based); what is missing is empty. Undefined where the row cannot be read. */
  cells(row: number): readonly (string | undefined)[] | undefined;
  /** 1-based line (of a sheet: row) where a row stands in the file. */
  lineOf(row: number): number;
  /** The rule of the message about a row that cannot be read. */
  fault?(row: number): string;
  /** Whether a cell has its value from a merged cell that begins above or left of it. */
  isMerged?(row: number, column: number): boolean;
}
