import { createHash } from 'node:crypto';

// The longest name of a file on common file systems, in bytes of UTF-8. A Chinese title of 85 characters reaches it.
const longest = 255;
/** The longest path under the output: with the path of the output it must stay below 4096 bytes. */
const longestPath = 2000;

/** Signs that a name cannot hold on Windows, where a:b is a part of a, and a\b a file in the folder a; control characters. */
const forbidden = /[\u0000-\u001f\u007f<>:"\\|?*]/g;
/** Names of devices of Windows, whatever ending they have. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/**
 * Path under the output folder of each document's repaired text, `text/`, its name and `.txt`, or of its file of another
 * folder and ending. A name that some system
 * cannot have, or that leads elsewhere (`..\x`, `a:b`, CON, a dot at its end, 300 bytes), that differs from an earlier one in
 * case only, or that a folder has, is changed and ends in part of its SHA-256.
 */
export function textPaths(documents: readonly string[], within = 'text', ending = '.txt'): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  /** Folders and files that are there, as a disk that ignores case sees them. */
  const taken = new Set<string>();
  const safe = documents.map(safePath);
  for (const { folder } of safe) {
    const path = folder.toLowerCase();
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      taken.add(path.slice(0, slash));
  }
  for (const [i, document] of documents.entries()) {
    const { folder, name: own, isChanged } = safe[i]!;
    let name = `${own}${ending}`;
    if (isChanged || Buffer.byteLength(name) > longest || taken.has(`${folder}${name}`.toLowerCase()))
      name = markedName(document, own, ending);
    taken.add(`${folder}${name}`.toLowerCase());
    paths.set(document, `${within}/${folder}${name}`);
  }
  return paths;
}

/** A document's folder, with its `/`, and name as every system can have them. */
function safePath(document: string): { folder: string; name: string; isChanged: boolean } {
  const parts = document.split('/').map(safeName);
  const path = parts.join('/');
  const name = parts.pop()!;
  const isLong = parts.some((part) => Buffer.byteLength(part) > longest) || Buffer.byteLength(path) > longestPath;
  if (isLong) return { folder: '', name, isChanged: true };
  return { folder: parts.map((part) => `${part}/`).join(''), name, isChanged: path !== document };
}

function safeName(part: string): string {
  const name = part.replace(forbidden, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return name === '' || device.test(name) ? `_${name}` : name;
}

function markedName(document: string, name: string, ending: string): string {
  const mark = `~${createHash('sha256').update(document).digest('hex').slice(0, 12)}${ending}`;
  let head = '';
  for (const character of name) {
    if (Buffer.byteLength(head) + Buffer.byteLength(character) + mark.length > longest) break;
    head += character;
  }
  return head + mark;
}
