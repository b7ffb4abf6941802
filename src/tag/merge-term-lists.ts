import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import type { TermList } from './term-list.ts';

/** Where an entry stands, for messages. */
interface Place {
  readonly list: string;
  readonly line: number;
}

/**
 * One list of several. A term that comes again in the same category is one entry with the forms of both. All other
 * overlaps are told, and both sides count, so that each row of the tables is what its entry says: a term in two
 * categories, and a form that two entries share.
 */
export function mergeTermLists(lists: readonly TermList[]): { terms: Term[]; messages: Message[] } {
  const terms: Term[] = [];
  const places: Place[] = [];
  const messages: Message[] = [];
  const indexOf = new Map<string, number>();
  for (const { name, terms: listed, lines } of lists) {
    for (const [i, term] of listed.entries()) {
      const place = { list: name, line: lines[i] ?? 0 };
      const key = `${term.term}\n${term.category}`;
      const known = indexOf.get(key);
      if (known === undefined) {
        indexOf.set(key, terms.push(term) - 1);
        places.push(place);
      } else {
        terms[known] = union(terms[known]!, term);
        messages.push(overlap('tag/repeated-term', 'info', place, places[known]!, { term: term.term }));
      }
    }
  }
  messages.push(...sharedForms(terms, places));
  return { terms, messages };
}

function union(first: Term, second: Term): Term {
  return {
    ...first,
    variants: [...new Set([...first.variants, ...second.variants])],
    notIn: [...new Set([...first.notIn, ...second.notIn])],
    note:
      first.note === '' || first.note === second.note
        ? second.note
        : [first.note, second.note].filter(Boolean).join('；'),
  };
}

function sharedForms(terms: readonly Term[], places: readonly Place[]): Message[] {
  const messages: Message[] = [];
  const owner = new Map<string, number>();
  for (const [index, { term }] of terms.entries()) {
    const first = owner.get(term);
    if (first === undefined) owner.set(term, index);
    else {
      const values = { term, category: terms[index]!.category, first_category: terms[first]!.category };
      messages.push(overlap('tag/term-in-two-categories', 'warning', places[index]!, places[first]!, values));
    }
  }
  for (const [index, { term, variants }] of terms.entries()) {
    for (const variant of variants) {
      const other = owner.get(variant);
      if (other === undefined) owner.set(variant, index);
      else if (terms[other]!.term !== term) {
        const values = { term, variant, first_term: terms[other]!.term };
        messages.push(overlap('tag/shared-form', 'warning', places[index]!, places[other]!, values));
      }
    }
  }
  return messages;
}

function overlap(
  rule: string,
  severity: Message['severity'],
  { list, line }: Place,
  first: Place,
  values: Readonly<Record<string, string | number>>,
): Message {
  return { severity, rule, values: { list, line, ...values, first_list: first.list, first_line: first.line } };
}
