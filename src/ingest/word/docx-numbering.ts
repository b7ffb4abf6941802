import { type DocxStyles, levelOf, propertyOf } from './docx-styles.ts';
import { deepestLevel, ListCounter, type ListLevel } from './list-counter.ts';
import { bulletCharacter } from './symbol-characters.ts';
import { attribute, isOn, type XmlNode, xmlChild, xmlChildren } from './xml-tree.ts';

/** A label that Word computes, and whether white space is between it and the text. */
export interface DocxLabel {
  readonly text: string;
  readonly isApart: boolean;
}

/** The levels of a list as its definition says, with the styles that are tied to them. */
interface AbstractList {
  readonly id: string;
  readonly levels: readonly (ListLevel | undefined)[];
  readonly styles: readonly (string | undefined)[];
  /** A style of lists that says which list this one is. */
  readonly link: string | undefined;
}

interface List {
  readonly abstract: AbstractList;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Numbers with which levels begin anew where this list is first used. */
  readonly starts: readonly (number | undefined)[];
}

const nowhere: readonly undefined[] = [];

/** The numbers of a document's lists (ECMA-376 part 1, 17.9), counted while its paragraphs are read in their order. */
export class DocxNumbering {
  readonly #styles: DocxStyles;
  readonly #lists = new Map<string, XmlNode>();
  readonly #abstract = new Map<string, AbstractList>();
  readonly #known = new Map<string, List | undefined>();
  /** By the definition: lists of one definition count together. */
  readonly #counters = new Map<string, ListCounter>();
  /** Levels that have begun, by list. */
  readonly #begun = new Map<string, number>();

  constructor(part: XmlNode | undefined, styles: DocxStyles) {
    this.#styles = styles;
    for (const node of xmlChildren(part, 'abstractNum')) {
      const id = attribute(node, 'abstractNumId') ?? '';
      if (!this.#abstract.has(id)) this.#abstract.set(id, abstractList(id, node));
    }
    for (const node of xmlChildren(part, 'num')) {
      const id = attribute(node, 'numId') ?? '';
      if (!this.#lists.has(id)) this.#lists.set(id, node);
    }
  }

  /** Counts a paragraph and gives its label; undefined where it has no number. `properties` are the paragraph's. */
  label(properties: XmlNode | undefined, styleId: string | undefined): DocxLabel | undefined {
    const numbering = xmlChild(properties, 'numPr');
    const fromStyle = this.#styles.style(styleId)?.list;
    const own = propertyOf(numbering, 'numId');
    const id = own ?? fromStyle?.id;
    // The list 0 is none: it switches off what the style says.
    const list = id === undefined || id === '0' ? undefined : this.#list(id);
    if (id === undefined || list === undefined) return undefined;
    const tied = own === undefined ? list.abstract.styles.indexOf(fromStyle?.style) : -1;
    const level = levelOf(numbering) ?? (tied >= 0 ? tied : (fromStyle?.level ?? 0));
    const how = list.levels[level];
    if (how === undefined) return undefined;
    const begun = this.#begun.get(id) ?? 0;
    const start = (begun & (1 << level)) === 0 ? list.starts[level] : undefined;
    this.#begun.set(id, begun | (1 << level));
    let counter = this.#counters.get(list.abstract.id);
    if (counter === undefined) {
      counter = new ListCounter();
      this.#counters.set(list.abstract.id, counter);
    }
    return { text: counter.next(list.levels, level, start), isApart: how.isApart };
  }

  #list(id: string): List | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    // A list that leads back to itself finds nothing.
    this.#known.set(id, undefined);
    const node = this.#lists.get(id);
    const named = this.#abstract.get(propertyOf(node, 'abstractNumId') ?? '');
    const linked = named?.link === undefined ? undefined : this.#styles.style(named.link)?.list?.id;
    const abstract = (linked === undefined ? undefined : this.#list(linked)?.abstract) ?? named;
    if (node === undefined || abstract === undefined) return undefined;
    const levels = [...abstract.levels];
    const starts: (number | undefined)[] = [];
    for (const override of xmlChildren(node, 'lvlOverride')) {
      const level = Number(attribute(override, 'ilvl'));
      if (!(level >= 0 && level <= deepestLevel)) continue;
      const definition = xmlChild(override, 'lvl');
      if (definition !== undefined) levels[level] = listLevel(definition) ?? levels[level];
      const start = propertyOf(override, 'startOverride');
      if (start !== undefined) starts[level] = wholeNumber(start, 1);
    }
    const list = { abstract, levels, starts };
    this.#known.set(id, list);
    return list;
  }
}

function abstractList(id: string, node: XmlNode): AbstractList {
  const levels: (ListLevel | undefined)[] = [];
  const styles: (string | undefined)[] = [];
  for (const definition of xmlChildren(node, 'lvl')) {
    // Programs leave the number of the only level out.
    const level = Number(attribute(definition, 'ilvl') ?? '0');
    if (!(level >= 0 && level <= deepestLevel)) continue;
    levels[level] = listLevel(definition);
    styles[level] = propertyOf(definition, 'pStyle');
  }
  return { id, levels, styles: styles.length === 0 ? nowhere : styles, link: propertyOf(node, 'numStyleLink') };
}

function listLevel(node: XmlNode): ListLevel | undefined {
  if (isOn(xmlChild(node, 'rPr', 'vanish'))) return undefined;
  const format = numberFormat(node);
  const written = attribute(xmlChild(node, 'lvlText'), 'val');
  const fonts = xmlChild(node, 'rPr', 'rFonts');
  const font = attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi') ?? '';
  const restart = propertyOf(node, 'lvlRestart');
  return {
    format,
    start: wholeNumber(propertyOf(node, 'start'), format === 'bullet' ? 1 : 0),
    text: format === 'bullet' ? bulletCharacter(font, written ?? '') : (written ?? ''),
    isApart: propertyOf(node, 'suff') !== 'nothing',
    ...(restart === undefined ? {} : { restartAfter: wholeNumber(restart, 0) }),
    isLegal: isOn(xmlChild(node, 'isLgl')),
  };
}

/** The format's name; a newer one stands beside an older one that says nearly the same. */
function numberFormat(node: XmlNode): string {
  const own = propertyOf(node, 'numFmt');
  if (own !== undefined) return own;
  const alternative = xmlChild(node, 'AlternateContent');
  const newer = xmlChild(alternative, 'Choice', 'numFmt');
  // 01, 02, 03, …
  if (/^01,/.test(attribute(newer, 'format') ?? '')) return 'decimalZero';
  return propertyOf(xmlChild(alternative, 'Fallback'), 'numFmt') ?? 'decimal';
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}
