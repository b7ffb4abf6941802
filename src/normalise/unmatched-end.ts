/** Deeper nesting than this is no description of a character. */
const deepest = 64;

/** Where a place at which no entry matches ends: after a character, or after a whole ideographic description (⿰亻尔). */
export function unmatchedEnd(text: string, start: number, limit: number): number {
  return descriptionEnd(text, start, limit, 0) || characterEnd(text, start);
}

function characterEnd(text: string, at: number): number {
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

/** End of the ideographic description sequence that begins at `start`; 0 where there is none. */
function descriptionEnd(text: string, start: number, limit: number, depth: number): number {
  const unit = text.charCodeAt(start);
  if (unit < 0x2ff0 || unit > 0x2fff || depth > deepest) return 0;
  let end = start + 1;
  for (let parts = unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2; parts > 0; parts--) {
    if (end >= limit) return 0;
    end = descriptionEnd(text, end, limit, depth + 1) || characterEnd(text, end);
  }
  return end;
}
