import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Cell, TableSchema } from '../../model/table.ts';
import type { PatternKind } from '../../query/pattern.ts';
import { syncFolder } from '../../write/atomic-file.ts';
import { CsvWriter } from '../../write/csv.ts';
import { FileWriter } from '../../write/file-writer.ts';
import { writing } from '../../write/output-error.ts';
import { rowRecords } from '../command/row-records.ts';
import { textTable } from '../command/text-table.ts';
import { checkReport } from '../command/write-report.ts';
import type { Settings } from '../settings.ts';
import type { KwicLine } from './kwic-line.ts';
import { kwicText, sideWidth } from './kwic-text.ts';

/** Where the lines of a concordance, or its counts, go as they come. */
export interface KwicOutput {
  /** False where nobody reads any more. */
  lines(lines: readonly KwicLine[]): Promise<boolean>;
  rows(rows: readonly (readonly Cell[])[]): Promise<boolean>;
  /** Completes the output with what was found in all. */
  end(pattern: string, kind: PatternKind, found: Readonly<Record<string, number>>): Promise<void>;
  /** Leaves no part of a file behind. */
  abandon(): void;
}

interface Asked {
  readonly out: string | undefined;
  readonly json: boolean;
}

interface Terminal {
  readonly print: (text: string) => Promise<boolean>;
  readonly columns: number | undefined;
}

/** The output that was asked for: a CSV file, JSON, or lines for a terminal. Throws output errors before the work. */
export function kwicOutput(asked: Asked, schema: TableSchema, settings: Settings, terminal: Terminal): KwicOutput {
  if (asked.out !== undefined) return csvOutput(asked.out, schema, settings.excel);
  return asked.json ? jsonOutput(schema, terminal) : textOutput(schema, settings, terminal);
}

function csvOutput(path: string, schema: TableSchema, excel: boolean): KwicOutput {
  checkReport(path, schema);
  // In the same folder, because a rename cannot cross file systems.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = new FileWriter(temporary);
  const writer = new CsvWriter(file, schema, excel);
  const rows = async (rows: readonly (readonly Cell[])[]) => {
    for (const row of rows) writer.row(row);
    return true;
  };
  return {
    rows,
    lines: (lines) => rows(lines.map(({ cells }) => cells)),
    async end() {
      writer.close();
      writing(path, () => renameSync(temporary, path));
      syncFolder(dirname(path));
    },
    abandon() {
      file.abandon();
      rmSync(temporary, { force: true });
    },
  };
}

function jsonOutput(schema: TableSchema, { print }: Terminal): KwicOutput {
  let head = '{"rows": [\n';
  const rows = async (rows: readonly (readonly Cell[])[]) => {
    let text = '';
    for (const record of rowRecords(schema, rows)) {
      text += `${head}${JSON.stringify(record)}`;
      head = ',\n';
    }
    return text === '' || (await print(text));
  };
  return {
    rows,
    lines: (lines) => rows(lines.map(({ cells }) => cells)),
    async end(pattern, kind, found) {
      const open = head.startsWith('{') ? head : '\n';
      await print(`${open}], ${JSON.stringify({ pattern, kind, ...found }).slice(1)}\n`);
    },
    abandon() {},
  };
}

function textOutput(schema: TableSchema, settings: Settings, { print, columns }: Terminal): KwicOutput {
  const side = sideWidth(settings.context, columns);
  return {
    async rows(rows) {
      const names = schema.columns.map(({ name }) => name);
      const shown = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
      return print(`${textTable([names, ...shown], 1)}\n`);
    },
    async lines(lines) {
      return lines.length === 0 || (await print(lines.map((line) => `${kwicText(line, side)}\n`).join('')));
    },
    async end() {},
    abandon() {},
  };
}
