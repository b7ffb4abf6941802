import { parse } from 'csv-parse/browser/esm/sync';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { CorpusError } from '../../model/errors.ts';
import { type GradedEntry, type GradedRole, usualNegation } from './graded-entry.ts';

type Column = 'word' | 'grade' | 'dimension' | 'role';

const columns: Readonly<Record<Column, readonly string[]>> = {
  word: ['word', '词', '词语', '词条'],
  grade: ['grade', 'score', 'weight', '等级', '分值', '权重', '系数'],
  dimension: ['dimension', '维度', '类别'],
  role: ['role', '类型', '作用'],
};
const columnOf = new Map(Object.entries(columns).flatMap(([name, all]) => all.map((one) => [one, name as Column])));

const roles: ReadonlyMap<string, GradedRole> = new Map([
  ['', 'word'],
  ['word', 'word'],
  ['词', 'word'],
  ['negation', 'negation'],
  ['否定', 'negation'],
  ['否定词', 'negation'],
  ['degree', 'degree'],
  ['程度', 'degree'],
  ['程度词', 'degree'],
]);

/** Entries of a list, and everything that is wrong with it, each at its line. */
export interface GradedLexicon {
  readonly entries: readonly GradedEntry[];
  readonly errors: readonly CorpusError[];
}

/**
 * Reads a graded lexicon: comma or tab separated values with the columns word, grade, dimension and role, or YAML
 * (dimension, grade, words). `place` names the file.
 */
export function readGradedLexicon(content: string, name: string, place: string): GradedLexicon {
  const list = new Entries(place);
  const text = content.replace(/^\ufeff/, '');
  if (/\.(?:ya?ml|json)$/i.test(name)) readYaml(text, list);
  else readCsv(text, list);
  if (list.entries.length === 0 && list.errors.length === 0) list.fault('resource/grades-empty', 1, {});
  return list;
}

class Entries implements GradedLexicon {
  readonly entries: GradedEntry[] = [];
  readonly errors: CorpusError[] = [];
  readonly #place: string;
  readonly #known = new Map<string, number>();

  constructor(place: string) {
    this.#place = place;
  }

  fault(code: `resource/${string}`, line: number, values: Readonly<Record<string, string | number>>): undefined {
    this.errors.push(new CorpusError(code, `${this.#place}:${line}`, values));
  }

  add(line: number, cells: Readonly<Record<Column, string>>): undefined {
    const { word, dimension } = cells;
    const role = roles.get(cells.role.toLowerCase());
    if (role === undefined) return this.fault('resource/grades-bad-role', line, { found: cells.role });
    if (!/[\p{L}\p{N}]/u.test(word)) return this.fault('resource/grades-no-word', line, { found: word });
    if (role === 'word' && dimension === '') return this.fault('resource/grades-no-dimension', line, { word });
    const isUsual = role === 'negation' && cells.grade === '';
    if (!isUsual && !/^[-+−]?\d+(?:\.\d+)?$/.test(cells.grade)) {
      return this.fault('resource/grades-bad-grade', line, { word, found: cells.grade });
    }
    const grade = isUsual ? usualNegation : Number(cells.grade.replace('−', '-'));
    const key = `${word}\n${dimension}\n${role}`;
    const first = this.#known.get(key);
    if (first !== undefined) return this.fault('resource/grades-repeated', line, { word, first });
    this.#known.set(key, line);
    this.entries.push({ word, role, grade, dimension, line });
  }
}

function readCsv(content: string, list: Entries): undefined {
  const lines = content.split(/\r\n|\n|\r/);
  const firstLine = lines.find((line) => line.trim() !== '' && !isComment(line)) ?? '';
  const delimiter = ['\t', ',', ';'].find((one) => firstLine.includes(one)) ?? ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(content, {
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    const { lines: line = 1 } = error as { lines?: number };
    return list.fault('resource/grades-bad-csv', line, { found: (error as Error).message });
  }
  // A comment is a line of its own; Excel fills it up with empty cells, and puts it in quotes where it has commas.
  const rows = records.filter(({ record }) => record.some((cell) => cell.trim() !== '') && !isComment(record[0] ?? ''));
  const head = rows.shift();
  const names = head?.record.map((cell) => columnOf.get(cell.trim().toLowerCase())) ?? [];
  for (const expected of ['word', 'grade', 'dimension'] as const) {
    if (!names.includes(expected)) {
      list.fault('resource/grades-no-column', head?.info.lines ?? 1, {
        expected,
        found: head?.record.join(', ') ?? '',
      });
    }
  }
  if (list.errors.length > 0) return;
  for (const { record, info } of rows) {
    const cell = (name: Column) => (names.includes(name) ? (record[names.indexOf(name)] ?? '').trim() : '');
    list.add(info.lines, {
      word: cell('word'),
      grade: cell('grade'),
      dimension: cell('dimension'),
      role: cell('role'),
    });
  }
}

function isComment(line: string): boolean {
  return /^\s*"?#/.test(line);
}

function readYaml(content: string, list: Entries): undefined {
  const counter = new LineCounter();
  const document = parseDocument(content, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const lineOf = (node: unknown) => {
    const range = node instanceof Object && 'range' in node ? (node.range as readonly number[] | null) : null;
    return counter.linePos(range?.[0] ?? 0).line;
  };
  for (const { message, pos } of document.errors)
    list.fault('resource/grades-bad-yaml', counter.linePos(pos[0]).line, { found: message });
  if (document.errors.length > 0) return;
  const grades = (map: YAMLMap, dimension: string, role: string) => {
    for (const { key, value } of map.items) {
      const grade = String(isScalar(key) ? key.value : key).trim();
      const inner = roles.get(grade);
      if (role === '' && inner !== undefined && inner !== 'word' && isMap(value)) grades(value, dimension, grade);
      else {
        const words = isSeq(value) ? value.items : [value];
        for (const word of words) {
          if (isScalar(word)) list.add(lineOf(word), { word: String(word.value ?? '').trim(), grade, dimension, role });
          else list.fault('resource/grades-not-a-word', lineOf(word ?? key), { found: String(word ?? grade) });
        }
      }
    }
  };
  if (!isMap(document.contents)) return list.fault('resource/grades-not-grades', 1, {});
  for (const { key, value } of document.contents.items) {
    const name = String(isScalar(key) ? key.value : key).trim();
    const role = roles.get(name);
    if (!isMap(value)) list.fault('resource/grades-not-grades', lineOf(key), {});
    else if (role !== undefined && role !== 'word') grades(value, '', name);
    else grades(value, name, '');
  }
}
