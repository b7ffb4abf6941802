import { damagedFile } from '../damaged-file.ts';
import { readHtml } from '../html/read-html.ts';
import type { Reader } from '../reader.ts';
import { savedPage } from './saved-page.ts';

/** Reads a web page that Word, WPS or a browser saved as one file. Throws input/damaged (`format`, `reason`) where it has none. */
export const readMht: Reader = async (bytes, id) => {
  const page = savedPage(bytes);
  if (page === undefined) throw damagedFile('mht', id, new Error('there is no web page in it'));
  return readHtml(page, id);
};
