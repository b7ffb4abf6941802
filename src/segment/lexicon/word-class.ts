/**
 * Whether a form counts as a word: it holds a letter, a Han character or a digit. Marks do not, nor do circled and
 * superscript numbers (①, ²), which stand beside words. To be asked once a type.
 */
export function isWord(form: string): boolean {
  return /[\p{L}\p{Nd}\p{Nl}]/u.test(form);
}
