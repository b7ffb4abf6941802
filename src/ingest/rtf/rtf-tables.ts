import { encodingOf } from '../word/doc-meta.ts';
import { type DocxKind, docxKindNamed, outlineKind } from '../word/docx-styles.ts';

interface Decoder {
  decode(content: Uint8Array): string;
}

interface Font {
  name: string;
  charset: number | undefined;
}

interface Style {
  name: string;
  outline: number | undefined;
  base: number | undefined;
  isParagraphs: boolean;
}

/** The charset of fonts of symbols. */
const symbolCharset = 2;
/** Code pages by the charsets of fonts; the others are of the code page of the document. */
const codePages: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
]);
const doubleByte = new Set([932, 936, 949, 950]);
/** A chain of styles that is longer is a circle. */
const longestChain = 20;
/** No document has more; what goes on naming new ones is damaged. */
const mostEntries = 10_000;

/** The fonts of a document, by which bytes are read. */
export class RtfFonts {
  codePage = 1252;
  readonly #fonts = new Map<number, Font>();
  readonly #decoders = new Map<string, Decoder>();

  entry(number: number): Font {
    const known = this.#fonts.get(number);
    if (known !== undefined) return known;
    const font: Font = { name: '', charset: undefined };
    if (this.#fonts.size < mostEntries) this.#fonts.set(number, font);
    return font;
  }

  /** The name of a font of symbols; undefined where the font shows letters. */
  symbolFont(number: number): string | undefined {
    const font = this.#fonts.get(number);
    return font?.charset === symbolCharset ? font.name.trim() : undefined;
  }

  /** The text that bytes in a font stand for. */
  decode(bytes: readonly number[], number: number): string {
    const content = Uint8Array.from(bytes);
    const named = codePages.get(this.#fonts.get(number)?.charset ?? 1);
    if (named !== undefined) return this.#decoder(encodingOf(named), false).decode(content);
    if (!doubleByte.has(this.codePage)) return this.#decoder(encodingOf(this.codePage), false).decode(content);
    // Programs set Chinese in fonts that they declare as Western ones.
    try {
      return this.#decoder(encodingOf(this.codePage), true).decode(content);
    } catch {
      return this.#decoder('windows-1252', false).decode(content);
    }
  }

  #decoder(encoding: string, fatal: boolean): Decoder {
    const key = `${encoding} ${fatal}`;
    let decoder = this.#decoders.get(key);
    if (decoder === undefined) {
      decoder = new TextDecoder(encoding, { fatal });
      this.#decoders.set(key, decoder);
    }
    return decoder;
  }
}

/** The styles of a document, and what they make of paragraphs. */
export class RtfStyles {
  readonly #styles = new Map<number, Style>();

  entry(number: number): Style {
    const known = this.#styles.get(number);
    if (known !== undefined) return known;
    const style: Style = { name: '', outline: undefined, base: undefined, isParagraphs: true };
    if (this.#styles.size < mostEntries) this.#styles.set(number, style);
    return style;
  }

  kindOf(number: number): DocxKind | undefined {
    let next: number | undefined = number;
    for (let i = 0; i < longestChain && next !== undefined; i++) {
      const style: Style | undefined = this.#styles.get(next);
      if (style === undefined) return undefined;
      const own = docxKindNamed(style.name);
      if (own !== undefined) return own;
      if (style.outline !== undefined) return outlineKind(style.outline);
      next = style.base;
    }
    return undefined;
  }
}
