/** White space that a page collapses; a no-break space (00A0) and the ideographic one (3000) are content. */
export function isCollapsible(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Characters of a text but for any white space. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && !isLowHalf && !isCollapsible(code)) count++;
  }
  return count;
}

/**
 * Whether a line break of the markup beside this character is none of the text: between 中 and 国, or 国 and 。
 * (CSS Text Module Level 3, 4.1.3: segment breaks between wide characters are removed).
 */
export function isWide(code: number): boolean {
  if (code < 0x2e80) return code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d);
  return code <= 0x9fff || (code >= 0xd840 && code <= 0xdfff) || (code >= 0xf900 && code <= 0xff60 && code !== 0xfeff);
}
