import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';
import type { TermList } from './term-list.ts';

/** Where something stands, for messages. */
interface Place {
  readonly list: string;
  readonly line: number;
}

interface Entry {
  term: Term;
  readonly place: Place;
  /** Where each excluded string comes from. */
  readonly notInPlaces: Map<string, Place>;
}

type Fold = (form: string) => string;

/**
 * One list of several. A term that comes again in the same category is one entry with the forms of both. All other
 * overlaps are told, and both sides count, so that each row of the tables is what its entry says: a term in two
 * categories, and a form that two entries share. `fold` is what the pipeline makes of a form: forms of which it makes the
 * same are the same (數字 and 数字, 5Ｇ and 5G).
 */
export function mergeTermLists(
  lists: readonly TermList[],
  fold: Fold = (form) => form,
): { terms: Term[]; messages: Message[] } {
  const entries: Entry[] = [];
  const messages: Message[] = [];
  const known = new Map<string, Entry>();
  for (const { name, terms, lines } of lists) {
    for (const [i, term] of terms.entries()) {
      const place = { list: name, line: lines[i] ?? 0 };
      const key = `${fold(term.term)}\n${term.category}`;
      let entry = known.get(key);
      if (entry === undefined) {
        entry = { term, place, notInPlaces: new Map() };
        known.set(key, entry);
        entries.push(entry);
      } else {
        entry.term = union(entry.term, term);
        messages.push(overlap('tag/repeated-term', 'info', place, entry.place, { term: term.term }));
      }
      for (const form of term.notIn) if (!entry.notInPlaces.has(form)) entry.notInPlaces.set(form, place);
    }
  }
  for (const entry of entries) messages.push(...checkNotIn(entry, fold));
  messages.push(...sharedForms(entries, fold));
  return { terms: entries.map(({ term }) => term), messages };
}

function union(first: Term, second: Term): Term {
  const other = second.term === first.term ? [] : [second.term];
  return {
    ...first,
    variants: [...new Set([...first.variants, ...other, ...second.variants])],
    notIn: [...new Set([...first.notIn, ...second.notIn])],
    note:
      first.note === '' || first.note === second.note
        ? second.note
        : [first.note, second.note].filter(Boolean).join('；'),
  };
}

/** Leaves out the excluded strings that exclude nothing (公安: not_in 人民币), or what is a form of the term itself. */
function checkNotIn(entry: Entry, fold: Fold): Message[] {
  const { term, variants, notIn } = entry.term;
  if (notIn.length === 0) return [];
  const messages: Message[] = [];
  const forms = [term, ...variants].map(fold);
  const useful = notIn.filter((found) => {
    const folded = fold(found);
    const isOwn = forms.includes(folded);
    if (!isOwn && forms.some((form) => folded.includes(form))) return true;
    const rule = isOwn ? 'tag/contradictory-not-in' : 'tag/idle-not-in';
    messages.push({ severity: 'warning', rule, values: { ...entry.notInPlaces.get(found)!, term, found } });
    return false;
  });
  if (useful.length < notIn.length) entry.term = { ...entry.term, notIn: useful };
  return messages;
}

function sharedForms(entries: readonly Entry[], fold: Fold): Message[] {
  const messages: Message[] = [];
  const owner = new Map<string, Entry>();
  for (const entry of entries) {
    const { term, category } = entry.term;
    const first = owner.get(fold(term));
    if (first === undefined) owner.set(fold(term), entry);
    else {
      const values = { term, category, first_category: first.term.category };
      messages.push(overlap('tag/term-in-two-categories', 'warning', entry.place, first.place, values));
    }
  }
  for (const entry of entries) {
    const { term, variants } = entry.term;
    const seen = new Set<string>();
    for (const variant of variants) {
      const folded = fold(variant);
      if (seen.has(folded)) continue;
      seen.add(folded);
      const other = owner.get(folded);
      if (other === undefined) owner.set(folded, entry);
      else if (other !== entry && fold(other.term.term) !== fold(term)) {
        const values = { term, variant, first_term: other.term.term };
        messages.push(overlap('tag/shared-form', 'warning', entry.place, other.place, values));
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
