import { zipSync } from 'fflate';

/** A sheet: its rows as they stand in sheetData, and what follows it. */
export interface SheetParts {
  readonly name: string;
  readonly rows: string;
  readonly more?: string;
  readonly state?: 'hidden';
}

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships>${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The bytes of a workbook made of these parts. */
export function workbook(
  sheets: readonly SheetParts[],
  { strings = '', styles = '', settings = '' }: { strings?: string; styles?: string; settings?: string } = {},
): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="o"><x:workbookPr ${settings}/><x:sheets>${sheets
      .map(({ name, state }, i) => `<x:sheet name="${name}" ${state ? `state="${state}" ` : ''}r:id="s${i}"/>`)
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`] as const),
      ['a', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['b', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  sheets.forEach(({ rows, more = '' }, i) => {
    parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`;
  });
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]))),
  );
}

/** A row of cells with their own texts; an empty one is no cell. */
export function row(number: number, ...cells: readonly string[]): string {
  const inside = cells.map((cell, i) =>
    cell === '' ? '' : `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${number}">${inside.join('')}</row>`;
}
