import type { BlockKind } from '../../model/document.ts';
import { type XmlNode, xmlChildren, xmlOf } from './docx-tree.ts';

/** What a style of paragraphs makes of a paragraph. */
export interface DocxStyle {
  readonly kind: BlockKind;
  readonly level: number;
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
/** Outline levels are 0 to 8; 9 is a text. */
const textLevel = 9;
/** A chain of styles that is longer is a circle. */
const longestChain = 20;

/** The kinds of paragraphs by the ids of their styles; styles that are plain text are not in it. */
export function docxStyles(content: Uint8Array | undefined): ReadonlyMap<string, DocxStyle> {
  const styles = new Map<string, XmlNode>();
  for (const style of xmlChildren(xmlOf(content)?.styles, 'style')) {
    if (style.type === 'paragraph' && style.styleId !== undefined && !styles.has(String(style.styleId))) {
      styles.set(String(style.styleId), style);
    }
  }
  const found = new Map<string, DocxStyle>();
  for (const id of styles.keys()) {
    const style = styleOf(id, styles);
    if (style !== undefined) found.set(id, style);
  }
  return found;
}

/** By its own name or outline level, else by the style that it is based on. */
function styleOf(first: string, styles: ReadonlyMap<string, XmlNode>): DocxStyle | undefined {
  let id = first;
  for (let i = 0; i < longestChain; i++) {
    const style = styles.get(id);
    if (style === undefined) return undefined;
    const own = docxStyleNamed(value(style, 'name'));
    if (own !== undefined) return own;
    const [properties] = xmlChildren(style, 'pPr');
    const outline = properties === undefined ? '' : value(properties, 'outlineLvl');
    if (/^\d$/.test(outline)) return outlineStyle(Number(outline));
    id = value(style, 'basedOn');
  }
  return undefined;
}

/** What a built-in style of this name is; undefined where it says nothing. */
export function docxStyleNamed(name: string): DocxStyle | undefined {
  const heading = headingName.exec(name.trim());
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]) };
  const kind = named.find(([pattern]) => pattern.test(name.trim()))?.[1];
  return kind === undefined ? undefined : { kind, level: 0 };
}

/** The style that an outline level, 0 to 9, makes. */
export function outlineStyle(outline: number): DocxStyle | undefined {
  return outline < textLevel ? { kind: 'heading', level: outline + 1 } : undefined;
}

function value(node: XmlNode, name: string): string {
  return String(xmlChildren(node, name)[0]?.val ?? '');
}
