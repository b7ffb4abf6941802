import { CorpusError } from '../../model/errors.ts';
import { unzipEntry } from '../archive/unzip-entry.ts';
import { readZipDirectory } from '../archive/zip-directory.ts';
import { fileSignature } from '../file-signature.ts';
import { attribute, scanXml } from './scan-xml.ts';

/** A sheet of a workbook. */
export interface XlsxSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** What a workbook says of itself and where its parts are. */
export interface XlsxWorkbook {
  readonly sheets: readonly XlsxSheet[];
  readonly is1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** A part as XML. Throws CorpusError, and an Error where there is none. */
  part(name: string): string;
}

/** Opens a workbook. Throws CorpusError at `id`, and an Error where it is none. */
export function openWorkbook(bytes: Uint8Array, id: string): XlsxWorkbook {
  // Excel puts a workbook with a password into a file of another form.
  if (fileSignature(bytes)?.startsWith('OLE')) throw new CorpusError('input/encrypted', id, { format: 'xlsx' });
  const names = new TextDecoder();
  const entries = new Map(
    readZipDirectory(bytes).map((entry) => [names.decode(entry.name).replaceAll('\\', '/').toLowerCase(), entry]),
  );
  const part = (name: string): string => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw new Error(`it has no part ${name}`);
    return decodeXml(unzipEntry(bytes, entry, id, 'xlsx'));
  };
  const has = (name: string) => entries.has(name.toLowerCase());
  const book = has('_rels/.rels') ? targetOf(relations(part('_rels/.rels'), ''), '/officeDocument') : undefined;
  const bookPart = book ?? 'xl/workbook.xml';
  const folder = bookPart.slice(0, bookPart.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${bookPart.slice(folder.length)}.rels`;
  const related = has(relationsPart) ? relations(part(relationsPart), folder) : [];

  const sheets: XlsxSheet[] = [];
  const named = new Set<string>();
  let is1904 = false;
  scanXml(part(bookPart), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const target = related.find(({ id }) => id === attribute(attributes, 'id'));
      // Sheets of charts and of old macros have no cells.
      if (target === undefined || !target.type.endsWith('/worksheet')) return;
      // A damaged workbook may name one sheet a thousand times.
      if (named.has(target.part)) return;
      named.add(target.part);
      const state = attribute(attributes, 'state') ?? 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden: state !== 'visible', part: target.part });
    },
    close() {},
    text() {},
  });
  return { sheets, is1904, strings: targetOf(related, '/sharedStrings'), styles: targetOf(related, '/styles'), part };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

function relations(xml: string, folder: string): Relation[] {
  const found: Relation[] = [];
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : withoutDots(folder + target);
      found.push({ id: attribute(attributes, 'Id') ?? '', type: attribute(attributes, 'Type') ?? '', part });
    },
    close() {},
    text() {},
  });
  return found;
}

function targetOf(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type.endsWith(type))?.part;
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
