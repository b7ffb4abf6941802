import { type XmlNode, xmlChildren, xmlOf, xmlText } from './docx-tree.ts';

/** `title`, `author` and `date` (of its creation, as YYYY-MM-DD) that a document says of itself. */
export function docxMeta(content: Uint8Array | undefined): Record<string, string> {
  const properties: XmlNode | undefined = xmlChildren(xmlOf(content), 'coreProperties')[0];
  const meta: Record<string, string> = {};
  const title = xmlText(properties, 'title');
  const author = xmlText(properties, 'creator');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(xmlText(properties, 'created'))?.[0];
  if (title !== '') meta.title = title;
  if (author !== '') meta.author = author;
  if (date !== undefined) meta.date = date;
  return meta;
}
