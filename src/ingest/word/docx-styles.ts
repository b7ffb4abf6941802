import type { BlockKind } from '../../model/document.ts';
import { attribute, isOn, type XmlNode, xmlChild, xmlChildren } from './xml-tree.ts';

/** What a block is by its style or outline level. */
export interface DocxKind {
  readonly kind: BlockKind;
  readonly level: number;
}

/** What a style says, with what it takes over from those that it is based on. */
export interface DocxStyle {
  /** Undefined for a plain text. */
  readonly block: DocxKind | undefined;
  /** The list that it numbers its paragraphs by, the level there, and the style that says so. */
  readonly list: { readonly id: string; readonly level: number | undefined; readonly style: string } | undefined;
  readonly isHidden: boolean;
}

export interface DocxStyles {
  /** A style by its id; without an id that of paragraphs that name none. */
  style(id: string | undefined): DocxStyle | undefined;
}

/** Names that Word, WPS and LibreOffice have for built-in styles; Word writes them in English whatever its language. */
const named: readonly (readonly [pattern: RegExp, kind: BlockKind])[] = [
  [/^(?:title|subtitle|标题|副标题|標題|副標題)$/i, 'title'],
  [/^(?:caption|题注|題注|标号|標號)$/i, 'caption'],
  [/^(?:toc|contents|目录|目錄|table of (?:figures|authorities)|图表目录)(?:\s*(?:\d|heading|标题))?$/i, 'contents'],
  [/^(?:footnote text|endnote text|脚注文本|尾注文本|註腳文字|章節附註文字)$/i, 'note'],
  [/^(?:list(?: bullet| number| continue)?(?: \d)?|列表(?:项目符号|编号|接续)?(?: ?\d)?)$/i, 'list'],
];
const headingName = /^(?:heading|标题|標題)\s*([1-9])$/i;
/** Names that authors give their own styles of headings: 一级标题, 章标题, 二级条标题. */
const ownHeading = /^(?:([一二三四五六])级(条)?标题|章标题)$/;
/** Outline levels are 0 to 8; 9 is a text. */
const textLevel = 9;
/** A chain of styles that is longer is a circle. */
const longestChain = 20;

/** The styles of a document from their part. */
export function docxStyles(part: XmlNode | undefined): DocxStyles {
  const nodes = new Map<string, XmlNode>();
  let usual: string | undefined;
  for (const style of xmlChildren(part, 'style')) {
    const id = attribute(style, 'styleId');
    if (id === undefined || nodes.has(id)) continue;
    nodes.set(id, style);
    const isDefault = /^(?:1|true|on)$/i.test(attribute(style, 'default') ?? '');
    if (isDefault && attribute(style, 'type') === 'paragraph') usual ??= id;
  }
  const found = new Map<string, DocxStyle>();
  return {
    style(id = usual) {
      if (id === undefined || !nodes.has(id)) return undefined;
      const known = found.get(id);
      if (known !== undefined) return known;
      const style = styleOf(id, nodes);
      found.set(id, style);
      return style;
    },
  };
}

function styleOf(first: string, nodes: ReadonlyMap<string, XmlNode>): DocxStyle {
  let block: DocxKind | undefined;
  let isDecided = false;
  let list: DocxStyle['list'];
  let level: number | undefined;
  let hidden: XmlNode | undefined;
  let id = first;
  for (let i = 0; i < longestChain; i++) {
    const node = nodes.get(id);
    if (node === undefined) break;
    const paragraph = xmlChild(node, 'pPr');
    if (!isDecided) {
      const outline = propertyOf(paragraph, 'outlineLvl') ?? '';
      const isOutline = /^\d$/.test(outline);
      const ownKind = docxKindNamed(propertyOf(node, 'name') ?? '');
      block = ownKind ?? (isOutline ? outlineKind(Number(outline)) : undefined);
      isDecided = ownKind !== undefined || isOutline;
    }
    const numbering = xmlChild(paragraph, 'numPr');
    level ??= levelOf(numbering);
    const listId = propertyOf(numbering, 'numId');
    if (list === undefined && listId !== undefined) list = { id: listId, level, style: id };
    hidden ??= xmlChild(node, 'rPr', 'vanish');
    id = propertyOf(node, 'basedOn') ?? '';
  }
  return { block, list, isHidden: isOn(hidden) };
}

/** What a built-in style of this name is; undefined where it says nothing. */
export function docxKindNamed(name: string): DocxKind | undefined {
  const plain = name.trim();
  const heading = headingName.exec(plain);
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]) };
  const own = ownHeading.exec(plain);
  if (own !== null) {
    const level = own[1] === undefined ? 1 : '一二三四五六'.indexOf(own[1]) + 1;
    return { kind: 'heading', level: own[2] === undefined ? level : level + 1 };
  }
  const kind = named.find(([pattern]) => pattern.test(plain))?.[1];
  return kind === undefined ? undefined : { kind, level: 0 };
}

/** What an outline level, 0 to 9, makes of a block. */
export function outlineKind(outline: number): DocxKind | undefined {
  return outline < textLevel ? { kind: 'heading', level: outline + 1 } : undefined;
}

/** The level that properties of a numbering name, 0 to 8. */
export function levelOf(numbering: XmlNode | undefined): number | undefined {
  const level = propertyOf(numbering, 'ilvl');
  return level !== undefined && /^[0-8]$/.test(level) ? Number(level) : undefined;
}

/** The value of a property: of the child of this name. */
export function propertyOf(node: XmlNode | undefined, name: string): string | undefined {
  return attribute(xmlChild(node, name), 'val');
}
