import { text } from '../model/columns.ts';
import { describedFields } from '../model/description.ts';
import type { BlockKind, DescribedDocument } from '../model/document.ts';
import type { Cell, TableSchema } from '../model/table.ts';
import type { Term } from '../model/term.ts';
import { documentFields } from './document-fields.ts';
import { jsonText } from './json-text.ts';
import { plainSigns } from './plain-signs.ts';
import { onlyWords } from './plain-words.ts';

/** Columns of a corpus for quanteda; all but `doc_id` and the one that is taken as text become docvars. */
export function quantedaSchema(metadata: readonly string[]): TableSchema {
  const own = new Set(['doc_id', 'text', 'words']);
  const columns = [...describedFields, ...metadata].map((name) =>
    text(own.has(name) ? `${name}_` : name, 'As in documents.csv.', '同 documents.csv。'),
  );
  return {
    name: 'corpus',
    en: 'One row per document, as quanteda reads a corpus.',
    zh: '每个文档一行，供 quanteda 作为语料读入。',
    columns: [
      text('doc_id', 'The document, as in documents.csv.', '文档，同 documents.csv。'),
      text('text', 'Its text.', '文本。'),
      text('words', 'Its words, parted by spaces.', '分词结果，以空格分隔。'),
      ...columns,
    ],
  };
}

/** The document as a row of that table. */
export function quantedaRow(
  document: DescribedDocument,
  metadata: readonly string[],
  countKinds: readonly BlockKind[],
): Cell[] {
  const counted = new Set<string>(countKinds);
  return [
    document.id,
    plainSigns(document.text),
    onlyWords(document, (kind) => counted.has(kind)),
    ...documentFields(document, metadata).map(({ value }) => plainSigns(value) || null),
  ];
}

/** A key of the dictionary: forms of the terms under their names, and further keys. */
interface Key {
  readonly terms: Map<string, Set<string>>;
  readonly keys: Map<string, Key>;
}

/**
 * The term list as a dictionary of quanteda in YAML: categories are nested keys, a term is the key of its forms. A term with
 * the name of a category beside it stands inside that.
 */
export function quantedaDictionary(terms: readonly Term[]): string {
  const root: Key = { terms: new Map(), keys: new Map() };
  for (const { term, category, variants } of terms) {
    let key = root;
    for (const name of category.split('/').filter((part) => part !== '')) {
      const next: Key = key.keys.get(name) ?? { terms: new Map(), keys: new Map() };
      key.keys.set(name, next);
      key = next;
    }
    const forms = key.terms.get(term) ?? new Set();
    for (const form of [term, ...variants]) forms.add(form);
    key.terms.set(term, forms);
  }
  settle(root);
  const lines = keyLines(root, '');
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

/** Moves terms into the category of their name. */
function settle({ terms, keys }: Key): void {
  for (const [name, key] of keys) {
    const forms = terms.get(name);
    if (forms !== undefined) {
      terms.delete(name);
      key.terms.set(name, new Set([...forms, ...(key.terms.get(name) ?? [])]));
    }
    settle(key);
  }
}

function keyLines({ terms, keys }: Key, indent: string): string[] {
  return [
    ...[...terms].map(([term, forms]) => `${indent}${jsonText(term)}: [${[...forms].map(jsonText).join(', ')}]`),
    ...[...keys].flatMap(([name, key]) => [`${indent}${jsonText(name)}:`, ...keyLines(key, `${indent}  `)]),
  ];
}
