import { type OfdElement, ofdChildren, ofdText } from './ofd-element.ts';
import { isDamagedPart, type OfdPackage } from './ofd-package.ts';

/** How many annotations with text a document has, by the part that lists them; 0 where they cannot be read. */
export function countAnnotations(from: OfdPackage, list: string | undefined): number {
  if (list === undefined) return 0;
  let count = 0;
  try {
    for (const page of ofdChildren(from.element(list), 'Page')) {
      const part = from.locate(ofdText(page, 'FileLoc'), list);
      if (part === undefined) continue;
      for (const annotation of ofdChildren(from.element(part), 'Annot')) {
        if (annotation.attributes.Visible !== 'false' && hasText(annotation)) count++;
      }
    }
  } catch (cause) {
    if (!isDamagedPart(cause)) throw cause;
  }
  return count;
}

function hasText(element: OfdElement): boolean {
  if (element.name === 'TextCode') return element.text.trim() !== '';
  return element.children.some(hasText);
}
