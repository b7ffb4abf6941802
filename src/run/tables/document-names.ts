import type { CitedDocument } from '../../compare/citations.ts';
import type { DescribedDocument } from '../../model/document.ts';

/** Titles of a document, by its text and by metadata. */
export function titlesOf({ meta, description }: Pick<DescribedDocument, 'meta' | 'description'>): string[] {
  return [description.title, meta.title].filter((title) => title !== undefined && title !== '') as string[];
}

/** What a document is called: its title by its text and by metadata, the name of its file, and its numbers. */
export function namesOf({
  id,
  meta,
  description,
}: Pick<DescribedDocument, 'id' | 'meta' | 'description'>): CitedDocument {
  const file = id.slice(id.lastIndexOf('/') + 1).replace(/\.[a-z]{1,8}$/i, '');
  const titles = [description.title, meta.title, file].filter((title) => title !== undefined && title !== '');
  const numbers = [description.document_number, meta.document_number].flatMap((given) => given?.split('; ') ?? []);
  return { id, titles: titles as string[], numbers };
}
