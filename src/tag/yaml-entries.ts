import { type Document, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Message } from '../model/message.ts';
import { type Entry, fault, formsIn } from './term-entry.ts';

type Field = Exclude<keyof Entry, 'line'>;

const fieldOf: ReadonlyMap<string, Field> = new Map([
  ['term', 'term'],
  ['术语', 'term'],
  ['词', 'term'],
  ['category', 'category'],
  ['类别', 'category'],
  ['variants', 'variants'],
  ['变体', 'variants'],
  ['异形', 'variants'],
  ['not_in', 'notIn'],
  ['排除', 'notIn'],
  ['note', 'note'],
  ['备注', 'note'],
]);

/**
 * Entries of a YAML list: categories as keys, one inside another as deep as wanted, and under each a list of terms or of
 * maps (term, variants, not_in, note); or a list of such maps with a category each.
 */
export function yamlEntries(content: string, list: string): { entries: Entry[]; messages: Message[] } {
  const deep = tooDeepAt(content);
  if (deep !== undefined) {
    return { entries: [], messages: [fault('tag/bad-yaml', list, deep, { found: 'Nested too deeply' })] };
  }
  const lineCounter = new LineCounter();
  // The failsafe schema leaves 012, 1.0 and 是 or no as they are written; a category may come again further down.
  const document = parseDocument(content, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
  const entries: Entry[] = [];
  const messages: Message[] = [];
  const lineOf = (node: unknown) => lineCounter.linePos(rangeOf(node)[0]).line;
  const startOf = document.errors.length === 0 ? undefined : scalarStarts(document);
  for (const { message, pos } of document.errors) {
    messages.push(fault('tag/bad-yaml', list, lineCounter.linePos(startOf!(pos[0])).line, { found: message }));
  }

  const walk = (node: unknown, path: readonly string[]): void => {
    if (isNothing(node)) return;
    if (isScalar(node)) {
      // Without their dashes 碳中和 and 双碳 on two lines are one scalar.
      if (
        content
          .slice(...rangeOf(node))
          .trimEnd()
          .includes('\n')
      )
        refuse(node);
      else entries.push({ ...blank, line: lineOf(node), term: String(node.value), category: path.join('/') });
    } else if (isSeq(node)) for (const item of node.items) walk(item, path);
    else if (isMap(node) && isEntry(node)) entries.push(readEntry(node, path));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) refuse(key);
        else if (isNothing(value)) {
          const empty = fault('tag/empty-category', list, lineOf(key), { found: String(key.value) });
          messages.push({ ...empty, severity: 'warning' });
        } else walk(value, [...path, String(key.value)]);
      }
    } else refuse(node);
  };
  const refuse = (node: unknown) => {
    messages.push(fault('tag/bad-entry', list, lineOf(node), { found: content.slice(...rangeOf(node)) }));
  };
  const readEntry = (map: YAMLMap, path: readonly string[]): Entry => {
    const entry = { ...blank, line: lineOf(map) };
    for (const { key, value } of map.items) {
      const field = isScalar(key) ? fieldOf.get(String(key.value).toLowerCase()) : undefined;
      if (field === undefined) {
        messages.push({
          ...fault('tag/unknown-column', list, lineOf(key), { found: String(key) }),
          severity: 'warning',
        });
      } else if (field === 'variants' || field === 'notIn') {
        const items = isSeq(value) ? value.items : value === null ? [] : [value];
        if (items.every(isScalar)) entry[field] = items.flatMap((item) => formsIn(String(item.value ?? '')));
        else refuse(value);
      } else if (value === null || isScalar(value)) {
        entry[field] = String(value?.value ?? '');
      } else refuse(value);
    }
    entry.category = [...path, entry.category].join('/');
    return entry;
  };
  if (isScalar(document.contents) && !isNothing(document.contents)) {
    // A plain text is one scalar, however many lines it has.
    messages.push(
      fault('tag/not-a-term-list', list, lineOf(document.contents), { found: String(document.contents.value) }),
    );
  } else walk(document.contents, []);
  return { entries, messages };
}

const deepestNesting = 100;
/** White space, `-` and `?` before the first word of a line: each may open a level. */
const deepIndent = /^[\s?:-]{256}/;

const blank = { line: 0, term: '', category: '', variants: [] as string[], notIn: [] as string[], note: '' };

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && !node.value);
}

/** A map is an entry when it names a single term; otherwise its keys are categories. */
function isEntry(map: YAMLMap): boolean {
  return map.items.some(({ key, value }) => {
    return (
      isScalar(key) && fieldOf.get(String(key.value).toLowerCase()) === 'term' && (value === null || isScalar(value))
    );
  });
}

/** The first line that goes deeper than the parser's stack would; a list has a handful of levels. */
function tooDeepAt(content: string): number | undefined {
  const indented = content.split('\n').findIndex((line) => deepIndent.test(line));
  if (indented >= 0) return indented + 1;
  if (content.split(/[[{]/).length <= deepestNesting) return undefined;
  let depth = 0;
  let line = 1;
  for (const token of new Lexer().lex(content)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > deepestNesting) return line;
    line += token.split('\n').length - 1;
  }
  return undefined;
}

function rangeOf(node: unknown): [start: number, end: number] {
  const range = node instanceof Object && 'range' in node ? (node.range as readonly number[] | null | undefined) : null;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** Where the scalar begins that a fault was found in: a quote that is not closed is missed only at the end of the list. */
function scalarStarts(document: Document): (place: number) => number {
  const ranges: (readonly [from: number, to: number])[] = [];
  visit(document, {
    Scalar(_, { range }) {
      if (range) ranges.push([range[0], range[2]]);
    },
  });
  return (place) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] <= place) low = middle + 1;
      else high = middle;
    }
    const [from, to] = ranges[low - 1] ?? [place, place];
    return place <= to ? from : place;
  };
}
