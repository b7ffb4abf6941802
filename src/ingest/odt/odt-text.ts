import type { LeftOut } from '../word/left-out.ts';
import { attribute, localName, type XmlNode, xmlChild, xmlText } from '../word/xml-tree.ts';
import type { OdtStyles } from './odt-styles.ts';

const mostSpaces = 1000;
const shapes = new Set(
  'custom-shape rect circle ellipse line polygon polyline path regular-polygon connector caption g'.split(' '),
);

/** The text of paragraphs of a document in ODF. */
export class OdtText {
  /** What is anchored in the paragraphs that were read: elements with blocks of their own. */
  readonly boxes: XmlNode[] = [];
  readonly #styles: OdtStyles;
  readonly #leftOut: LeftOut;
  readonly #noteMark: (note: XmlNode) => string;

  constructor(styles: OdtStyles, leftOut: LeftOut, noteMark: (note: XmlNode) => string) {
    this.#styles = styles;
    this.#leftOut = leftOut;
    this.#noteMark = noteMark;
  }

  /** The text of a paragraph; breaks in it are line feeds. */
  of(paragraph: XmlNode): string {
    const text = this.#inline(paragraph).replace(/^[ ]+/, '');
    if (!this.#styles.isHidden(attribute(paragraph, 'style-name'))) return text;
    this.#leftOut.hidden += text.trim().length;
    return '';
  }

  #inline(node: XmlNode): string {
    let text = '';
    for (const child of node.children ?? []) {
      // White space of the markup counts as one space.
      if (child.type === 'text') text += (child.data ?? '').replace(/[ \t\r\n]+/g, ' ');
      else if (child.type === 'tag') text += this.#element(child);
    }
    return text;
  }

  #element(node: XmlNode): string {
    const name = localName(node);
    switch (name) {
      case 's':
        return ' '.repeat(Math.max(1, Math.min(Number(attribute(node, 'c') ?? '1') || 1, mostSpaces)));
      case 'tab':
        return '\t';
      case 'line-break':
        return '\n';
      case 'span': {
        const text = this.#inline(node);
        if (!this.#styles.isHidden(attribute(node, 'style-name'))) return text;
        this.#leftOut.hidden += text.trim().length;
        return '';
      }
      case 'note':
        return this.#noteMark(node);
      case 'annotation':
        this.#leftOut.comments++;
        return '';
      case 'ruby':
        this.#leftOut.readings++;
        return this.#inline(xmlChild(node, 'ruby-base') ?? node);
      case 'hidden-text':
      case 'hidden-paragraph':
        this.#leftOut.hidden += xmlText(node).trim().length;
        return '';
      case 'frame':
        this.#frame(node);
        return '';
      case 'number':
      case 'ruby-text':
      case 'tracked-changes':
      case 'annotation-end':
      case 'script':
        return '';
      default:
        if (!shapes.has(name)) return this.#inline(node);
        this.boxes.push(node);
        return '';
    }
  }

  #frame(frame: XmlNode): void {
    const box = xmlChild(frame, 'text-box');
    if (box !== undefined) this.boxes.push(box);
    else if (xmlChild(frame, 'object') !== undefined || xmlChild(frame, 'object-ole') !== undefined)
      this.#leftOut.objects++;
    else if (xmlChild(frame, 'image') !== undefined) this.#leftOut.pictures++;
  }
}
