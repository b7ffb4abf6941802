import { type OfdElement, ofdChild, ofdChildren, ofdNumbers, ofdText } from './ofd-element.ts';
import { isDamagedPart, type OfdPackage } from './ofd-package.ts';
import { addResources, type OfdResources } from './ofd-resources.ts';

/** A page box in millimetres. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One document of a file; several may be in one. */
export interface OfdDocument {
  readonly resources: OfdResources;
  /** Whether a part with resources is damaged: objects that stand there may be missing on any page. */
  readonly lacksResources: boolean;
  readonly box: PageBox;
  /** Parts with the pages in their order; undefined for one that is missing. */
  readonly pages: readonly (string | undefined)[];
  /** Parts with templates by their ids. */
  readonly templates: ReadonlyMap<string, string | undefined>;
  /** The part that lists annotations. */
  readonly annotations: string | undefined;
}

const a4: PageBox = { left: 0, top: 0, width: 210, height: 297 };

/** Reads a document's own part and its resources. Throws where the part is damaged. */
export function readOfdDocument(from: OfdPackage, name: string): OfdDocument {
  const root = from.element(name);
  const common = ofdChild(root, 'CommonData');
  const resources: OfdResources = { fonts: new Map(), composites: new Map() };
  let lacksResources = false;
  for (const kind of ['PublicRes', 'DocumentRes']) {
    for (const { text } of ofdChildren(common, kind)) {
      if (!addPart(resources, from, from.locate(text.trim(), name))) lacksResources = true;
    }
  }
  const located = (element: OfdElement) => from.locate(element.attributes.BaseLoc ?? '', name);
  return {
    resources,
    lacksResources,
    box: pageBox(ofdChild(common, 'PageArea')) ?? a4,
    pages: ofdChildren(ofdChild(root, 'Pages'), 'Page').map(located),
    templates: new Map(ofdChildren(common, 'TemplatePage').map((page) => [page.attributes.ID ?? '', located(page)])),
    annotations: from.locate(ofdText(root, 'Annotations'), name),
  };
}

/** Adds the resources of a part. False where there is one that cannot be read. */
export function addPart(resources: OfdResources, from: OfdPackage, name: string | undefined): boolean {
  // Programs name a part with resources that they do not write where there are none.
  if (name === undefined) return true;
  try {
    addResources(resources, from, name);
    return true;
  } catch (cause) {
    if (!isDamagedPart(cause)) throw cause;
    return false;
  }
}

/** The box of the paper in an element with the areas of a page; undefined where there is none of a size. */
export function pageBox(area: OfdElement | undefined): PageBox | undefined {
  const [left, top, width, height] = ofdNumbers(ofdText(area, 'PhysicalBox'));
  if (height === undefined || !(width! > 0) || !(height > 0)) return undefined;
  return { left: left!, top: top!, width: width!, height };
}
