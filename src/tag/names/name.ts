export const nameLabels = ['person', 'place', 'organisation'] as const;

export type NameLabel = (typeof nameLabels)[number];

/**
 * A name in a text; offsets in UTF-16 units. `rule` is how it was found: `dictionary`, `title` (a title stands beside a person),
 * `suffix` (省, 县, 部, 委员会 after a name), `list` (a body of the state that is always called so) or `context`.
 */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly label: NameLabel;
  readonly rule: 'dictionary' | 'title' | 'suffix' | 'list' | 'context';
}

/** A word as the rules of names see it. */
export interface NameWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly tag: string;
  /** The Universal part of speech by context; empty where only the dictionary's tag is known. */
  readonly universal: string;
  /** Whether the fine reading parts it: then the dictionary is wrong in calling it a name (安全措施, 确保安全). */
  readonly parted: boolean;
  /** Whether it follows the word before it without a mark or a space. */
  readonly joined: boolean;
}
