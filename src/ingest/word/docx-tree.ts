import { XMLParser } from 'fast-xml-parser';

/** An element: its attributes and children by their names without prefixes; several of a name are a list. */
export interface XmlNode {
  readonly [name: string]: unknown;
}

/** A small part of a package as a tree; undefined where there is no such part. Throws on markup that is wrong. */
export function xmlOf(content: Uint8Array | undefined): XmlNode | undefined {
  if (content === undefined) return undefined;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
  });
  return parser.parse(new TextDecoder().decode(content)) as XmlNode;
}

/** The elements of a name in another one. */
export function xmlChildren(node: unknown, name: string): readonly XmlNode[] {
  if (typeof node !== 'object' || node === null) return [];
  const found = Object.hasOwn(node, name) ? (node as XmlNode)[name] : undefined;
  const list = Array.isArray(found) ? found : [found];
  return list.filter((child): child is XmlNode => typeof child === 'object' && child !== null);
}

/** The text of a child; empty where there is none. */
export function xmlText(node: XmlNode | undefined, name: string): string {
  const child = node !== undefined && Object.hasOwn(node, name) ? node[name] : '';
  const text = typeof child === 'object' && child !== null ? (child as XmlNode)['#text'] : child;
  return typeof text === 'string' ? text.trim() : '';
}
