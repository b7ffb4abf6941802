import type { SourceMark } from '../../model/document.ts';
import type { Message } from '../../model/message.ts';
import type { Reader } from '../reader.ts';
import { markBoilerplate } from './html-boilerplate.ts';
import { countCharacters } from './html-characters.ts';
import { type PageLine, pageLines } from './html-lines.ts';
import { measureHtml } from './html-measure.ts';
import { htmlMeta } from './html-meta.ts';
import { isPageResidue } from './html-residue.ts';
import { decodeHtml } from './html-source.ts';
import { parseHtml } from './html-tree.ts';

/**
 * Reads a web page: its main content, one block a line. What is left out of it is counted in `ingest/html-left-out`
 * (`blocks`, `characters` but for white space); a page without text says `ingest/html-no-text`. Throws what `decode` throws.
 */
export const readHtml: Reader = async (bytes, id) => {
  const { text: markup, encoding, messages: found } = decodeHtml(bytes, id);
  const tree = await parseHtml(markup);
  const meta = htmlMeta(tree);
  const measures = measureHtml(tree);
  markBoilerplate(tree, measures);
  const lines = pageLines(tree, measures);
  for (const line of lines) if (!line.out && isPageResidue(line.text)) line.out = true;
  const title = titleLine(lines, meta.title);
  if (title !== undefined) title.out = false;

  const texts: string[] = [];
  const marks: SourceMark[] = [];
  let start = 0;
  let blocks = 0;
  let characters = 0;
  for (const line of lines) {
    if (line.out) {
      blocks++;
      characters += countCharacters(line.text);
      continue;
    }
    if (line === title) marks.push({ start, kind: 'title', level: 0 });
    else if (line.kind !== 'paragraph') marks.push({ start, kind: line.kind, level: line.level });
    start += texts.push(line.text) > 0 ? line.text.length + 1 : 0;
  }
  const messages: Message[] = [...found];
  if (texts.length === 0) messages.push({ severity: 'warning', rule: 'ingest/html-no-text' });
  if (blocks > 0) messages.push({ severity: 'info', rule: 'ingest/html-left-out', values: { blocks, characters } });
  return { raw: texts.join('\n'), encoding, marks, meta, messages };
};

/** The line with the title of the page: the one that says it, else its only heading of the first level. */
function titleLine(lines: readonly PageLine[], title: string | undefined): PageLine | undefined {
  const wanted = title === undefined ? '' : bare(title);
  const same =
    wanted === '' ? [] : lines.filter(({ text }) => text.length < 4 * title!.length && bare(text) === wanted);
  const stated = same.find(({ out, kind }) => !out && kind === 'heading') ?? same.find(({ out }) => !out);
  if (stated !== undefined) return stated;
  const first = lines.filter(({ kind, level, out }) => !out && kind === 'heading' && level === 1);
  return first.length === 1 ? first[0] : same.find(({ kind }) => kind !== 'list');
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
