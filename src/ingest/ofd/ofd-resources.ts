import { fontCharacters } from './font-characters.ts';
import { type OfdElement, ofdChild, ofdChildren, ofdText } from './ofd-element.ts';
import { isDamagedPart, type OfdPackage } from './ofd-package.ts';

/** What the text needs to know of a font. */
export interface OfdFont {
  readonly isBold: boolean;
  /** Whether its Latin characters have half an em each, as those of fonts for Chinese have. */
  readonly isHalfWidth: boolean;
  /** The characters of its glyphs; undefined where it is not in the package or damaged. */
  characters(): ReadonlyMap<number, number> | undefined;
}

/** What pages refer to by ids. */
export interface OfdResources {
  readonly fonts: Map<string, OfdFont>;
  /** Groups of objects that are painted in several places, or once each by programs that turn PDF into OFD. */
  readonly composites: Map<string, OfdElement>;
}

const chineseFont =
  /[\u3400-\u9fff]|^(?:sim|nsim|fang|kai|hei|song|stsong|stfang|stkai|sthei|fz|hyb?[a-z]?\d|mingliu|pming|dfkai|adobesong)/i;

/** Adds what a part with resources defines. Throws where it is damaged. */
export function addResources(resources: OfdResources, from: OfdPackage, name: string): void {
  const root = from.element(name);
  const base = root.attributes.BaseLoc ?? '';
  for (const fonts of ofdChildren(root, 'Fonts')) {
    for (const font of ofdChildren(fonts, 'Font')) addFont(resources, font, from, name, base);
  }
  for (const units of ofdChildren(root, 'CompositeGraphicUnits')) {
    for (const unit of ofdChildren(units, 'CompositeGraphicUnit')) {
      const content = ofdChild(unit, 'Content');
      if (unit.attributes.ID !== undefined && content !== undefined)
        resources.composites.set(unit.attributes.ID, content);
    }
  }
}

function addFont({ fonts }: OfdResources, font: OfdElement, from: OfdPackage, name: string, base: string): void {
  const { ID: id, FontName: fontName = '', Bold: bold } = font.attributes;
  if (id === undefined) return;
  const file = ofdText(font, 'FontFile');
  const located =
    from.locate(/^[/\\]/.test(file) || base === '' ? file : `${base}/${file}`, name) ?? from.locate(file, name);
  let read: ReadonlyMap<number, number> | undefined;
  fonts.set(id, {
    isBold: bold === 'true' || /bold|heavy|black/i.test(fontName),
    isHalfWidth: chineseFont.test(fontName),
    characters() {
      if (read === undefined && located !== undefined) read = readFont(from, located);
      return read;
    },
  });
}

function readFont(from: OfdPackage, name: string): ReadonlyMap<number, number> {
  try {
    return fontCharacters(from.part(name));
  } catch (cause) {
    if (!isDamagedPart(cause)) throw cause;
    return new Map();
  }
}
