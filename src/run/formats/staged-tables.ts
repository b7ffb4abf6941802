import type { Settings } from '../settings.ts';
import { type TableName, tableNames } from '../table-names.ts';

/**
 * The tables whose CSV files a run makes: those that are asked for, and the words one by one where Parquet is, which has
 * room for them. Their CSV file is left out of the result where nobody asked for it.
 */
export function stagedTables({ tables, formats }: Pick<Settings, 'tables' | 'formats'>): TableName[] {
  return tableNames.filter((name) => tables.includes(name) || (name === 'tokens' && formats.includes('parquet')));
}
