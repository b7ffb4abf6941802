import { createHash } from 'node:crypto';

// The longest name of a file on common file systems, in bytes of UTF-8. A Chinese title of 85 characters reaches it.
const longest = 255;

/**
 * Path under the output folder of each document's repaired text: `text/`, its name and `.txt`. A name that is too long for
 * a disk, that differs from an earlier one in case only, or that a folder has, ends in part of its SHA-256.
 */
export function textPaths(documents: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  /** Folders and files that are there, as a disk that ignores case sees them. */
  const taken = new Set<string>();
  for (const document of documents) {
    const path = document.toLowerCase();
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      taken.add(path.slice(0, slash));
  }
  for (const document of documents) {
    const folder = document.slice(0, document.lastIndexOf('/') + 1);
    let name = `${document.slice(folder.length)}.txt`;
    if (Buffer.byteLength(name) > longest || taken.has(`${folder}${name}`.toLowerCase()))
      name = markedName(document, name);
    taken.add(`${folder}${name}`.toLowerCase());
    paths.set(document, `text/${folder}${name}`);
  }
  return paths;
}

function markedName(document: string, name: string): string {
  const mark = `~${createHash('sha256').update(document).digest('hex').slice(0, 12)}.txt`;
  let head = '';
  for (const character of name.slice(0, -'.txt'.length)) {
    if (Buffer.byteLength(head) + Buffer.byteLength(character) + mark.length > longest) break;
    head += character;
  }
  return head + mark;
}
