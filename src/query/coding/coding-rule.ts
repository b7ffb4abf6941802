/** Stretches of a text in which parts of a rule are to meet. */
export const ruleUnits = ['sentence', 'paragraph', 'document'] as const;
export type RuleUnit = (typeof ruleUnits)[number];

/** What a rule looks for, before what excludes it. `code` refers to another code, or all of a category, by name. */
export type RuleBase =
  | { readonly kind: 'plain' | 'regex' | 'query'; readonly pattern: string }
  | { readonly kind: 'any' | 'all'; readonly rules: readonly Rule[] }
  /** One of each, with at most `gap` words between neighbours; in the order of the rules or in any. */
  | { readonly kind: 'chain'; readonly rules: readonly Rule[]; readonly gap: number; readonly ordered: boolean }
  | { readonly kind: 'code'; readonly name: string };

export interface Rule {
  readonly base: RuleBase;
  /** Where `all` and `chain` look for their parts, and `not` for what must not be there. */
  readonly unit: RuleUnit;
  /** A match does not count where this stands in the same unit. */
  readonly not: Rule | undefined;
  /** A match does not count where this overlaps it. */
  readonly except: Rule | undefined;
  /** 1-based line of the file. */
  readonly line: number;
}

/** A named rule. */
export interface Code {
  readonly name: string;
  /** Path of the categories around it, parted by /; empty where it stands under none. */
  readonly category: string;
  readonly rule: Rule;
  /** The file that it comes from, for messages. */
  readonly place: string;
}

/** Category path and name of a code, parted by /. */
export function pathOf({ category, name }: Pick<Code, 'category' | 'name'>): string {
  return category === '' ? name : `${category}/${name}`;
}

/** The rules that a rule is made of. */
export function partsOf({ base, not, except }: Rule): readonly Rule[] {
  const parts = 'rules' in base ? base.rules : [];
  return [...parts, ...(not === undefined ? [] : [not]), ...(except === undefined ? [] : [except])];
}
