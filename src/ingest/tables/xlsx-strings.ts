import { scanXml } from './scan-xml.ts';

/** `_x000D_`: a character that XML cannot hold. */
const escaped = /_x([0-9a-f]{4})_/gi;

/** The strings that the cells of a workbook share: all runs of each, without the readings above them. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current: string | undefined;
  let isText = false;
  let isReading = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    close(name) {
      if (name === 'si') {
        strings.push(unescapeCharacters(current ?? ''));
        current = undefined;
      } else if (name === 'rPh') isReading = false;
      else if (name === 't') isText = false;
    },
    text(text) {
      if (isText && current !== undefined) current += text;
    },
  });
  return strings;
}

/** The text of a cell with the characters that stand as `_x000D_` in it. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
