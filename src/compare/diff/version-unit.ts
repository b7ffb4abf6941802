/** An article, a heading or a paragraph of one version of a document. */
export interface VersionUnit {
  /** 第三条, 第二章, 一: told apart from the content, because it shifts when something is put in before; empty where there is none. */
  readonly number: string;
  /**
   * The content in its order: words, or the parts of one, marks one by one, and `\n` between paragraphs. White space stands only
   * where it parts two words that are not Chinese.
   */
  readonly pieces: readonly string[];
  /** One element a piece: 1 where a word ends with it. */
  readonly isWord: Uint8Array;
  /** One element a piece: 1 where its word goes on: 商业 of 商业秘密. Nothing is cut after it. */
  readonly goesOn: Uint8Array;
  /** A heading is no part of an article, even where the article says the same. */
  readonly isHeading: boolean;
}

/** The break between two paragraphs of a unit. */
export const paragraphBreak = '\n';

/** What is compared of a unit. */
export type Content = Pick<VersionUnit, 'pieces' | 'isWord' | 'goesOn'>;

/** The content without breaks between paragraphs. */
export function contentOf({ pieces }: VersionUnit): string {
  return pieces.filter((piece) => piece !== paragraphBreak).join('');
}

/** Several units as one, a break between them. */
export function joinUnits(units: readonly VersionUnit[]): Content {
  const [only] = units;
  if (units.length === 1 && only !== undefined) return only;
  const pieces: string[] = [];
  const isWord: number[] = [];
  const goesOn: number[] = [];
  for (const [i, unit] of units.entries()) {
    if (i > 0) {
      pieces.push(paragraphBreak);
      isWord.push(0);
      goesOn.push(0);
    }
    // Not spread into one call: a unit may have more pieces than a call may have arguments.
    for (const piece of unit.pieces) pieces.push(piece);
    for (const flag of unit.isWord) isWord.push(flag);
    for (const flag of unit.goesOn) goesOn.push(flag);
  }
  return { pieces, isWord: Uint8Array.from(isWord), goesOn: Uint8Array.from(goesOn) };
}
