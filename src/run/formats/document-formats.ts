import type { Cell, TableSchema } from '../../model/table.ts';
import { bratAnnotations, bratFiles, bratText } from '../../write/brat.ts';
import { conlluText } from '../../write/conllu.ts';
import { csvText } from '../../write/csv.ts';
import { documentTables } from '../../write/document-tables.ts';
import { plainSigns } from '../../write/plain-signs.ts';
import { plainWords } from '../../write/plain-words.ts';
import { quantedaDictionary, quantedaRow, quantedaSchema } from '../../write/quanteda.ts';
import { standoffLine } from '../../write/standoff.ts';
import { teiText } from '../../write/tei.ts';
import { txmRow, txmSchema, txmText } from '../../write/txm.ts';
import { vrtFiles, vrtText } from '../../write/vrt.ts';
import { webAnnotations } from '../../write/web-annotation.ts';
import type { DocumentFormat } from './document-format.ts';

/** Every form of documents, in the order of their names; one that has two kinds of files stands here twice. */
export const documentFormats: readonly DocumentFormat[] = [
  {
    name: 'jsonl',
    folder: 'jsonl',
    mediatype: 'application/jsonl',
    whole: 'documents.jsonl',
    text: (document, _, { terms, countKinds }) => standoffLine(document, terms, countKinds),
  },
  {
    name: 'conllu',
    folder: 'conllu',
    mediatype: 'text/x-conllu',
    each: '.conllu',
    text: (document, _, { terms }) => conlluText(document, terms),
  },
  {
    name: 'vrt',
    folder: 'vrt',
    mediatype: 'text/plain',
    whole: 'corpus.vrt',
    text: (document, _, { terms, metadata, countKinds }) => vrtText(document, terms, metadata, countKinds),
    files: ({ metadata }) => vrtFiles(metadata),
  },
  {
    name: 'tei',
    folder: 'tei',
    mediatype: 'application/tei+xml',
    each: '.xml',
    text: (document, _, { terms, metadata, version }) => teiText(document, terms, metadata, version),
  },
  {
    name: 'annotation',
    folder: 'annotation',
    mediatype: 'application/ld+json',
    each: '.jsonld',
    text: (document, name, { terms }) => webAnnotations(document, terms, textAddress(name)),
  },
  { name: 'brat', folder: 'brat', mediatype: 'text/plain', each: '.txt', text: (document) => bratText(document) },
  {
    name: 'brat',
    folder: 'brat',
    mediatype: 'text/plain',
    each: '.ann',
    text: (document, _, { terms }) => bratAnnotations(document, terms),
    files: ({ terms }) => bratFiles(terms),
  },
  {
    name: 'quanteda',
    folder: 'quanteda',
    mediatype: 'text/csv',
    whole: 'corpus.csv',
    schema: ({ metadata }) => quantedaSchema(metadata),
    head: ({ metadata }) => csvText(quantedaSchema(metadata), []),
    text: (document, _, { metadata, countKinds }) =>
      csvRow(quantedaSchema(metadata), quantedaRow(document, metadata, countKinds)),
    files: ({ terms }) => [{ path: 'dictionary.yml', text: quantedaDictionary(terms) }],
  },
  {
    name: 'txm',
    folder: 'txm',
    mediatype: 'application/xml',
    each: '.xml',
    isFlat: true,
    text: (document, _, { terms }) => txmText(document, terms),
  },
  {
    name: 'txm',
    folder: 'txm',
    mediatype: 'text/csv',
    whole: 'metadata.csv',
    isFlat: true,
    schema: ({ metadata }) => txmSchema(metadata),
    head: ({ metadata }) => csvText(txmSchema(metadata), []),
    text: (document, name, { metadata }) => csvRow(txmSchema(metadata), txmRow(document, name, metadata)),
  },
  { name: 'words', folder: 'words', mediatype: 'text/plain', each: '.txt', text: (document) => plainWords(document) },
  {
    name: 'tables',
    folder: 'tables',
    mediatype: 'text/csv',
    each: '.csv',
    isSparse: true,
    text: (document, _, { excel }) => documentTables(document, excel),
  },
];

/** A row without the header of its table. */
function csvRow(schema: TableSchema, cells: readonly Cell[]): string {
  return csvText(schema, [cells]).slice(csvText(schema, []).length);
}

/** Where the file of a document's text is, as seen from its file of annotations. */
function textAddress(name: string): string {
  const path = name.split('/').map((part) => encodeURIComponent(plainSigns(part)));
  return `${'../'.repeat(path.length)}text/${path.join('/')}.txt`;
}
