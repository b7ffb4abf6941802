import type { TaggedDocument } from '../../model/document.ts';
import { countBelow } from '../../text/count-below.ts';
import type { TextUnits } from './text-units.ts';

/** Where the listed terms stand among the tokens of a text. */
export interface TermUnits {
  /** By token: the entries of terms that lie in it. */
  readonly inside: ReadonlyMap<number, readonly number[]>;
  /** By its first token: the terms that take several, with their last token. */
  readonly across: ReadonlyMap<number, readonly { readonly last: number; readonly term: number }[]>;
}

/** Finds the tokens of each term occurrence; one outside the counted blocks has none. */
export function termUnits({ terms }: TaggedDocument, { start, end, length }: TextUnits): TermUnits {
  const inside = new Map<number, number[]>();
  const across = new Map<number, { last: number; term: number }[]>();
  for (let i = 0; i < terms.start.length; i++) {
    const first = countBelow(end, terms.start[i]! + 1);
    const last = countBelow(start, terms.end[i]!) - 1;
    if (first >= length || last < first) continue;
    if (first === last) put(inside, first, terms.label[i]!);
    else put(across, first, { last, term: terms.label[i]! });
  }
  return { inside, across };
}

function put<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
