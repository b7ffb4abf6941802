/** An element of a part: its names without prefixes, its children in their order. */
export interface OfdElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OfdElement[];
  /** The text directly in it, with all white space. */
  readonly text: string;
}

/** The elements of a name in another one. */
export function ofdChildren(element: OfdElement | undefined, name: string): readonly OfdElement[] {
  return element === undefined ? [] : element.children.filter((child) => child.name === name);
}

/** The first element along a path of names; undefined where there is none. */
export function ofdChild(element: OfdElement | undefined, ...path: readonly string[]): OfdElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

/** The text of the first element along a path, without white space around it; empty where there is none. */
export function ofdText(element: OfdElement | undefined, ...path: readonly string[]): string {
  return ofdChild(element, ...path)?.text.trim() ?? '';
}

/** The numbers in an attribute or text that are parted by white space; empty where one of them is none. */
export function ofdNumbers(text: string | undefined): number[] {
  if (text === undefined || text.trim() === '') return [];
  const numbers = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

export function ofdNumber(text: string | undefined, otherwise: number): number {
  return ofdNumbers(text)[0] ?? otherwise;
}
