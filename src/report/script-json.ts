/**
 * A value as JSON that may stand inside a script element: nothing in it can end the element or begin a comment, and no line
 * separator ends a line of it.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
