import { CorpusError } from '../../model/errors.ts';
import type { Message } from '../../model/message.ts';
import { damagedFile } from '../damaged-file.ts';
import { PageReader } from '../page/page-reader.ts';
import { pagesText } from '../page/pages-text.ts';
import type { TextPage } from '../page/text-page.ts';
import type { Reader, ReadText } from '../reader.ts';
import { countAnnotations } from './count-annotations.ts';
import { type OfdDocument, readOfdDocument } from './ofd-document.ts';
import { type OfdElement, ofdChildren, ofdText } from './ofd-element.ts';
import { ofdMeta } from './ofd-meta.ts';
import { isDamagedPart, OfdPackage } from './ofd-package.ts';
import { type OfdPage, OfdPages } from './ofd-page.ts';

const format = 'ofd';
/** More pages than any policy text has; a file that claims more is none. */
const mostPages = 5000;
/** A page with a larger share of characters that the file does not name cannot be read. */
const mostUnmapped = 0.1;
/** On all pages together; a page of a newspaper has some thousands of objects and characters. */
const mostObjects = 5_000_000;
const mostCharacters = 5_000_000;

/**
 * Reads the lines of an OFD file (GB/T 33190) in reading order, one document of it after the other: see `pagesText`. Stamps
 * and other annotations are not in the text: `ingest/annotations-left-out` (`count`) tells of those that hold some. Throws
 * input/damaged (`format`, `reason`), input/encrypted (`format`), input/archive-too-large (`bytes`, `limit`) and
 * input/too-many-pages (`pages`, `limit`).
 */
export const readOfd: Reader = async (bytes, id) => {
  try {
    return readPackage(new OfdPackage(bytes, id), id);
  } catch (cause) {
    // An error in a part that the whole needs is one of this file, and not of a ZIP file.
    if (cause instanceof CorpusError && cause.code === 'input/damaged') {
      throw new CorpusError('input/damaged', id, { ...cause.values, format }, cause);
    }
    throw damagedFile(format, id, cause);
  }
};

function readPackage(from: OfdPackage, id: string): ReadText {
  const entry = from.locate('OFD.xml');
  if (entry === undefined) throw new Error('OFD.xml is missing');
  const bodies = ofdChildren(from.element(entry), 'DocBody');
  const documents = readBodies(from, entry, bodies);
  const count = documents.reduce((sum, document) => sum + (document?.pages.length ?? 0), 0);
  if (count > mostPages) throw new CorpusError('input/too-many-pages', id, { pages: count, limit: mostPages });
  if (count === 0) throw new Error('it has no pages');
  const pageReader = new PageReader();
  const states: PageState[] = [];
  const add = (read: OfdPage | undefined) => {
    pageReader.add(read?.glyphs);
    states.push(read === undefined ? undefined : { isIncomplete: read.isIncomplete, unmapped: read.unmapped });
  };
  const budget = { objects: mostObjects, characters: mostCharacters };
  let annotations = 0;
  for (const document of documents) {
    if (document === undefined) {
      // How many pages it had is not known.
      add(undefined);
      continue;
    }
    const reader = new OfdPages(from, document, budget);
    for (const part of document.pages) add(part === undefined ? undefined : readPart(reader, part));
    annotations += countAnnotations(from, document.annotations);
  }
  const pages = pageReader.finish();
  const messages = pages.flatMap((columns, index): Message[] => {
    const rule = ruleOf(states[index], columns);
    return rule === undefined ? [] : [{ severity: 'warning', rule, values: { page: index + 1 } }];
  });
  if (annotations > 0) {
    messages.push({ severity: 'info', rule: 'ingest/annotations-left-out', values: { count: annotations } });
  }
  return { ...pagesText(pages), meta: metaOf(bodies), messages };
}

/** The documents of a file; undefined for one that is damaged beside others. */
function readBodies(from: OfdPackage, entry: string, bodies: readonly OfdElement[]): (OfdDocument | undefined)[] {
  const failures: unknown[] = [];
  const documents = bodies.map((body) => {
    try {
      const root = from.locate(ofdText(body, 'DocRoot'), entry);
      if (root === undefined) throw new Error('a document in it is missing');
      return readOfdDocument(from, root);
    } catch (cause) {
      if (!isDamagedPart(cause)) throw cause;
      failures.push(cause);
      return undefined;
    }
  });
  if (failures.length > 0 && failures.length === bodies.length) throw failures[0];
  return documents;
}

/** A page; undefined where its part is damaged. */
function readPart(reader: OfdPages, part: string): OfdPage | undefined {
  try {
    return reader.read(part);
  } catch (cause) {
    if (!isDamagedPart(cause)) throw cause;
    return undefined;
  }
}

/** How a page was read; undefined where it cannot be. */
type PageState = Pick<OfdPage, 'isIncomplete' | 'unmapped'> | undefined;

function ruleOf(read: PageState, columns: TextPage): string | undefined {
  if (read === undefined) return 'ingest/unreadable-page';
  if (read.isIncomplete) return 'ingest/incomplete-page';
  if (columns.length === 0) return 'ingest/no-text-layer';
  return read.unmapped > mostUnmapped ? 'ingest/unmapped-characters' : undefined;
}

/** What the documents of a file say of themselves; of each kind, what the first says that says something. */
function metaOf(bodies: readonly OfdElement[]): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const body of bodies) for (const [key, value] of Object.entries(ofdMeta(body))) meta[key] ??= value;
  return meta;
}
