import { deepestLevel, ListCounter, type ListLevel } from './list-counter.ts';
import { bulletCharacter } from './symbol-characters.ts';

/** Where a paragraph stands in a list: the number of the list (from 1) and its level. */
export interface DocListPlace {
  readonly list: number;
  readonly level: number;
}

interface DocList {
  readonly id: number;
  readonly levels: readonly (ListLevel | undefined)[];
  readonly starts: readonly (number | undefined)[];
}

/** A definition of a list and the styles that are tied to its levels. */
interface Definition {
  readonly levels: readonly (ListLevel | undefined)[];
  readonly styles: readonly number[];
}

const definitionSize = 28;
const listSize = 16;
const levelSize = 28;
const allLevels = deepestLevel + 1;
/** What stands where no style is tied to a level. */
const noStyle = 0xfff;
/** No file has more lists; a longer table is damaged. */
const mostLists = 20_000;
const bullet = 0x17;
/** Formats by their numbers, [MS-OSHARED] 2.2.1.3. */
const formats: readonly string[] = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital ' +
  'japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand ' +
  'decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung ' +
  'decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ' +
  'ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional ' +
  'taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');

/** The numbers of the lists of a Word 97–2003 file, counted while its paragraphs are read in their order. */
export class DocLists {
  readonly #lists: readonly DocList[];
  readonly #tied: ReadonlyMap<number, Definition>;
  readonly #counters = new Map<number, ListCounter>();
  readonly #begun = new Map<number, number>();

  /** The places are those of PlfLst and PlfLfo ([MS-DOC] 2.9.131 and 2.9.133) in the table stream. */
  constructor(table: DataView, definitions: readonly [number, number], lists: readonly [number, number]) {
    this.#tied = definitions[1] < 2 ? new Map() : readDefinitions(table, ...definitions);
    this.#lists = lists[1] < 4 ? [] : readLists(table, lists[0], this.#tied);
  }

  /** Counts a paragraph and gives its label; undefined where the list is none. */
  label({ list, level }: DocListPlace): { text: string; isApart: boolean } | undefined {
    const found = this.#lists[list - 1];
    const how = found?.levels[level];
    if (found === undefined || how === undefined) return undefined;
    const begun = this.#begun.get(list) ?? 0;
    const start = (begun & (1 << level)) === 0 ? found.starts[level] : undefined;
    this.#begun.set(list, begun | (1 << level));
    let counter = this.#counters.get(found.id);
    if (counter === undefined) {
      counter = new ListCounter();
      this.#counters.set(found.id, counter);
    }
    return { text: counter.next(found.levels, level, start), isApart: how.isApart };
  }

  /** The level that is tied to a style; undefined where none is. */
  levelOf(list: number, style: number): number | undefined {
    const level = this.#tied.get(this.#lists[list - 1]?.id ?? Number.NaN)?.styles.indexOf(style) ?? -1;
    return level < 0 ? undefined : level;
  }
}

function readDefinitions(table: DataView, at: number, size: number): Map<number, Definition> {
  const count = Math.min(table.getUint16(at, true), mostLists);
  const found = new Map<number, Definition>();
  // The levels of all lists follow behind the table, which its size does not count.
  let next = at + size;
  for (let i = 0; i < count; i++) {
    const start = at + 2 + definitionSize * i;
    const isSimple = (table.getUint8(start + 26) & 1) !== 0;
    const levels: (ListLevel | undefined)[] = [];
    for (let level = 0; level < (isSimple ? 1 : allLevels); level++) {
      const read = readLevel(table, next);
      levels.push(read.level);
      next = read.end;
    }
    const styles = Array.from({ length: allLevels }, (_, level) => table.getUint16(start + 8 + 2 * level, true));
    found.set(table.getInt32(start, true), { levels, styles: styles.map((style) => (style === noStyle ? -1 : style)) });
  }
  return found;
}

function readLists(table: DataView, at: number, definitions: ReadonlyMap<number, Definition>): DocList[] {
  const count = Math.min(table.getUint32(at, true), mostLists);
  const lists: DocList[] = [];
  let next = at + 4 + listSize * count;
  for (let i = 0; i < count; i++) {
    const start = at + 4 + listSize * i;
    const id = table.getInt32(start, true);
    const levels = [...(definitions.get(id)?.levels ?? [])];
    const starts: (number | undefined)[] = [];
    next += 4;
    for (let left = table.getUint8(start + 12); left > 0; left--) {
      const flags = table.getUint32(next + 4, true);
      const level = Math.min(flags & 0xf, deepestLevel);
      if ((flags & 0x10) !== 0) starts[level] = table.getInt32(next, true);
      next += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(table, next);
      levels[level] = read.level;
      if ((flags & 0x10) !== 0) starts[level] = read.level.start;
      next = read.end;
    }
    lists.push({ id, levels, starts });
  }
  return lists;
}

/** An LVL, [MS-DOC] 2.9.147. */
function readLevel(table: DataView, at: number): { level: ListLevel; end: number } {
  const number = table.getUint8(at + 4);
  const flags = table.getUint8(at + 5);
  const from = at + levelSize + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(from, true);
  const end = from + 2 + 2 * length;
  if (end > table.byteLength) throw new RangeError('a list is cut off');
  let text = '';
  for (let i = 0; i < length; i++) {
    const unit = table.getUint16(from + 2 + 2 * i, true);
    // The number of a level stands as its index.
    text += unit <= deepestLevel ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const format = number === bullet ? 'bullet' : (formats[number] ?? (number === 0xff ? 'none' : 'decimal'));
  return {
    end,
    level: {
      format,
      start: Math.max(0, table.getInt32(at, true)),
      text: format === 'bullet' ? bulletCharacter('', text) : text,
      isApart: table.getUint8(at + 15) !== 2,
      isLegal: (flags & 4) !== 0,
      ...((flags & 8) !== 0 ? { restartAfter: table.getUint8(at + 26) } : {}),
    },
  };
}
