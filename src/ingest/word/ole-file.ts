/** The streams of an OLE file by their names; names in deeper folders are told apart by nothing, and the first one counts. */
export type OleStreams = ReadonlyMap<string, () => Uint8Array>;

const signature = 0xd0cf11e0;
const headerSize = 512;
const entrySize = 128;
/** Of an entry of the directory: the place of its type, and the types. */
const typeOffset = 66;
const streamType = 2;
const rootType = 5;
/** What stands for no entry. */
const none = -1;
/** Bytes of a sector of a short stream. */
const shortSize = 64;
/** Sectors of the allocation table that the header itself lists. */
const headerSlots = 109;
/**
 * Opens an OLE file ([MS-CFB]). Its sizes must fit the file, and its chains and trees have no circles; otherwise it throws an
 * Error that says what is wrong.
 */
export function openOle(bytes: Uint8Array): OleStreams {
  if (bytes.length < headerSize) throw new Error('the file ends in its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getInt16(30, true);
  if (view.getUint32(0) !== signature || (sectorShift !== 9 && sectorShift !== 12))
    throw new Error('its header is wrong');
  const sectorSize = 1 << sectorShift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  // The last sector may be cut short by programs that do not fill it.
  const isInside = (sector: number) => sector >= 0 && sector < sectors;
  const join = (list: readonly number[]) => {
    const joined = new Uint8Array(list.length * sectorSize);
    list.forEach((sector, i) => {
      if (!isInside(sector)) throw new Error('the file is cut off');
      joined.set(bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize), i * sectorSize);
    });
    return joined;
  };
  const table = wordsOf(join(listedSectors(view, sectors, sectorSize)));
  const short = wordsOf(join(chain(table, view.getInt32(60, true))));
  const directory = join(chain(table, view.getInt32(48, true)));
  const shortLimit = view.getUint32(56, true);

  const streams = new Map<string, () => Uint8Array>();
  const entries = new DataView(directory.buffer);
  const root = readTree(entries, (name, first, size) => {
    if (streams.has(name)) return;
    streams.set(name, () => {
      if (size >= shortLimit) return join(chain(table, first)).subarray(0, size);
      const store = join(chain(table, root));
      const parts = chain(short, first).map((i) => store.subarray(i * shortSize, (i + 1) * shortSize));
      return Uint8Array.from(Buffer.concat(parts)).subarray(0, size);
    });
  });
  return streams;
}

/** The sectors of the allocation table: those that the header names, then those of further lists. */
function listedSectors(view: DataView, sectors: number, sectorSize: number): number[] {
  const count = view.getInt32(44, true);
  const furtherLists = view.getInt32(72, true);
  const wrong = () => new Error('its allocation table is wrong');
  if (count < 1 || count > sectors || furtherLists < 0 || furtherLists > sectors) throw wrong();
  const found: number[] = [];
  for (let i = 0; i < Math.min(count, headerSlots); i++) found.push(view.getInt32(76 + 4 * i, true));
  let list = view.getInt32(68, true);
  for (let i = 0; i < furtherLists && found.length < count; i++) {
    const start = (list + 1) * sectorSize;
    const last = start + sectorSize - 4;
    if (list < 0 || last + 4 > view.byteLength) throw wrong();
    for (let at = start; at < last && found.length < count; at += 4) found.push(view.getInt32(at, true));
    list = view.getInt32(last, true);
  }
  if (found.length < count) throw wrong();
  return found;
}

function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** The sectors of a chain, in which the table has the next one of each. */
function chain(table: Int32Array, first: number): number[] {
  const found: number[] = [];
  for (let sector = first; sector >= 0 && sector < table.length; sector = table[sector]!) {
    if (found.push(sector) > table.length) throw new Error('a chain of it has a circle');
  }
  return found;
}

/** Tells all streams; gives the first sector of the store of the short ones. */
function readTree(view: DataView, tell: (name: string, first: number, size: number) => void): number {
  const count = view.byteLength / entrySize;
  const wrong = () => new Error('its directory is wrong');
  if (count === 0 || view.getInt8(typeOffset) !== rootType) throw wrong();
  const seen = new Uint8Array(count);
  const open = [0];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (entry >= count || seen[entry] === 1) throw wrong();
    seen[entry] = 1;
    const at = entry * entrySize;
    if (view.getInt8(at + typeOffset) === streamType) {
      tell(nameOf(view, at), view.getInt32(at + 116, true), view.getUint32(at + 120, true));
    }
    for (const next of [68, 72, 76]) {
      const neighbour = view.getInt32(at + next, true);
      if (neighbour > none) open.push(neighbour);
    }
  }
  return view.getInt32(116, true);
}

function nameOf(view: DataView, at: number): string {
  const units = Math.max(0, Math.min(31, view.getUint16(at + 64, true) / 2 - 1));
  let name = '';
  for (let i = 0; i < units; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return name;
}
