import type { DescribedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { documentFields } from './document-fields.ts';
import { xmlText } from './xml-text.ts';

const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const inBibl = new Set(['title', 'issuers', 'document_number', 'date']);

/** The TEI header: the source with its 发文字号, the program, and the terms of the document by category. */
export function teiHeader(
  document: DescribedDocument,
  terms: readonly Term[],
  metadata: readonly string[],
  version: string,
): string {
  const fields = documentFields(document, metadata).filter(({ value }) => value !== '');
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? '';
  const title = value('title') || document.id;
  const date = value('date');
  const others = fields.filter(({ name }) => !inBibl.has(name));
  const lines = [
    '<teiHeader>',
    '<fileDesc>',
    `<titleStmt><title>${xmlText(title)}</title></titleStmt>`,
    '<publicationStmt><p>Annotated by cewen; not published.</p></publicationStmt>',
    '<sourceDesc>',
    '<bibl>',
    `<title>${xmlText(title)}</title>`,
    ...value('issuers')
      .split('; ')
      .filter((issuer) => issuer !== '')
      .map((issuer) => `<author>${xmlText(issuer)}</author>`),
    ...(value('document_number') === ''
      ? []
      : [`<idno type="document_number">${xmlText(value('document_number'))}</idno>`]),
    ...(date === '' ? [] : [`<date${isoDate.test(date) ? ` when="${date}"` : ''}>${xmlText(date)}</date>`]),
    `<idno type="document">${xmlText(document.id)}</idno>`,
    ...(document.sha256 === '' ? [] : [`<idno type="sha256">${document.sha256}</idno>`]),
    ...others.map(({ name, value: text }) => `<note n="${xmlText(name)}">${xmlText(text)}</note>`),
    '</bibl>',
    '</sourceDesc>',
    '</fileDesc>',
    '<encodingDesc>',
    `<appInfo><application ident="cewen" version="${/^\d+(?:\.\d+){0,2}/.exec(version)?.[0] ?? '0'}"><label>cewen</label></application></appInfo>`,
    ...taxonomy(document, terms),
    '</encodingDesc>',
    '<profileDesc><langUsage><language ident="zh">Chinese</language></langUsage></profileDesc>',
    '</teiHeader>',
  ];
  return lines.join('\n');
}

/** The categories and terms that the document has. */
function taxonomy(document: DescribedDocument, terms: readonly Term[]): string[] {
  const present = [...new Set(document.terms.label)].sort((a, b) => a - b);
  if (present.length === 0) return [];
  const groups = new Map<string, number[]>();
  for (const label of present) {
    const { category } = terms[label]!;
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [label]);
    else group.push(label);
  }
  const entry = (label: number) =>
    `<category xml:id="t${label + 1}"><catDesc>${xmlText(terms[label]!.term)}</catDesc></category>`;
  const lines = [...groups].map(([category, labels]) =>
    category === ''
      ? labels.map(entry).join('\n')
      : `<category><catDesc>${xmlText(category)}</catDesc>\n${labels.map(entry).join('\n')}\n</category>`,
  );
  return ['<classDecl>', '<taxonomy>', ...lines, '</taxonomy>', '</classDecl>'];
}
