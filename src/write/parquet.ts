import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column, TableSchema } from '../model/table.ts';
import type { FileWriter } from './file-writer.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** What the metadata of a file say of its columns; it changes when the meaning of a column does. */
export const parquetSchemaVersion = 'cewen-tables/1';

// As the format advises readers that fetch a group whole; texts of blocks stay within some tens of megabytes.
const groupRows = 50_000;
/** Characters of text after which a group ends though it has few rows. */
const groupCharacters = 16_000_000;
/** Bytes that are held back before they go to the file. */
const heldBytes = 1 << 20;

/**
 * Whole numbers that count the places of one document, which no text that fits into memory takes past 2^31; all others may be
 * of a corpus and have 64 bits.
 */
const placeColumns = new Set([
  ...['start', 'end', 'raw_start', 'raw_end', 'raw_offset', 'page', 'pages', 'line', 'block', 'sentence', 'token'],
  ...['level', 'counted'],
]);

/**
 * Writes rows as Parquet: the columns and types of the CSV file, null for an empty cell, Snappy. The metadata hold the version
 * of the schema and, under `description:COLUMN` and `description@zh:COLUMN`, what each column is.
 */
export function writeParquet(file: FileWriter, schema: TableSchema, rows: Iterable<readonly Cell[]>): void {
  const { columns } = schema;
  const held = new HeldBytes(file);
  const writer = new ParquetWriter({
    writer: held,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: metadataOf(schema),
    createdBy: 'cewen',
  });
  let waiting: (string | number | bigint | null)[][] = columns.map(() => []);
  let characters = 0;
  const wide = columns.map((column) => column.type === 'integer' && !placeColumns.has(column.name));
  const flush = () => {
    if (waiting[0]!.length === 0) return;
    const columnData = columns.map(({ name }, i): ColumnSource => ({ name, data: waiting[i]! }));
    writer.write({ columnData, rowGroupSize: waiting[0]!.length });
    waiting = columns.map(() => []);
    characters = 0;
  };
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const cell = row[i] as Cell;
      if (typeof cell === 'string') characters += cell.length;
      waiting[i]!.push(wide[i] && cell !== null ? BigInt(cell) : cell);
    }
    if (waiting[0]!.length >= groupRows || characters >= groupCharacters) flush();
  }
  flush();
  writer.finish();
}

function elementOf({ name, type }: Column): SchemaElement {
  const repetition_type = 'OPTIONAL';
  if (type === 'string') return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
  if (type === 'number') return { name, type: 'DOUBLE', repetition_type };
  return { name, type: placeColumns.has(name) ? 'INT32' : 'INT64', repetition_type };
}

function metadataOf({ name, en, zh, columns }: TableSchema): { key: string; value: string }[] {
  return [
    { key: 'schema_version', value: parquetSchemaVersion },
    { key: 'offset_unit', value: 'code point' },
    { key: 'table', value: name },
    { key: 'description', value: en },
    { key: 'description@zh', value: zh },
    ...columns.flatMap((column) => [
      { key: `description:${column.name}`, value: column.en },
      { key: `description@zh:${column.name}`, value: column.zh },
    ]),
  ];
}

/** Bytes of Parquet on their way to a file, so that only a row group is in memory. */
class HeldBytes extends ByteWriter {
  readonly #file: FileWriter;

  constructor(file: FileWriter) {
    super(heldBytes);
    this.#file = file;
  }

  flush(): void {
    this.#file.append(new Uint8Array(this.buffer, 0, this.index));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
