import { type DocxKind, docxKindNamed } from '../word/docx-styles.ts';
import { attribute, type XmlNode, xmlChild, xmlChildren } from '../word/xml-tree.ts';

/** What the styles of a document in ODF (1.3, part 3, 16) say of its paragraphs and characters. */
export interface OdtStyles {
  kindOf(style: string | undefined): DocxKind | undefined;
  /** Whether characters or paragraphs of a style are not shown. */
  isHidden(style: string | undefined): boolean;
}

/** A chain of styles that is longer is a circle. */
const longestChain = 20;

/** Reads the styles that the two parts of a document have. */
export function odtStyles(parts: readonly (XmlNode | undefined)[]): OdtStyles {
  const nodes = new Map<string, XmlNode>();
  for (const part of parts) {
    for (const group of ['styles', 'automatic-styles']) {
      for (const style of xmlChildren(xmlChild(part, group), 'style')) {
        const name = attribute(style, 'name');
        if (name !== undefined) nodes.set(name, style);
      }
    }
  }
  return {
    kindOf(style) {
      for (const { name, node } of chain(nodes, style)) {
        const found = docxKindNamed(attribute(node, 'display-name') ?? plainName(name));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    isHidden(style) {
      for (const { node } of chain(nodes, style)) {
        const display = attribute(xmlChild(node, 'text-properties'), 'display');
        if (display !== undefined) return display === 'none';
      }
      return false;
    },
  };
}

/** A style and those that it is based on. */
function* chain(nodes: ReadonlyMap<string, XmlNode>, first: string | undefined) {
  let name = first;
  for (let i = 0; i < longestChain && name !== undefined; i++) {
    const node = nodes.get(name);
    if (node === undefined) {
      // Styles that a program knows by itself are in no part.
      yield { name, node: undefined };
      return;
    }
    yield { name, node };
    name = attribute(node, 'parent-style-name');
  }
}

/** Names have characters that XML does not allow in them by their codes: Heading_20_1. */
function plainName(name: string): string {
  return name.replace(/_([0-9a-f]{1,6})_/gi, (all, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
