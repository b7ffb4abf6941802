import { civilDate } from '../tables/serial-date.ts';

/** Numbers of properties and types, [MS-OLEPS] 3.1 and 2.15. */
const codePageId = 1;
const titleId = 2;
const authorId = 4;
const createdId = 12;
const narrowText = 30;
const wideText = 31;
const fileTime = 64;
const mostProperties = 100;
/** File times are tenths of a microsecond from 1601. */
const ticksADay = 864_000_000_000n;
const daysTo1970 = 134_774;
/** In the year 2200: later days are damage. */
const lastDay = 84_000;

/** `title`, `author` and `date` (of its creation, as YYYY-MM-DD) from the stream of properties; what is damaged is left out. */
export function docMeta(stream: Uint8Array | undefined): Record<string, string> {
  if (stream === undefined) return {};
  try {
    return readProperties(stream);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

function readProperties(stream: Uint8Array): Record<string, string> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const section = view.getUint32(44, true);
  const count = Math.min(view.getUint32(section + 4, true), mostProperties);
  const places = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = section + 8 + 8 * i;
    places.set(view.getUint32(at, true), section + view.getUint32(at + 4, true));
  }
  const codePlace = places.get(codePageId);
  const codePage = codePlace === undefined ? 1252 : view.getUint16(codePlace + 4, true);
  const meta: Record<string, string> = {};
  for (const [name, id] of [
    ['title', titleId],
    ['author', authorId],
  ] as const) {
    const at = places.get(id);
    const text = at === undefined ? '' : readText(view, at, codePage);
    if (text !== '') meta[name] = text;
  }
  const created = places.get(createdId);
  if (created !== undefined && view.getUint32(created, true) === fileTime) {
    const day = Number(view.getBigUint64(created + 4, true) / ticksADay) - daysTo1970;
    // A time of 0 is none.
    if (day > 0 && day < lastDay) meta.date = civilDate(day);
  }
  return meta;
}

function readText(view: DataView, at: number, codePage: number): string {
  const type = view.getUint32(at, true);
  if (type !== narrowText && type !== wideText) return '';
  const size = view.getUint32(at + 4, true) * (type === wideText ? 2 : 1);
  if (at + 8 + size > view.byteLength) throw new RangeError('a property is cut off');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 8, size);
  const encoding = type === wideText || codePage === 1200 ? 'utf-16le' : encodingOf(codePage);
  return new TextDecoder(encoding).decode(bytes).split('\0', 1)[0]!.trim();
}

/** The name of a code page of Windows, of those that Chinese documents have. */
export function encodingOf(codePage: number): string {
  if (codePage === 936 || codePage === 54936) return 'gb18030';
  if (codePage === 950) return 'big5';
  if (codePage === 932) return 'shift_jis';
  if (codePage === 949) return 'euc-kr';
  return codePage === 65001 ? 'utf-8' : 'windows-1252';
}
