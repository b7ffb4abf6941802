import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import { CorpusError } from '../model/errors.ts';
import type { Message } from '../model/message.ts';
import type { ReferenceList } from './reference.ts';

const termNames = ['term', 'terms', '术语', '術語'];
const wordNames = ['word', 'words', 'item', '词', '詞', '词语', '词条', '单词', '关键词'];
const frequencyNames = ['frequency', 'freq', 'count', 'counts', '频数', '频次', '词频', '次数', '出现次数'];
/** In place of a word: the row that has the size of the corpus. */
const totals = ['*', '总词数'];

/** A list before it is read. */
export interface ListSource {
  readonly name: string;
  readonly path: string;
  /** Words of its corpus; 0 where the list says it, or has all of them. */
  readonly size: number;
  /** What the texts have in place of these forms. */
  readonly normaliser: (forms: readonly string[]) => (form: string) => string;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A list of frequencies: columns `word` or `term` and `frequency`, comma, tab or semicolon between them; or two columns without
 * a header. A row for `*` has the number of words of its corpus. Words that become
 * the same by normalising are added up; without `size` or such a row the
 * size follows from a column `per_million`, or is the sum of all. Throws
 * CorpusError: resource/no-frequency-column, resource/no-frequencies.
 */
export function readReferenceList(
  content: string,
  { name, path, size, normaliser }: ListSource,
): { readonly list: ReferenceList; readonly messages: Message[] } {
  const messages: Message[] = [];
  const tell = (severity: Message['severity'], rule: string, values: Message['values'] & {}) =>
    messages.push({ severity, rule: `compare/${rule}`, values: { list: name, ...values } });
  const rows = rowsOf(content, path);
  const first = rows[0];
  const columns = first === undefined ? undefined : columnsOf(first);
  if (first === undefined || columns === undefined) {
    const found = first?.cells.join(', ') ?? '';
    throw new CorpusError('resource/no-frequency-column', `${path}:${first?.line ?? 1}`, { found });
  }
  const frequency = new Map<string, number>();
  let total: number | undefined;
  let ofRates: number | undefined;
  let most = 0;
  let sum = 0;
  let addedUp = 0;
  const body = rows.slice(columns.header ? 1 : 0);
  const normalise = normaliser(body.map(({ cells }) => cells[columns.word] ?? ''));
  for (const { line, cells } of body) {
    const word = cells[columns.word] ?? '';
    const count = wholeNumber(cells[columns.frequency] ?? '');
    if (word === '' || count === undefined) {
      tell('error', 'bad-frequency', { line, found: cells.join(', ') });
    } else if (totals.includes(word)) total = count;
    else {
      const form = normalise(word);
      if (frequency.has(form)) addedUp++;
      frequency.set(form, (frequency.get(form) ?? 0) + count);
      sum += count;
      const rate = Number(cells[columns.perMillion] ?? '');
      if (count > most && rate > 0) {
        most = count;
        ofRates = Math.round((count * 1e6) / rate);
      }
    }
  }
  if (frequency.size === 0) throw new CorpusError('resource/no-frequencies', path);
  if (addedUp > 0) tell('info', 'frequencies-added-up', { count: addedUp });
  const given = size > 0 ? size : (total ?? ofRates);
  const unit = columns.unit;
  // Terms may stand inside each other, so that their sum may pass the size; words may not.
  const least = unit === 'word' ? sum : Math.max(...frequency.values());
  if (given === undefined) tell(unit === 'term' ? 'warning' : 'info', 'size-from-sum', { unit, count: sum });
  else if (given < least) tell('warning', 'size-too-small', { found: given, count: sum });
  return { list: { name, unit, frequency, tokens: Math.max(given ?? sum, least) }, messages };
}

function columnsOf({ cells }: Row) {
  const names = cells.map((cell) => cell.toLowerCase());
  const find = (known: readonly string[]) => names.findIndex((cell) => known.includes(cell));
  const frequency = find(frequencyNames);
  const [term, word] = [find(termNames), find(wordNames)];
  if (frequency >= 0 && Math.max(term, word) >= 0) {
    const unit: ReferenceList['unit'] = word < 0 ? 'term' : 'word';
    return { header: true, unit, word: word < 0 ? term : word, frequency, perMillion: names.indexOf('per_million') };
  }
  const isPlain = frequency < 0 && cells.length >= 2 && wholeNumber(cells[1]!) !== undefined;
  return isPlain ? { header: false, unit: 'word' as const, word: 0, frequency: 1, perMillion: -1 } : undefined;
}

/** A whole number, also with commas between thousands. */
function wholeNumber(cell: string): number | undefined {
  const digits = /^\d{1,3}(?:,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** Rows that hold anything, cells without white space around them. */
function rowsOf(content: string, path: string): Row[] {
  const firstLine = content.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const delimiter = ['\t', ',', ';'].find((mark) => firstLine.includes(mark)) ?? ',';
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(content, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      raw: true,
      on_record: (entry: unknown): null => {
        const { record, raw } = entry as { record: string[]; raw: string };
        const cells = record.map((cell) => cell.trim());
        if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
        line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
        return null;
      },
    });
  } catch (error) {
    const { code } = error as CsvError;
    if (code === undefined) throw error;
    throw new CorpusError('resource/bad-frequency-list', `${path}:${line}`, { reason: code }, error);
  }
  return rows;
}
