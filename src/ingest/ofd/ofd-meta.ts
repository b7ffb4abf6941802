import { isOwnName } from '../own-name.ts';
import { type OfdElement, ofdChild, ofdChildren, ofdText } from './ofd-element.ts';

/** Texts of DocInfo beside the title that describe a document, by the key that they have in its metadata. */
const descriptions = [
  ['subject', 'Subject'],
  ['abstract', 'Abstract'],
] as const;

/**
 * What a document says of itself in the `DocInfo` of its body: `title`, `author`, `date` (of its creation, as YYYY-MM-DD),
 * `subject`, `abstract`, and `keywords` parted by semicolons.
 */
export function ofdMeta(body: OfdElement): Record<string, string> {
  const info = ofdChild(body, 'DocInfo');
  const meta: Record<string, string> = {};
  const title = oneLine(ofdText(info, 'Title'));
  if (isOwnName(title)) meta.title = title;
  const author = oneLine(ofdText(info, 'Author'));
  // Programs that know no author put their own name there.
  if (isOwnName(author) && author !== oneLine(ofdText(info, 'Creator'))) meta.author = author;
  const date = /^(\d{4})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])/.exec(ofdText(info, 'CreationDate'));
  if (date !== null && date[1]! >= '1980') meta.date = `${date[1]}-${date[2]}-${date[3]}`;
  for (const [key, element] of descriptions) {
    const text = oneLine(ofdText(info, element));
    if (text !== '') meta[key] = text;
  }
  const keywords = ofdChildren(ofdChild(info, 'Keywords'), 'Keyword').map(({ text }) => oneLine(text));
  const named = keywords.filter((keyword) => keyword !== '').join('; ');
  if (named !== '') meta.keywords = named;
  return meta;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
