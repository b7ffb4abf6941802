import type { DescribedField, Description } from '../model/description.ts';
import type { DescribedDocument, TaggedDocument } from '../model/document.ts';
import type { Stage } from '../model/stage.ts';
import { addresseeOf } from './addressee.ts';
import { articleFields } from './article-fields.ts';
import { attachmentsOf } from './attachments.ts';
import { blockPlaces } from './block-places.ts';
import { type Head, headOf } from './head.ts';
import { datePattern, isoDate } from './iso-date.ts';
import { issuersOf, organsOfTitle } from './issuers.ts';
import { bare } from './line-role.ts';
import { sameOrgan } from './organs.ts';
import { type Line, outline } from './outline.ts';
import { ownNumbers } from './own-number.ts';
import { type Signature, signatureOf } from './signature.ts';
import { ownTitle, type Title, titleOf } from './title.ts';
import { makersOf, versionsOf, writeVersion } from './versions.ts';

/** The stage that reads what a document says of itself, and the places of its blocks. */
export function createDescribe(): Stage<TaggedDocument, DescribedDocument> {
  return {
    name: 'describe',
    settings: {},
    run: (document) => {
      const lines = outline(document);
      return { ...document, description: describe(document, lines), places: blockPlaces(document, lines) };
    },
  };
}

/** What a document says of itself. A field is absent where it does not say it, or not plainly. */
export function describe(
  document: Pick<TaggedDocument, 'text' | 'blocks' | 'mentions' | 'own'>,
  lines: readonly Line[] = outline(document),
): Description {
  const { text, mentions } = document;
  const head = headOf(lines, text, mentions);
  const found = titleOf(lines, head);
  const title = found ?? { text: ownTitle(document.own?.title) ?? '', occasion: '', next: 0 };
  const versions = versionsOf(head, title.next);
  const article = articleFields(lines, text);
  const signature = agreeing(signatureOf(lines, head), title.text);
  // Authors of an article are no body that issues it.
  const isArticle = article.abstract !== '' && article.keywords.length > 0;
  const makers = makersOf(versions, title.text);
  return described({
    title: [title.text],
    document_number: ownNumbers(lines, head),
    issuers: isArticle ? [] : issuersOf(lines, head, title, signature, makers),
    date: [versions.at(-1) === undefined ? (signature?.date ?? dateUnderTitle(head, title)) : latest(versions)],
    addressee: [addresseeOf(lines, head, title.next)],
    versions: versions.map(writeVersion),
    attachments: attachmentsOf(lines, head.body, signature),
    keywords: article.keywords,
    abstract: [article.abstract],
  });
}

/** A signature of another body than the title names is an inner document's. */
function agreeing(signature: Signature | undefined, title: string): Signature | undefined {
  if (signature === undefined || signature.organs.length === 0) return signature;
  const named = organsOfTitle(title);
  if (named.length === 0) return signature;
  return named.some((organ) => signature.organs.some((other) => sameOrgan(organ, other))) ? signature : undefined;
}

function latest(versions: readonly { readonly date: string }[]): string {
  return versions.reduce((last, { date }) => (date > last ? date : last), '');
}

const inOccasion = new RegExp(datePattern);

/** （2009年2月17日） or 2016年11月 under the title, or the day of the meeting where a speech was held. */
function dateUnderTitle(head: Head, { occasion, next }: Title): string | undefined {
  const onLine = inOccasion.exec(occasion);
  if (onLine !== null) return isoDate(onLine[0]);
  for (const { role, text, index } of head.lines) {
    if (index < next) continue;
    if (role === 'date') return isoDate(bare(text));
    const day = role === 'occasion' ? inOccasion.exec(text) : null;
    if (day !== null) return isoDate(day[0]);
  }
  return undefined;
}

function described(fields: Readonly<Record<DescribedField, readonly (string | undefined)[]>>): Description {
  const description: Partial<Record<DescribedField, string>> = {};
  for (const [field, values] of Object.entries(fields) as [DescribedField, readonly (string | undefined)[]][]) {
    const told = values
      .filter((value) => value !== undefined && value !== '')
      .map((value) => value!.replaceAll(';', '；'));
    if (told.length > 0) description[field] = told.join('; ');
  }
  return description;
}
