import { deepestLevel, ListCounter, type ListLevel } from '../word/list-counter.ts';
import { bulletCharacter } from '../word/symbol-characters.ts';
import { attribute, localName, type XmlNode, xmlChild, xmlChildren } from '../word/xml-tree.ts';

type Levels = readonly (ListLevel | undefined)[];

/** A list that is being read: its levels and its count. */
export interface OdtList {
  readonly levels: Levels;
  readonly counter: ListCounter;
}

/** Formats by the first number that they show; others have names of their own in `formatNumber`. */
const formats: ReadonlyMap<string, string> = new Map([
  ['', 'none'],
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['01', 'decimalZero'],
  ['一', 'chineseCountingThousand'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['１', 'decimalFullWidth'],
]);

/** The lists of a document in ODF, counted while its paragraphs are read in their order. */
export class OdtLists {
  readonly #styles = new Map<string, Levels>();
  /** The last list of each style, and lists by their ids. */
  readonly #last = new Map<string, OdtList>();
  readonly #byId = new Map<string, OdtList>();
  readonly outline: OdtList;

  constructor(parts: readonly (XmlNode | undefined)[]) {
    let outline: Levels = [];
    for (const part of parts) {
      for (const group of ['styles', 'automatic-styles']) {
        const styles = xmlChild(part, group);
        for (const style of xmlChildren(styles, 'list-style')) {
          this.#styles.set(attribute(style, 'name') ?? '', listLevels(style));
        }
        const headings = xmlChild(styles, 'outline-style');
        if (headings !== undefined) outline = listLevels(headings);
      }
    }
    this.outline = { levels: outline, counter: new ListCounter() };
  }

  /** The list that an outermost element begins or goes on with. */
  begin(node: XmlNode): OdtList {
    const style = attribute(node, 'style-name') ?? '';
    const levels = this.#styles.get(style) ?? [];
    const before = this.#byId.get(attribute(node, 'continue-list') ?? '');
    const isContinued = attribute(node, 'continue-numbering') === 'true';
    const counter = (before ?? (isContinued ? this.#last.get(style) : undefined))?.counter ?? new ListCounter();
    const list = { levels, counter };
    this.#last.set(style, list);
    const id = attribute(node, 'id');
    if (id !== undefined) this.#byId.set(id, list);
    return list;
  }
}

/** The label of the next item of a list. */
export function itemLabel({ levels, counter }: OdtList, level: number, startAt?: number) {
  const how = levels[level];
  if (how === undefined) return undefined;
  return { text: counter.next(levels, level, startAt), isApart: how.isApart };
}

function listLevels(style: XmlNode): Levels {
  const levels: (ListLevel | undefined)[] = [];
  for (const node of style.children ?? []) {
    const name = localName(node);
    if (!/^(?:list-level-style-(?:number|bullet)|outline-level-style)$/.test(name)) continue;
    const level = Number(attribute(node, 'level')) - 1;
    if (!(level >= 0 && level <= deepestLevel)) continue;
    levels[level] = listLevel(node, level, name.endsWith('bullet'));
  }
  return levels;
}

function listLevel(node: XmlNode, level: number, isBullet: boolean): ListLevel {
  const alignment = xmlChild(node, 'list-level-properties', 'list-level-label-alignment');
  const isApart = attribute(alignment, 'label-followed-by') !== 'nothing';
  if (isBullet) {
    const font = attribute(xmlChild(node, 'text-properties'), 'font-name') ?? '';
    const text = bulletCharacter(font, attribute(node, 'bullet-char') ?? '');
    return { format: 'bullet', start: 1, text, isApart };
  }
  const format = numberFormat(attribute(node, 'num-format') ?? '');
  const start = Number(attribute(node, 'start-value') ?? '1');
  return {
    format,
    start: start >= 0 && start < 1e9 ? start : 1,
    text: format === 'none' && attribute(node, 'num-list-format') === undefined ? '' : template(node, level),
    isApart,
  };
}

/** LibreOffice names the formats that ODF does not know by their first numbers: 壹, 贰, 叁, ... */
function numberFormat(named: string): string {
  if (named.startsWith('壹, 貳')) return 'ideographLegalTraditional';
  // Digits of half the width have the name 1.
  if (named.startsWith('1,')) return 'decimalFullWidth';
  return formats.get(named.split(',', 1)[0]!.trim()) ?? 'decimal';
}

/** The label with `%1` for the number of the first level: as newer programs say it, or put together. */
function template(node: XmlNode, level: number): string {
  const whole = attribute(node, 'num-list-format');
  if (whole !== undefined) return whole.replace(/(%[1-9])%/g, '$1');
  const shown = Math.max(1, Math.min(Number(attribute(node, 'display-levels') ?? '1') || 1, level + 1));
  const numbers = Array.from({ length: shown }, (_, i) => `%${level + 2 - shown + i}`).join('.');
  return `${attribute(node, 'num-prefix') ?? ''}${numbers}${attribute(node, 'num-suffix') ?? ''}`;
}
