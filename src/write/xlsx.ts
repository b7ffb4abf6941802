import { constants, deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import type { Cell, TableSchema } from '../model/table.ts';
import type { FileWriter } from './file-writer.ts';
import { xmlText } from './xml-text.ts';

// Limits of Excel ("Excel specifications and limits").
const mostRows = 1_048_576;
export const mostSheetColumns = 16_384;
const mostCellUnits = 32_767;

/** Rows of a table that fit on a sheet under its header. */
export const sheetRows = mostRows - 1;

// No clock: the earliest date that a ZIP archive can have, without a zone, so that it is the same in all.
const epoch = '1980-01-01T00:00:00';
// A sixth larger than what the usual level gives, in half the time, and nearly all of the time of a workbook is this.
const level = 3;
/** Characters of markup that go to the compressor at once. */
const pieceLength = 1 << 20;
// Widths in characters, so that Chinese headers and numbers can be read without dragging.
const widths = { string: 22, integer: 12, number: 14 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * A workbook of a sheet a table (ECMA-376 SpreadsheetML), written row by row: numbers as numbers, texts as texts that nothing
 * can run, a frozen header with a filter. The same tables give the same bytes.
 */
export class Workbook {
  readonly #zip: Zip;
  readonly #names: string[] = [];
  readonly #encoder = new TextEncoder();

  constructor(file: FileWriter) {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error;
      file.append(bytes);
    });
  }

  /** A table on a sheet of its name, and on further ones (`name (2)`) where it has more rows than a sheet can. */
  table({ name, columns }: Pick<TableSchema, 'name' | 'columns'>, rows: Iterable<readonly Cell[]>): void {
    const letters = columns.map((_, i) => columnLetters(i));
    const head = columns.map((column, i) => textCell(column.name, `${letters[i]}1`, ' s="1"')).join('');
    const cols = columns.map(
      ({ type }, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[type]}" customWidth="1"/>`,
    );
    const begin = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${head}</row>`;
    let part: Part | undefined;
    let waiting = '';
    let row = 1;
    let sheets = 0;
    const push = (isLast = false) => {
      part?.push(this.#encoder.encode(waiting), isLast);
      waiting = '';
    };
    const end = () => {
      waiting += `</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/></worksheet>`;
      push(true);
    };
    const open = () => {
      this.#names.push(sheets++ === 0 ? name : `${name} (${sheets})`);
      part = this.#part(`xl/worksheets/sheet${this.#names.length}.xml`);
      waiting = begin;
      row = 1;
    };
    open();
    for (const cells of rows) {
      if (row === mostRows) {
        end();
        open();
      }
      row++;
      waiting += `<row r="${row}">`;
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i] as Cell;
        if (cell === null) continue;
        const at = letters[i]! + row;
        waiting += typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : textCell(cell, at);
      }
      waiting += '</row>';
      if (waiting.length > pieceLength) push();
    }
    end();
  }

  /** Writes what lists the sheets; the file itself is still to be closed. */
  finish(): void {
    const sheets = this.#names.map(
      (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    );
    const whole = (name: string, text: string) => this.#part(name).push(this.#encoder.encode(declaration + text), true);
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
    whole(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
    );
    const sheetRelations = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
    const all = [...sheetRelations, relation('rIdStyles', 'styles', 'styles.xml')].join('');
    whole('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packageRelations}">${all}</Relationships>`);
    this.#part('xl/styles.xml').push(this.#encoder.encode(styles), true);
    const document = relation('rId1', 'officeDocument', 'xl/workbook.xml');
    whole('_rels/.rels', `<Relationships xmlns="${packageRelations}">${document}</Relationships>`);
    const overrides = sheets.map(
      (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
    );
    whole(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    );
    this.#zip.end();
  }

  #part(name: string): Part {
    const part = new Part(name);
    part.mtime = epoch;
    this.#zip.add(part);
    return part;
  }
}

/** A part that the library of the runtime compresses piece by piece, several times as fast as fflate itself. */
class Part extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    // The method of ZIP archives that is called deflate.
    this.compression = 8;
  }

  protected override process(piece: Uint8Array, isLast: boolean): void {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(piece, { finishFlush, level }), isLast);
  }
}

/** Whether Excel cannot hold all of a cell. */
export function isTooLong(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > mostCellUnits;
}

function textCell(text: string, at: string, style = ''): string {
  if (text.length <= mostCellUnits && !isRare.test(text))
    return `<c r="${at}"${style} t="inlineStr"><is><t>${text}</t></is></c>`;
  const space = isSpaced.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${style} t="inlineStr"><is><t${space}>${sheetText(text)}</t></is></c>`;
}

/** What has to be looked at: signs of markup, white space, an underline, halves of pairs. */
const isRare = /[\u0000-\u0020"&'<>_\ud800-\udfff\ufffe\uffff]/;
/** White space that a reader of XML may leave out. */
const isSpaced = /^[\t\n\r ]|[\t\n\r]| $/;
// A control character, and what would be read as one, in the way of ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
const escaped = /[\u0000-\u0008\u000b-\u001f]|_(?=x[0-9A-Fa-f]{4}_)/g;

function sheetText(text: string): string {
  let shown = text;
  if (text.length > mostCellUnits) {
    const isPair = (text.charCodeAt(mostCellUnits - 1) & 0xfc00) === 0xd800;
    shown = text.slice(0, mostCellUnits - (isPair ? 1 : 0));
  }
  const safe = shown.replace(escaped, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return xmlText(safe);
}

/** A, B … Z, AA, AB … */
function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
