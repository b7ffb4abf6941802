import { type XmlNode, xmlChild, xmlText } from './xml-tree.ts';

/** `title`, `author` and `date` (of its creation, as YYYY-MM-DD) that a document says of itself. */
export function docxMeta(core: XmlNode | undefined): Record<string, string> {
  const meta: Record<string, string> = {};
  const title = xmlText(xmlChild(core, 'title')).trim();
  const author = xmlText(xmlChild(core, 'creator')).trim();
  const date = /^\s*(\d{4}-\d{2}-\d{2})/.exec(xmlText(xmlChild(core, 'created')))?.[1];
  if (title !== '') meta.title = title;
  if (author !== '') meta.author = author;
  if (date !== undefined) meta.date = date;
  return meta;
}
