import type { DocxStyles } from './docx-styles.ts';
import { propertyOf } from './docx-styles.ts';
import { equationText } from './equation-field.ts';
import type { LeftOut } from './left-out.ts';
import { symbolCharacter } from './symbol-characters.ts';
import { attribute, descendants, isOn, localName, type XmlNode, xmlChild, xmlText } from './xml-tree.ts';

interface Field {
  instruction: string;
  isResult: boolean;
}

/** A reference to a note: `footnote` or `endnote`, its id, and whether its author gave it a mark. */
export interface NoteReference {
  readonly kind: string;
  readonly id: string;
  readonly hasMark: boolean;
}

const boxes = new Set(['txbxContent']);
const graphics = new Set(['txbxContent', 'textpath', 'chart', 'relIds', 'OLEObject', 'pic', 'imagedata', 'oMath']);
/** Elements in and around runs whose content is text of the paragraph. */
const transparent = new Set(
  'hyperlink smartTag ins moveTo sdtContent sdt customXml fldSimple dir bdo rubyBase oMathPara'.split(' '),
);

/** The text of paragraphs of a document; fields may reach over several, so that they are read in their order. */
export class DocxText {
  /** The content of boxes, and texts in ornamental letters, since the last paragraph. */
  readonly boxes: (XmlNode | string)[] = [];
  readonly #styles: DocxStyles;
  readonly #leftOut: LeftOut;
  readonly #noteMark: (reference: NoteReference) => string;
  #fields: Field[] = [];

  constructor(styles: DocxStyles, leftOut: LeftOut, noteMark: (reference: NoteReference) => string) {
    this.#styles = styles;
    this.#leftOut = leftOut;
    this.#noteMark = noteMark;
  }

  /** Whether what is read now is the result of a field that makes a list of contents. */
  get isInContents(): boolean {
    return this.#fields.some(({ instruction, isResult }) => isResult && /^\s*TOC\b/i.test(instruction));
  }

  /** Reads what has fields of its own, such as a note. */
  apart(read: () => void): void {
    const outer = this.#fields;
    this.#fields = [];
    read();
    this.#fields = outer;
  }

  /** The text of a paragraph; breaks in it are line feeds. */
  of(paragraph: XmlNode): string {
    const isHidden = this.#styles.style(propertyOf(xmlChild(paragraph, 'pPr'), 'pStyle'))?.isHidden ?? false;
    return this.#inline(paragraph, isHidden);
  }

  #inline(node: XmlNode, isHidden: boolean): string {
    let text = '';
    for (const child of node.children ?? []) {
      if (child.type !== 'tag') continue;
      const name = localName(child);
      if (name === 'r') text += this.#run(child, isHidden);
      else if (transparent.has(name)) text += this.#inline(child, isHidden);
      else if (name === 'oMath') text += mathText(child);
      else if (name === 'AlternateContent') text += this.#inline(alternative(child), isHidden);
    }
    return text;
  }

  #run(run: XmlNode, isHiddenBefore: boolean): string {
    const properties = xmlChild(run, 'rPr');
    const own = xmlChild(properties, 'vanish');
    const byStyle = properties !== undefined && this.#styles.style(propertyOf(properties, 'rStyle') ?? '')?.isHidden;
    const isHidden = own === undefined ? isHiddenBefore || byStyle === true : isOn(own);
    const text = this.#runContent(run);
    if (!isHidden) return text;
    this.#leftOut.hidden += text.trim().length;
    return '';
  }

  #runContent(run: XmlNode): string {
    let text = '';
    for (const child of run.children ?? []) text += this.#piece(child);
    return text;
  }

  #piece(piece: XmlNode): string {
    if (piece.type !== 'tag') return '';
    switch (localName(piece)) {
      case 't':
        // Inside the instruction of a field stand the results of further ones.
        return this.#fields.slice(0, -1).some(({ isResult }) => !isResult)
          ? ''
          : xmlText(piece).replace(/[\r\n]+/g, ' ');
      case 'tab':
      case 'ptab':
        return '\t';
      case 'br':
      case 'cr':
        return '\n';
      case 'noBreakHyphen':
        return '\u2011';
      case 'sym':
        return symbolText(piece);
      case 'instrText': {
        const field = this.#fields.at(-1);
        if (field !== undefined && !field.isResult) field.instruction += xmlText(piece);
        return '';
      }
      case 'fldChar':
        return this.#fieldSign(piece);
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMark({
          kind: localName(piece).replace('Reference', ''),
          id: attribute(piece, 'id') ?? '',
          hasMark: /^(?:1|true|on)$/i.test(attribute(piece, 'customMarkFollows') ?? ''),
        });
      case 'ruby':
        this.#leftOut.readings++;
        return this.#inline(xmlChild(piece, 'rubyBase') ?? piece, false);
      case 'AlternateContent':
        return this.#runContent(alternative(piece));
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#graphic(piece);
      default:
        return '';
    }
  }

  #fieldSign(piece: XmlNode): string {
    const type = attribute(piece, 'fldCharType');
    if (type === 'begin') {
      this.#fields.push({ instruction: '', isResult: false });
      const box = xmlChild(piece, 'ffData', 'checkBox');
      if (box !== undefined) return isOn(xmlChild(box, 'checked') ?? xmlChild(box, 'default')) ? '☑' : '☐';
    } else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field !== undefined) field.isResult = true;
    } else if (type === 'end') {
      const field = this.#fields.pop();
      if (field !== undefined && !field.isResult) return equationText(field.instruction);
    }
    return '';
  }

  #graphic(node: XmlNode): string {
    let text = '';
    for (const found of descendants(chosen(node), graphics)) {
      switch (localName(found)) {
        case 'txbxContent':
          this.boxes.push(found);
          break;
        case 'textpath':
          this.boxes.push(attribute(found, 'string') ?? '');
          break;
        case 'chart':
        case 'relIds':
          this.#leftOut.drawings++;
          break;
        case 'OLEObject':
          this.#leftOut.objects++;
          break;
        case 'oMath':
          text += mathText(found);
          break;
        default:
          this.#leftOut.pictures++;
      }
    }
    return text;
  }
}

/** The form of a content that is read, of several that programs may choose from. */
export function alternative(node: XmlNode): XmlNode {
  const choice = xmlChild(node, 'Choice');
  const fallback = xmlChild(node, 'Fallback');
  if (choice === undefined || fallback === undefined) return choice ?? fallback ?? { type: 'tag' };
  const isPoorer = descendants(choice, boxes).length < descendants(fallback, boxes).length;
  return isPoorer ? fallback : choice;
}

/** A drawing with one form of each content in it. */
function chosen(node: XmlNode): XmlNode {
  if (localName(node) === 'AlternateContent') return chosen(alternative(node));
  if (node.children === undefined || localName(node) === 'txbxContent') return node;
  return { ...node, children: node.children.map(chosen) };
}

function symbolText(node: XmlNode): string {
  const code = Number.parseInt(attribute(node, 'char') ?? '', 16);
  if (!(code > 0x20 && code <= 0xffff)) return '';
  return symbolCharacter(attribute(node, 'font') ?? '', code) ?? String.fromCharCode(code);
}

/** The characters of a formula in a line: a/b for a fraction. */
function mathText(node: XmlNode): string {
  let text = '';
  for (const child of node.children ?? []) {
    const name = localName(child);
    if (name === 't') text += xmlText(child);
    else if (name === 'den') text += `/${mathText(child)}`;
    else text += mathText(child);
  }
  return text;
}
