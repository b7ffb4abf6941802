import { describedFields } from '../model/description.ts';
import type { DescribedDocument } from '../model/document.ts';

/** What is known of a document beside its text, in the order of documents.csv: empty where it is missing. */
export function documentFields(
  { meta, description }: DescribedDocument,
  metadata: readonly string[],
): { readonly name: string; readonly value: string }[] {
  return [
    ...describedFields.map((name) => ({ name, value: meta[name] ?? description[name] ?? '' })),
    ...metadata.map((name) => ({ name, value: meta[name] ?? '' })),
  ];
}
