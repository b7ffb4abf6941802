import { strToU8, zipSync } from 'fflate';

/** The parts of an OFD file by their names. */
export type OfdParts = Record<string, string | Uint8Array>;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A text object: 5 mm characters at a place in millimetres, `more` for its attributes and `code` for those of its text. */
export function textObject(
  text: string,
  x: number,
  y: number,
  { more = '', code = '', size = 5, inside = '' } = {},
): string {
  return `<ofd:TextObject ID="9" Boundary="${x} ${y} 100 10" Font="1" Size="${size}" ${more}>${inside}<ofd:TextCode X="0" Y="${size}" ${code}>${text}</ofd:TextCode></ofd:TextObject>`;
}

/** Lines of text one below the other, as Han characters are set: 5 mm each. */
export function textLines(lines: readonly string[], top = 40): string {
  return lines
    .map((line, i) => textObject(line, 30, top + 8 * i, { code: `DeltaX="g ${[...line].length - 1} 5"` }))
    .join('');
}

/** A page's part. `before` stands before its content: templates, areas. */
export function page(objects: string, before = ''): string {
  return `${declaration}<ofd:Page ${namespace}>${before}<ofd:Content><ofd:Layer ID="2">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

export function documentPart(pages: number, common = '', after = ''): string {
  const list = Array.from(
    { length: pages },
    (_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`,
  );
  return `${declaration}<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${after}</ofd:Document>`;
}

/** The part that lists the documents of a file; each of `bodies` is what stands beside its root. */
export function entryPart(bodies: readonly string[] = ['']): string {
  const all = bodies.map(
    (info, i) => `<ofd:DocBody>${info}<ofd:DocRoot>Doc_${i}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
  );
  return `${declaration}<ofd:OFD ${namespace} DocType="OFD" Version="1.1">${all.join('')}</ofd:OFD>`;
}

export function resources(inside: string): string {
  return `${declaration}<ofd:Res ${namespace} BaseLoc="Res">${inside}</ofd:Res>`;
}

/** The parts of a file with one document of these pages. */
export function partsOf(pages: readonly string[], common = '', after = ''): OfdParts {
  const parts: OfdParts = { 'OFD.xml': entryPart(), 'Doc_0/Document.xml': documentPart(pages.length, common, after) };
  for (const [i, content] of pages.entries()) parts[`Doc_0/Pages/Page_${i}/Content.xml`] = content;
  return parts;
}

export function packed(parts: OfdParts): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([k, part]) => [k, typeof part === 'string' ? strToU8(part) : part])),
  );
}

/** A file with one document of these pages. */
export function ofdFile(pages: readonly string[], common = '', more: OfdParts = {}, after = ''): Uint8Array {
  return packed({ ...partsOf(pages, common, after), ...more });
}
