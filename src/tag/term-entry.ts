import type { Message } from '../model/message.ts';
import type { Term } from '../model/term.ts';

/** An entry as it stands in a list, before it is checked. */
export interface Entry {
  /** 1-based line of the list. */
  readonly line: number;
  readonly term: string;
  readonly category: string;
  readonly variants: readonly string[];
  readonly notIn: readonly string[];
  readonly note: string;
}

/** Longer than any term: a line of running text that got into the list. */
const longestForm = 100;
const shownOfFault = 40;

/** The term of an entry; undefined, with a message, where it has none that could occur in a text. */
export function termOf(entry: Entry, list: string, messages: Message[]): Term | undefined {
  const { line } = entry;
  const term = trimmed(entry.term);
  if (!canOccur(term)) {
    messages.push(fault('tag/bad-term', list, line, { found: term }));
    return undefined;
  }
  const variants = new Set<string>();
  for (const form of entry.variants.map(trimmed)) {
    if (form === '' || form === term) continue;
    if (canOccur(form)) variants.add(form);
    else messages.push(fault('tag/bad-variant', list, line, { term, found: form }));
  }
  const notIn = new Set(entry.notIn.map(trimmed).filter(Boolean));
  const category = entry.category.split(/[/／]/).map(trimmed).filter(Boolean).join('/');
  return { term, category, variants: [...variants], notIn: [...notIn], note: entry.note.trim() };
}

/** Forms of a cell that holds several, parted by | or ; (half or full width). 、 may be part of one: 碳达峰、碳中和. */
export function formsIn(cell: string): string[] {
  return cell.split(/[|｜;；]/);
}

/** A message about a line of a list that cannot be used. */
export function fault(
  rule: string,
  list: string,
  line: number,
  values: Readonly<Record<string, string | number>> = {},
): Message {
  const short = Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shown(value) : value]);
  return { severity: 'error', rule, values: { list, line, ...Object.fromEntries(short) } };
}

/** What is shown of a text that may be long. */
export function shown(text: string): string {
  return text.length > shownOfFault ? `${text.slice(0, shownOfFault).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** No text keeps control characters and those without width: a form that had one would never be found. */
const unseen = /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\u034f|[\ufe00-\ufe0f]/gu;

function trimmed(form: string): string {
  return form
    .replace(unseen, '')
    .trim()
    .replace(/[^\S\n]+/g, ' ');
}

function canOccur(form: string): boolean {
  // Radicals copied from a PDF (⽤⼾) are meant as characters.
  return form.length <= longestForm && /[\p{L}\p{N}\u2e80-\u2fdf]/u.test(form) && !/[\n\ufffd]/.test(form);
}
