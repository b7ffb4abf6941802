/** Formats that can be read, by the ending of a file name in lower case; a text may also have no ending. */
const formats = new Map([
  ['', 'text'],
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
  ['.docm', 'docx'],
  ['.dotx', 'docx'],
  ['.dotm', 'docx'],
  ['.doc', 'doc'],
  ['.wps', 'doc'],
  ['.dot', 'doc'],
  ['.wpt', 'doc'],
  ['.odt', 'odt'],
  ['.ott', 'odt'],
  ['.rtf', 'rtf'],
  ['.mht', 'mht'],
  ['.mhtml', 'mht'],
  ['.ofd', 'ofd'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.shtml', 'html'],
  ['.csv', 'csv'],
  ['.tsv', 'tsv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.xlsx', 'xlsx'],
  ['.xlsm', 'xlsx'],
  ['.zip', 'zip'],
]);

/** Formats of files that hold documents and are none. */
const containers = new Set(['csv', 'tsv', 'jsonl', 'xlsx', 'zip']);

/** The endings of all files that can be read, for messages. */
export const endings = [...formats.keys()].filter((ending) => ending !== '').join(' ');

/** The format that a file name promises; its content has the last word when the file is read. */
export function formatOf(name: string): string | undefined {
  return formats.get(endingOf(name));
}

/** Whether files of a format hold documents: rows or members. */
export function isContainer(format: string): boolean {
  return containers.has(format);
}

/**
 * The ending of a file name with its dot, in lower case; empty where there is none. Only letters and digits with a letter
 * among them are an ending: 关于2015.12的通知 and 第1.关于印发 have none.
 */
export function endingOf(name: string): string {
  const ending = /[^.](\.(?=[0-9]*[a-z])[a-z0-9]{1,10})$/i.exec(name)?.[1];
  return ending === undefined ? '' : ending.toLowerCase();
}
