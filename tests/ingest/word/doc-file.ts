/** A paragraph, or a part of one, of a Word 97–2003 file that a test makes. */
export interface DocParagraph {
  readonly text: string;
  readonly style?: number;
  readonly outline?: number;
  readonly isInTable?: boolean;
  readonly isRowEnd?: boolean;
  readonly isDeleted?: boolean;
}

const sector = 512;
const textStart = 2048;
const streamSectors = 16;
const tableSectors = 8;

/** The smallest file with these paragraphs: sector 0 is the allocation table, 1 the directory, then two streams. */
export function docFile(
  paragraphs: readonly DocParagraph[],
  { footnotes = [] as string[], references = [] as number[], flags = 0x0200 } = {},
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sector * (3 + streamSectors + tableSectors));
  const view = new DataView(bytes.buffer);
  const words = (at: number, values: readonly number[]) => {
    values.forEach((value, i) => {
      view.setInt32(at + 4 * i, value, true);
    });
  };
  view.setUint32(0, 0xd0cf11e0);
  view.setUint32(4, 0xa1b11ae1);
  view.setInt16(30, 9, true);
  view.setInt16(32, 6, true);
  words(44, [1, 1, 0, 4096, -2, 0, -2, 0, 0]);
  const chain = (first: number, length: number) =>
    Array.from({ length }, (_, i) => (i === length - 1 ? -2 : first + i + 1));
  words(sector, [-3, -2, ...chain(2, streamSectors), ...chain(2 + streamSectors, tableSectors)]);
  const entry = (
    index: number,
    name: string,
    type: number,
    next: number,
    child: number,
    first: number,
    size: number,
  ) => {
    const at = 2 * sector + 128 * index;
    bytes.set(Buffer.from(name, 'utf16le'), at);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    bytes[at + 66] = type;
    words(at + 68, [-1, next, child]);
    words(at + 116, [first, size]);
  };
  entry(0, 'Root Entry', 5, -1, 1, -2, 0);
  entry(1, 'WordDocument', 2, 2, -1, 2, streamSectors * sector);
  entry(2, '1Table', 2, -1, -1, 2 + streamSectors, tableSectors * sector);

  const stream = 3 * sector;
  const table = stream + streamSectors * sector;
  const body = paragraphs.map(({ text }) => text).join('');
  const notes = footnotes.join('');
  const all = body + notes;
  view.setUint16(stream, 0xa5ec, true);
  view.setUint16(stream + 10, flags, true);
  words(stream + 0x4c, [body.length, notes.length]);
  bytes.set(Buffer.from(all, 'utf16le'), stream + textStart);
  words(stream + 0x1a2, [0, 21]);
  bytes[table] = 2;
  words(table + 1, [16, 0, all.length]);
  view.setInt32(table + 15, textStart, true);
  // Four styles: none, two headings, a plain one.
  words(stream + 0xa2, [100, 40]);
  view.setUint16(table + 100, 2, true);
  [0, 1, 2, 0].forEach((number, i) => {
    view.setUint16(table + 104 + 6 * i, 4, true);
    view.setUint16(table + 106 + 6 * i, number, true);
    view.setUint16(table + 108 + 6 * i, 0xfff0, true);
  });
  view.setUint32(stream + 0xa6, 28, true);

  // One page with the properties of paragraphs, one with those of characters.
  const ends = sums(
    textStart,
    paragraphs.map(({ text }) => 2 * text.length),
  );
  const page = (number: number, slot: number, at: number) => {
    words(stream + slot, [at, 12]);
    words(table + at, [textStart, textStart + 2 * all.length, number]);
    const start = stream + number * sector;
    bytes[start + sector - 1] = paragraphs.length;
    words(start, ends);
    return start;
  };
  const paragraphPage = page(2, 0x102, 200);
  const characterPage = page(3, 0xfa, 220);
  let free = sector - 2;
  paragraphs.forEach(({ style = 0, outline, isInTable, isRowEnd, isDeleted }, i) => {
    const modifiers = [
      ...(isInTable ? [0x16, 0x24, 1] : []),
      ...(isRowEnd ? [0x17, 0x24, 1] : []),
      ...(outline === undefined ? [] : [0x40, 0x26, outline]),
    ];
    const content = [style & 0xff, style >> 8, ...modifiers];
    if (content.length % 2 === 0) content.push(0);
    free -= content.length + 1;
    if (free % 2 === 1) free--;
    bytes[paragraphPage + 4 * (paragraphs.length + 1) + 13 * i] = free / 2;
    bytes.set([(content.length + 1) / 2, ...content], paragraphPage + free);
    if (isDeleted) {
      bytes[characterPage + 4 * (paragraphs.length + 1) + i] = 200;
      bytes.set([3, 0x00, 0x08, 1], characterPage + 400);
    }
  });
  words(stream + 0xaa, [240, references.length === 0 ? 0 : 4 + 6 * references.length]);
  words(table + 240, [...references, body.length]);
  const starts = sums(
    0,
    footnotes.map(({ length }) => length),
  );
  words(stream + 0xb2, [300, footnotes.length === 0 ? 0 : 4 * (starts.length + 1)]);
  words(table + 300, [...starts, notes.length + 3]);
  return bytes;
}

function sums(first: number, lengths: readonly number[]): number[] {
  let sum = first;
  return [first, ...lengths.map((length) => (sum += length))];
}
