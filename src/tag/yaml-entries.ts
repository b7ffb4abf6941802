import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
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
  const lineCounter = new LineCounter();
  // The failsafe schema leaves 012, 1.0 and 是 or no as they are written; a category may come again further down.
  const document = parseDocument(content, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
  const entries: Entry[] = [];
  const messages: Message[] = [];
  const lineOf = (node: unknown) => lineCounter.linePos(rangeOf(node)[0]).line;
  for (const { message, pos } of document.errors) {
    messages.push(
      fault('tag/bad-yaml', list, lineCounter.linePos(scalarStart(document, pos[0])).line, { found: message }),
    );
  }

  const walk = (node: unknown, path: readonly string[]): void => {
    if (node === null || (isScalar(node) && !node.value)) return;
    if (isScalar(node))
      entries.push({ ...blank, line: lineOf(node), term: String(node.value), category: path.join('/') });
    else if (isSeq(node)) for (const item of node.items) walk(item, path);
    else if (isMap(node) && isEntry(node)) entries.push(readEntry(node, path));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) walk(value, [...path, String(key.value)]);
        else refuse(key);
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
  walk(document.contents, []);
  return { entries, messages };
}

const blank = { line: 0, term: '', category: '', variants: [] as string[], notIn: [] as string[], note: '' };

/** A map is an entry when it names a single term; otherwise its keys are categories. */
function isEntry(map: YAMLMap): boolean {
  return map.items.some(({ key, value }) => {
    return (
      isScalar(key) && fieldOf.get(String(key.value).toLowerCase()) === 'term' && (value === null || isScalar(value))
    );
  });
}

function rangeOf(node: unknown): [start: number, end: number] {
  const range = node instanceof Object && 'range' in node ? (node.range as readonly number[] | null | undefined) : null;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** Where the scalar begins that a fault was found in: a quote that is not closed is missed only at the end of the list. */
function scalarStart(document: Document, place: number): number {
  let start = place;
  visit(document, {
    Scalar(_, node) {
      const [from, , to] = node.range ?? [place, place, place];
      if (from <= place && place <= to) start = from;
    },
  });
  return start;
}
