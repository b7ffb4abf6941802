const circles = '○◯〇';

/**
 * What a field EQ shows that has no result beside it: a character in a circle (`EQ \\o\\ac(○,1)`), one with its reading over
 * it (the reading is left out), a fraction. Empty for any other field.
 */
export function equationText(instruction: string): string {
  const equation = /^\s*eq\b(.*)$/is.exec(instruction)?.[1];
  if (equation === undefined) return '';
  // A circle is the first of two parts; above a base stands its reading.
  const [, circle, inner] = /\\o\s*\\ac\s*\(\s*(\S)\s*[,;，；]\s*([^(),;，；]*?)\s*\)/i.exec(equation) ?? [];
  if (circle !== undefined && inner !== undefined) return circles.includes(circle) ? inCircle(inner) : inner;
  const over = /\\o\s*\\(?:ad|al|ar|ac)\s*\(\s*\\s\s*\\up\s*\d*\s*\([^()]*\)\s*[,;，；]([^()]*)\)/i.exec(equation);
  if (over !== null) return over[1]!.trim();
  const fraction = /\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)/i.exec(equation);
  return fraction === null ? '' : `${fraction[1]!.trim()}/${fraction[2]!.trim()}`;
}

function inCircle(inner: string): string {
  const number = /^[0-9]{1,2}$/.test(inner) ? Number(inner) : 0;
  if (number >= 1 && number <= 20) return String.fromCharCode(0x2460 + number - 1);
  const han = inner.length === 1 ? '一二三四五六七八九十'.indexOf(inner) : -1;
  return han < 0 ? inner : String.fromCharCode(0x3280 + han);
}
