import type { Matrix } from './matrix.ts';
import type { PageBox } from './ofd-document.ts';
import type { OfdElement } from './ofd-element.ts';
import type { OfdResources } from './ofd-resources.ts';
import type { PaintedGlyph } from './painted-glyphs.ts';
import { objectSpace, textGlyphs } from './text-object.ts';

/** What may still be painted in a file, before it is taken for one that is made to exhaust. */
export interface PaintBudget {
  objects: number;
  characters: number;
}

/** More characters than are on any page. */
const mostGlyphs = 100_000;
/** Deepest nesting of groups in groups. */
const deepest = 16;
/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;

/** Paints the objects of a page and collects their characters. */
export class Painting {
  readonly visible: PaintedGlyph[] = [];
  /** Of objects with Visible="false": where a page is a picture, its text lies under it so. */
  readonly hidden: PaintedGlyph[] = [];
  /** Whether the page refers to groups that are nowhere. */
  lacksGroups = false;
  readonly #space: Matrix;
  readonly #budget: PaintBudget;

  constructor({ left, top }: PageBox, budget: PaintBudget) {
    const scale = pointsPerMillimetre;
    this.#space = [scale, 0, 0, scale, -left * scale, -top * scale];
    this.#budget = budget;
  }

  /** Paints what is in `content`. Throws where it is more than any page holds. */
  add(content: OfdElement | undefined, resources: OfdResources): void {
    if (content !== undefined) this.#paint(content, this.#space, resources, this.visible, 0);
  }

  #paint(group: OfdElement, space: Matrix, resources: OfdResources, around: PaintedGlyph[], depth: number): void {
    if (depth > deepest) throw new Error('its objects are nested too deep');
    for (const object of group.children) {
      if (--this.#budget.objects < 0 || this.#budget.characters < 0) throw new Error('the file holds too much');
      const glyphs = object.attributes.Visible === 'false' ? this.hidden : around;
      if (object.name === 'Layer' || object.name === 'PageBlock') {
        this.#paint(object, space, resources, glyphs, depth + 1);
      } else if (object.name === 'TextObject') {
        const font = resources.fonts.get(object.attributes.Font ?? '');
        const painted = textGlyphs(object, objectSpace(object, space), font);
        this.#budget.characters -= painted.length;
        if (glyphs.length + painted.length > mostGlyphs) throw new Error('it has too many characters');
        for (const glyph of painted) glyphs.push(glyph);
      } else if (object.name === 'CompositeObject') {
        const unit = resources.composites.get(object.attributes.ResourceID ?? '');
        if (unit === undefined) this.lacksGroups = true;
        else this.#paint(unit, objectSpace(object, space), resources, glyphs, depth + 1);
      }
    }
  }
}
