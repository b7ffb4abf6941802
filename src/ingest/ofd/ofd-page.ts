import type { PageGlyphs } from '../page/page-glyphs.ts';
import { isBlank } from '../page/page-lines.ts';
import { addPart, type OfdDocument, pageBox } from './ofd-document.ts';
import { type OfdElement, ofdChild, ofdChildren } from './ofd-element.ts';
import { isDamagedPart, type OfdPackage } from './ofd-package.ts';
import type { OfdResources } from './ofd-resources.ts';
import { type PaintedGlyph, pageGlyphs } from './painted-glyphs.ts';
import { type PaintBudget, Painting, pointsPerMillimetre } from './painting.ts';
import { isNameless } from './text-object.ts';

/** A page as its parts say. */
export interface OfdPage {
  readonly glyphs: PageGlyphs;
  /** Share of its letters that the file does not name, 0 to 1. */
  readonly unmapped: number;
  /** Whether a template, or a group of objects, that it shows cannot be read. */
  readonly isIncomplete: boolean;
}

/** Reads pages of one document. */
export class OfdPages {
  readonly #from: OfdPackage;
  readonly #document: OfdDocument;
  readonly #budget: PaintBudget;
  readonly #templates = new Map<string, OfdElement | undefined>();

  constructor(from: OfdPackage, document: OfdDocument, budget: PaintBudget) {
    this.#from = from;
    this.#document = document;
    this.#budget = budget;
  }

  /** Reads the page in this part. Throws where it is damaged or holds more than any page. */
  read(name: string): OfdPage {
    const page = this.#from.element(name);
    const box = pageBox(ofdChild(page, 'Area')) ?? this.#document.box;
    const painting = new Painting(box, this.#budget);
    let isIncomplete = false;
    const add = (part: string, root: OfdElement) => {
      const resources = this.#resourcesOf(part, root);
      if (resources === undefined) isIncomplete = true;
      painting.add(ofdChild(root, 'Content'), resources ?? this.#document.resources);
    };
    const addTemplates = (isInFront: boolean) => {
      for (const { attributes } of ofdChildren(page, 'Template')) {
        if ((attributes.ZOrder === 'Foreground') !== isInFront) continue;
        const part = this.#document.templates.get(attributes.TemplateID ?? '');
        const root = part === undefined ? undefined : this.#template(part);
        if (root === undefined) isIncomplete = true;
        else add(part!, root);
      }
    };
    addTemplates(false);
    add(name, page);
    addTemplates(true);
    const { visible, hidden } = painting;
    const painted = visible.some(({ code }) => !isBlank(code)) ? visible : hidden;
    return {
      glyphs: pageGlyphs(painted, box.width * pointsPerMillimetre, box.height * pointsPerMillimetre),
      unmapped: shareUnmapped(painted),
      isIncomplete: isIncomplete || (painting.lacksGroups && this.#document.lacksResources),
    };
  }

  /** The root of a template's part; undefined where it is damaged. */
  #template(part: string): OfdElement | undefined {
    if (!this.#templates.has(part)) this.#templates.set(part, this.#readTemplate(part));
    return this.#templates.get(part);
  }

  #readTemplate(part: string): OfdElement | undefined {
    try {
      return this.#from.element(part);
    } catch (cause) {
      if (!isDamagedPart(cause)) throw cause;
      return undefined;
    }
  }

  /** The document's resources with those of the page; undefined where these are damaged. */
  #resourcesOf(part: string, root: OfdElement): OfdResources | undefined {
    const own = ofdChildren(root, 'PageRes');
    const { resources } = this.#document;
    if (own.length === 0) return resources;
    const all = { fonts: new Map(resources.fonts), composites: new Map(resources.composites) };
    return own.every(({ text }) => addPart(all, this.#from, this.#from.locate(text.trim(), part))) ? all : undefined;
  }
}

function shareUnmapped(painted: readonly PaintedGlyph[]): number {
  let count = 0;
  let unmapped = 0;
  for (const { code } of painted) {
    // Blanks and leaders, of which a list of contents is full.
    if (code < 0x30) continue;
    count++;
    if (isNameless(code)) unmapped++;
  }
  return count === 0 ? 0 : unmapped / count;
}
