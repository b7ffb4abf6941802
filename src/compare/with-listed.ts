import type { ComparedItems } from './keywords.ts';
import type { Reference } from './reference.ts';

/**
 * The items with the words that only a list of frequencies has: that the corpus lacks them is a difference, too. Terms that
 * only a list has were not looked for, and are left out.
 */
export function withListed(items: ComparedItems, reference: Reference): ComparedItems {
  if (reference === undefined || 'groups' in reference || reference.unit !== items.unit || items.unit === 'term') {
    return items;
  }
  const known = new Set(items.forms);
  const others = [...reference.frequency.keys()].filter((form) => !known.has(form));
  return {
    ...items,
    forms: [...items.forms, ...others],
    labels: [...items.labels, ...others.map(() => '')],
  };
}
