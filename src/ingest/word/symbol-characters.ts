/** Characters for codes (in hexadecimal) of fonts of symbols, which programs use for bullets and boxes; those that documents have. */
const wingdings = tableOf(
  '2a✉ 28☎ 46☞ 4a☺ 6c● 6d○ 6e■ 6f□ 70□ 71❑ 72❒ 73◆ 74◆ 75◆ 76❖ 77◆ 9f• a7▪ a8□ ab★ b2◇ d8➢ df← e0→ e1↑ e2↓ e8➔ f0⇨ fb✗ fc✓ fd☒ fe☑',
);
const wingdings2 = tableOf('4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ 98● a3□');
/** Codes 0x41 to 0x7a of Adobe's encoding of Symbol; a space where the sign is no letter of Greek. */
const symbolLetters = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ      αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const symbolMarks = tableOf('2d− a3≤ a5∞ ac← ad↑ ae→ af↓ b0° b1± b3≥ b4× b7• b9≠ bb≈ c5⊕ ce∈ d6√ d7⋅ de⇒ e5∑');

/** The character that a font of symbols shows for a code; undefined where the font is none of them, or shows another sign. */
export function symbolCharacter(font: string, code: number): string | undefined {
  // Programs write the codes of such fonts in the private-use area.
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings\s*2/i.test(font)) return wingdings2.get(low);
  if (/^wingdings$/i.test(font)) return wingdings.get(low);
  if (!/^symbol$/i.test(font)) return undefined;
  return symbolMarks.get(low) ?? (symbolLetters.charAt(low - 0x41).trim() || plain(low));
}

/** Figures and marks of Symbol that are where ASCII has them. */
function plain(code: number): string | undefined {
  return code >= 0x20 && code < 0x41 ? String.fromCharCode(code) : undefined;
}

/** The bullet that a list shows; `text` may be in a font of symbols. */
export function bulletCharacter(font: string, text: string): string {
  const code = text.charCodeAt(0);
  const known = symbolCharacter(font, code);
  if (known !== undefined) return known;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  // What a letter in a font of signs (or o in Courier New) looks like: some round thing.
  return isPrivate || (/^[a-z\u00a0-\u00ff]$/i.test(text) && text !== '·') ? '•' : text;
}

function tableOf(pairs: string): ReadonlyMap<number, string> {
  return new Map(pairs.split(' ').map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(2)]));
}
