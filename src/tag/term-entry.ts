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
  const notIn = new Set<string>();
  for (const form of entry.notIn.map(trimmed)) {
    if (form === '') continue;
    // 人民: not_in 公安 is a slip of the one who wrote it.
    if ([term, ...variants].some((own) => own !== form && form.includes(own))) notIn.add(form);
    else messages.push({ ...fault('tag/idle-not-in', list, line, { term, found: form }), severity: 'warning' });
  }
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
  const shown = Object.entries(values).map(([key, value]) => {
    const long = typeof value === 'string' && value.length > shownOfFault;
    return [key, long ? `${value.slice(0, shownOfFault)}…` : value] as const;
  });
  return { severity: 'error', rule, values: { list, line, ...Object.fromEntries(shown) } };
}

function trimmed(form: string): string {
  return form.trim().replace(/[^\S\n]+/g, ' ');
}

function canOccur(form: string): boolean {
  return form.length <= longestForm && /[\p{L}\p{N}]/u.test(form) && !form.includes('\n');
}
