/** More operators than this describe no character; nested without end they would take exponential time. */
const mostOperators = 64;

/** Where a place at which no entry matches ends: after a character, or after a whole ideographic description (⿰亻尔). */
export function unmatchedEnd(text: string, start: number, limit: number): number {
  return isOperator(text.charCodeAt(start))
    ? descriptionEnd(text, start, limit, { left: mostOperators }) || start + 1
    : characterEnd(text, start);
}

function isOperator(unit: number): boolean {
  return unit >= 0x2ff0 && unit <= 0x2fff;
}

function characterEnd(text: string, at: number): number {
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

/** End of the description that begins with the operator at `start`; 0 where the text ends before it does. */
function descriptionEnd(text: string, start: number, limit: number, operators: { left: number }): number {
  if (operators.left-- <= 0) return 0;
  const operator = text.charCodeAt(start);
  let end = start + 1;
  for (let parts = operator === 0x2ff2 || operator === 0x2ff3 ? 3 : 2; parts > 0; parts--) {
    if (end >= limit) return 0;
    const inner = isOperator(text.charCodeAt(end)) ? descriptionEnd(text, end, limit, operators) : 0;
    end = inner || characterEnd(text, end);
  }
  return end;
}
