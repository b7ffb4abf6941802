import { text } from '../model/columns.ts';
import { describedFields } from '../model/description.ts';
import type { DescribedDocument } from '../model/document.ts';
import type { Cell, TableSchema } from '../model/table.ts';
import type { Term } from '../model/term.ts';
import { attributeNames } from './attribute-names.ts';
import { documentFields } from './document-fields.ts';
import { documentParts } from './document-parts.ts';
import { documentTerms } from './document-terms.ts';
import { plainSigns } from './plain-signs.ts';
import { xmlText } from './xml-text.ts';

/** A document for the import XML-TEI/w + CSV of TXM, whose words are given; each word has its longest term as a property. */
export function txmText(document: DescribedDocument, terms: readonly Term[]): string {
  const outer = documentTerms(document, terms).filter(({ isNested }) => !isNested);
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<text>'];
  let next = 0;
  for (const { block, sentences } of documentParts(document)) {
    out.push(`<p kind="${block.kind}">`);
    for (const { number, pieces } of sentences) {
      out.push(`<s n="${number}">`);
      for (const { start, end, form, tag, universal } of pieces) {
        while (next < outer.length && outer[next]!.end <= start) next++;
        const found = outer[next];
        const term = found !== undefined && found.start < end ? found : undefined;
        const place = term === undefined ? '' : term.start >= start ? 'B' : 'I';
        out.push(
          `<w pos="${xmlText(tag)}" upos="${universal}" term="${xmlText(term?.term ?? '')}" category="${xmlText(term?.category ?? '')}" place="${place}">${xmlText(form)}</w>`,
        );
      }
      out.push('</s>');
    }
    out.push('</p>');
  }
  out.push('</text>');
  return `${out.join('\n')}\n`;
}

/** Columns of metadata.csv: TXM takes ASCII names only, and `id` first. */
export function txmSchema(metadata: readonly string[]): TableSchema {
  const names = attributeNames([...describedFields, ...metadata], ['id', 'document']);
  return {
    name: 'metadata',
    en: 'One row per document, as TXM reads metadata.',
    zh: '每个文档一行，供 TXM 作为元数据读入。',
    columns: [
      text('id', 'Name of its file without ending.', '其文件名（不含扩展名）。'),
      text('document', 'The document, as in documents.csv.', '文档，同 documents.csv。'),
      ...names.map((name) => text(name, 'As in documents.csv.', '同 documents.csv。')),
    ],
  };
}

/** The document's row; `name` is that of its file without ending. TXM shows N/A where a value is missing. */
export function txmRow(document: DescribedDocument, name: string, metadata: readonly string[]): Cell[] {
  const fields = documentFields(document, metadata);
  return [
    name,
    document.id,
    ...fields.map(({ value }) => plainSigns(value.replace(/\p{White_Space}+/gu, ' ')) || 'N/A'),
  ];
}
