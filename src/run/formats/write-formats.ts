import type { Message } from '../../model/message.ts';
import { csvText } from '../../write/csv.ts';
import type { DescribedFile } from '../../write/data-package.ts';
import type { FileWriter } from '../../write/file-writer.ts';
import type { OutputFolder } from '../../write/folder.ts';
import { gephiTables } from '../../write/gephi-tables.ts';
import { gexfText } from '../../write/gexf.ts';
import { graphmlText } from '../../write/graphml.ts';
import { vosviewerJson, vosviewerMap, vosviewerNetwork } from '../../write/vosviewer.ts';
import { type FormatName, type GraphFormat, graphFormats } from '../format-names.ts';
import type { Settings } from '../settings.ts';
import { networkGraph } from './network-graph.ts';
import { StagedFiles } from './staged-files.ts';
import { xlsxLimits } from './xlsx-limits.ts';
import { writeWorkbook } from './xlsx-workbook.ts';

/** What the forms of tables are made from. */
export interface FormatInput {
  readonly folder: OutputFolder;
  readonly settings: Settings;
  /** Closed files, in the order of the data package. */
  readonly files: readonly DescribedFile[];
}

/** What may end the work between two files. */
interface Interruptible {
  readonly goOn: () => Promise<void>;
}

/** What there is to tell of the forms before they are written: asked for once all tables but the messages are closed. */
export function formatMessages({ folder, settings, files }: FormatInput): Message[] {
  const staged = new StagedFiles(folder, files);
  const messages: Message[] = [];
  if (settings.formats.includes('xlsx')) messages.push(...xlsxLimits(staged, sheets(staged, settings)));
  const graphs = graphsOf(settings.formats);
  if (graphs.length > 0 && !staged.hasRows('network_nodes')) {
    messages.push({ severity: 'warning', rule: 'write/no-network', values: { formats: graphs.join(', ') } });
  }
  return messages;
}

/**
 * Writes the forms of the tables and of the network that the settings ask for, from the closed CSV files, of which little is in
 * memory at a time. Gives all files of the result: those given, but for tables that were made for another form only, and then its own.
 */
export async function writeFormats({
  folder,
  settings,
  files,
  goOn,
}: FormatInput & Interruptible): Promise<DescribedFile[]> {
  const { formats, tables } = settings;
  const staged = new StagedFiles(folder, files);
  const made: DescribedFile[] = [];
  const write = (
    path: string,
    mediatype: string,
    fill: (file: FileWriter) => void,
    about: Partial<DescribedFile> = {},
  ) => {
    const file = folder.file(path);
    fill(file);
    made.push({ path, mediatype, ...about, ...file.close() });
  };
  if (formats.includes('parquet')) {
    const { writeParquet } = await import('../../write/parquet.ts');
    for (const { schema } of staged.tables) {
      await goOn();
      const fill = (file: FileWriter) => writeParquet(file, schema, staged.rows(schema.name));
      write(`${schema.name}.parquet`, 'application/vnd.apache.parquet', fill, { schema });
    }
  }
  if (formats.includes('xlsx')) {
    await goOn();
    const names = sheets(staged, settings);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { Workbook } = await import('../../write/xlsx.ts');
    write('tables.xlsx', type, (file) => writeWorkbook(new Workbook(file), staged, names));
  }
  await goOn();
  const graphs = graphsOf(formats);
  const graph = graphs.length > 0 ? networkGraph(staged, settings) : undefined;
  if (graph !== undefined) {
    const text = (path: string, mediatype: string, content: string, about: Partial<DescribedFile> = {}) =>
      write(path, mediatype, (file) => file.write(content), about);
    if (graphs.includes('gexf')) text('network.gexf', 'application/gexf+xml', gexfText(graph));
    if (graphs.includes('graphml')) text('network.graphml', 'application/graphml+xml', graphmlText(graph));
    if (graphs.includes('vosviewer')) {
      text('network_vosviewer.json', 'application/json', vosviewerJson(graph));
      text('network_vosviewer_map.txt', 'text/tab-separated-values', vosviewerMap(graph));
      text('network_vosviewer_network.txt', 'text/tab-separated-values', vosviewerNetwork(graph));
    }
    if (graphs.includes('gephi')) {
      const { nodes, edges } = gephiTables(graph);
      for (const { schema, rows } of [nodes, edges]) {
        text(`${schema.name}.csv`, 'text/csv', csvText(schema, rows, settings.excel), { schema });
      }
    }
  }
  const dropped = files.filter(({ path }) => path === 'tokens.csv' && !tables.includes('tokens'));
  for (const { path } of dropped) folder.leaveOut(path);
  return [...files.filter((file) => !dropped.includes(file)), ...made];
}

/** Tables of the workbook: those that are asked for. */
function sheets(staged: StagedFiles, { tables }: Pick<Settings, 'tables'>): string[] {
  const names = staged.tables.map(({ schema }) => schema.name);
  return names.filter((name) => name !== 'tokens' || tables.includes('tokens'));
}

function graphsOf(formats: readonly FormatName[]): GraphFormat[] {
  return graphFormats.filter((name) => formats.includes(name));
}
