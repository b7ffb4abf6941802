import type { DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { CodePointIndex } from '../text/code-point-index.ts';
import { documentTerms } from './document-terms.ts';
import { plainSigns } from './plain-signs.ts';

/** The text that the places of `bratAnnotations` count in: one block a line. */
export function bratText({ text }: DescribedDocument): string {
  return `${plainSigns(text)}\n`;
}

/** The occurrences of terms in the stand-off format of brat; the type is the category, the note the term. */
export function bratAnnotations(document: DescribedDocument, terms: readonly Term[]): string {
  const points = new CodePointIndex(document.text);
  const types = bratTypes(terms);
  return documentTerms(document, terms)
    .map(({ number, start, end, term, category }) => {
      const place = `${points.toCodePoints(start)} ${points.toCodePoints(end)}`;
      const form = plainSigns(document.text.slice(start, end));
      return `T${number}\t${types.get(category)} ${place}\t${form}\n#${number}\tAnnotatorNotes T${number}\t${oneLine(term)}\n`;
    })
    .join('');
}

/** What brat has to know of the types: their names are ASCII, and shown as the categories. */
export function bratFiles(terms: readonly Term[]): { path: string; text: string }[] {
  const types = [...bratTypes(terms)];
  const names = types.map(([, type]) => `${type}\n`).join('');
  const labels = types.map(([category, type]) => `${type} | ${category === '' ? 'term' : label(category)}\n`).join('');
  return [
    { path: 'annotation.conf', text: `[entities]\n${names}\n[relations]\n\n[events]\n\n[attributes]\n` },
    {
      path: 'visual.conf',
      text: `[labels]\n${labels}\n[drawing]\nSPAN_DEFAULT fgColor:black, bgColor:lightgreen, borderColor:darken\n`,
    },
  ];
}

function bratTypes(terms: readonly Term[]): ReadonlyMap<string, string> {
  const categories = [...new Set(terms.map(({ category }) => category))].sort();
  return new Map(categories.map((category, i) => [category, category === '' ? 'Term' : `Category${i + 1}`]));
}

function oneLine(text: string): string {
  return plainSigns(text.replace(/\p{White_Space}+/gu, ' '));
}

/** A line of brat's settings has parts between `|` and `,`. */
function label(category: string): string {
  return oneLine(category).replace(/[|,[\]#]/g, '_');
}
