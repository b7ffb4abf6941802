import type { TaggedDocument } from '../model/document.ts';
import type { Span } from '../text/offset-map.ts';
import { titleKey } from './title-key.ts';

export type CitationKind = 'title' | 'number';

/** A place at which a document names another, or itself. */
export interface Citation {
  readonly kind: CitationKind;
  readonly span: Span;
  /** The same for all ways to write one title or number. */
  readonly key: string;
  /** Key of the number in brackets after a title: 《…的意见》（国发〔2015〕12号）; else empty. */
  readonly number: string;
}

/** Names under which a document is cited. */
export interface CitedDocument {
  readonly id: string;
  readonly titles: readonly string[];
  readonly numbers: readonly string[];
}

/** 国发[2015]第012号 as 国发〔2015〕12号; of an order without brackets 国务院令第535号. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replaceAll('號', '号')
    .replace(/[〔[﹝(【](\d{2,4})年?[〕\]﹞)】]第?0*(\d+)号/, '〔$1〕$2号');
}

/** （国发〔2015〕12号，以下简称《意见》）: what stands in brackets right after a title. */
const bracket = /^[（(]([^（）()]{1,120})[）)]/;
const shortName =
  /(?:以下|下文|下面)(?:统一|均|分别)?(?:合|并|统)?(?:简|合|统)?称(?:为|作)?[：:]?[《“"‘「]?([^《》“”"’」，,；;]{1,30})/;

/**
 * The 《titles》 and document numbers that a document names, in the order of its text. A short name that it gives a title
 * (以下简称《意见》) stands for that title from there on, and where it is given is no citation of its own; neither is a number
 * in brackets after its title.
 */
export function citationsOf({ text, mentions }: Pick<TaggedDocument, 'text' | 'mentions'>): Citation[] {
  const found: Citation[] = [];
  const fullKeys = new Map<string, string>();
  let past = 0;
  for (let i = 0; i < mentions.start.length; i++) {
    const kind = mentions.labels[mentions.label[i]!];
    const span = { start: mentions.start[i]!, end: mentions.end[i]! };
    if ((kind !== 'title' && kind !== 'document_number') || span.start < past) continue;
    const form = text.slice(span.start, span.end);
    if (kind === 'document_number') {
      found.push({ kind: 'number', span, key: numberKey(form), number: '' });
      continue;
    }
    const own = titleKey(form);
    if (own === '') continue;
    const key = fullKeys.get(own) ?? own;
    let number = '';
    const inside = bracket.exec(text.slice(span.end, span.end + 130));
    if (inside !== null) {
      const short = shortName.exec(inside[1]!)?.[1];
      if (short !== undefined) fullKeys.set(titleKey(short), key);
      for (let j = i + 1; j < mentions.start.length && mentions.end[j]! <= span.end + inside[0].length; j++) {
        if (mentions.labels[mentions.label[j]!] !== 'document_number') continue;
        number = numberKey(text.slice(mentions.start[j]!, mentions.end[j]!));
        break;
      }
      // 《甲法》（根据《乙法》制定） names a second title.
      if (short !== undefined || number !== '') past = span.end + inside[0].length;
    }
    found.push({ kind: 'title', span, key, number });
  }
  return found;
}

/** Finds the documents of a corpus by what others call them. */
export class CitedDocuments {
  readonly #titles = new Map<string, string[]>();
  readonly #numbers = new Map<string, string[]>();

  constructor(documents: Iterable<CitedDocument>) {
    for (const { id, titles, numbers } of documents) {
      for (const title of new Set(titles.map(titleKey))) if (title.length > 1) add(this.#titles, title, id);
      for (const number of new Set(numbers.map(numberKey))) if (number !== '') add(this.#numbers, number, id);
    }
  }

  /** All documents of that name (a law has versions), those of the number where that says which; `citing` alone where it is one of them. */
  find(citing: string, { kind, key, number }: Omit<Citation, 'span'>): readonly string[] {
    const titled = kind === 'title' ? (this.#titles.get(key) ?? []) : [];
    const numbered = this.#numbers.get(kind === 'number' ? key : number) ?? [];
    const found = numbered.length > 0 ? numbered : titled;
    return found.includes(citing) ? [citing] : found;
  }
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}
