import { attribute, scanXml } from './scan-xml.ts';
import { serialDate } from './serial-date.ts';
import { unescapeCharacters } from './xlsx-strings.ts';

/** The cells of a sheet by row and column, both 0-based; merged ones once. */
export interface SheetCells {
  readonly rows: ReadonlyMap<number, (string | undefined)[]>;
  readonly lastRow: number;
  readonly merged: readonly MergedCells[];
}

/** A range of cells, both ends in it, that shows the value of its first. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What the cells of a sheet refer to. */
export interface CellSources {
  readonly strings: readonly string[];
  /** Whether a style shows dates. */
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
}

/** A sheet has so many at most. */
const mostColumns = 16_384;
const mostRows = 1_048_576;

/** Reads the cells of a sheet as text: dates in ISO, numbers as they are, an error as nothing. Throws an Error. */
export function sheetCells(xml: string, sources: CellSources): SheetCells {
  const rows = new Map<number, (string | undefined)[]>();
  const merged: MergedCells[] = [];
  let row = -1;
  let column = -1;
  let lastRow = -1;
  let type = '';
  let style = 0;
  let value: string | undefined;
  let isValue = false;
  let isReading = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
        column = -1;
        if (!(row >= 0 && row < mostRows)) throw new Error('a row has no place');
      } else if (name === 'c') {
        const place = attribute(attributes, 'r');
        column = place === undefined ? column + 1 : columnOf(place);
        if (!(column >= 0 && column < mostColumns) || row < 0) throw new Error('a cell has no place');
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        value = undefined;
      } else if (name === 'rPh') isReading = true;
      else if (name === 'v' || name === 't') isValue = !isReading;
      else if (name === 'mergeCell') merged.push(...rangeOf(attribute(attributes, 'ref') ?? ''));
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c' && value !== undefined) {
        const text = cellValue(value, type, sources, sources.dates[style] === true);
        if (text === '') return;
        const cells = rows.get(row) ?? [];
        cells[column] = text;
        rows.set(row, cells);
        lastRow = Math.max(lastRow, row);
      }
    },
    text(text) {
      if (isValue) value = (value ?? '') + text;
    },
  });
  return { rows, lastRow, merged };
}

function cellValue(value: string, type: string, { strings, is1904 }: CellSources, isDate: boolean): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return unescapeCharacters(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return value.trim();
    default: {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return value.trim();
      return (isDate ? serialDate(number, is1904) : undefined) ?? String(number);
    }
  }
}

/** The 0-based column of a place such as `AB12`. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const code = place.charCodeAt(i) & ~0x20;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column - 1;
}

function rangeOf(reference: string): MergedCells[] {
  const [, first, top, last, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (first === undefined) return [];
  return [{ top: Number(top) - 1, left: columnOf(first), bottom: Number(bottom) - 1, right: columnOf(last!) }];
}
