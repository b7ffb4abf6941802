/** What is wrong with an OLE file, or that it is encrypted; undefined where a reader may follow its chains. */
export type OleFault = { readonly reason: string } | 'encrypted';

const directoryEntry = 128;
/** What stands for no entry, and for a sector that is free or ends its chain. */
const none = -1;
const rootType = 5;
/** Size in bytes of the header as far as it is counted as one sector of the smaller size. */
const headerSize = 512;
/** Sectors of the allocation table that the header itself lists. */
const headerSlots = 109;
/** In the flags of a Word document ([MS-DOC] 2.5.2). */
const flagsOffset = 10;
const encryptedFlag = 0x0100;

/**
 * Checks the structure of an OLE file ([MS-CFB]) before a library follows it: sizes that fit the file, and chains and trees
 * without circles, which would never end.
 */
export function oleFault(bytes: Uint8Array): OleFault | undefined {
  if (bytes.length < headerSize) return { reason: 'the file ends in its header' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getInt16(30, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || view.getInt16(32, true) !== 6) return { reason: 'its header is wrong' };
  const sectorSize = 1 << sectorShift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const isInside = (sector: number) => sector >= 0 && (sector + 2) * sectorSize <= bytes.length;

  const tableSectors = listedSectors(view, sectors, sectorSize, isInside);
  if (tableSectors === undefined) return { reason: 'its allocation table is wrong' };
  const table = sectorWords(view, tableSectors, sectorSize);
  if (hasCircle(table)) return { reason: 'its allocation table has a circle' };
  const chain = (first: number) => {
    const found: number[] = [];
    for (let sector = first; sector >= 0 && sector < table.length; sector = table[sector]!) found.push(sector);
    return found;
  };

  const shortTable = chain(view.getInt32(60, true));
  const directory = chain(view.getInt32(48, true));
  if (![...shortTable, ...directory].every(isInside)) return { reason: 'the file is cut off' };
  if (hasCircle(sectorWords(view, shortTable, sectorSize))) return { reason: 'its allocation table has a circle' };
  return directoryFault(view, directory, sectorSize, isInside);
}

/** The sectors of the allocation table; undefined where their list is wrong. */
function listedSectors(
  view: DataView,
  sectors: number,
  sectorSize: number,
  isInside: (sector: number) => boolean,
): number[] | undefined {
  const count = view.getInt32(44, true);
  const furtherLists = view.getInt32(72, true);
  if (count < 1 || count > sectors || furtherLists < 0 || furtherLists > sectors) return undefined;
  const found: number[] = [];
  for (let i = 0; i < Math.min(count, headerSlots); i++) found.push(view.getInt32(76 + 4 * i, true));
  let list = view.getInt32(68, true);
  for (let i = 0; i < furtherLists && found.length < count; i++) {
    if (!isInside(list)) return undefined;
    const start = (list + 1) * sectorSize;
    const last = start + sectorSize - 4;
    for (let at = start; at < last && found.length < count; at += 4) found.push(view.getInt32(at, true));
    list = view.getInt32(last, true);
  }
  return found.length === count && found.every(isInside) ? found : undefined;
}

function sectorWords(view: DataView, list: readonly number[], sectorSize: number): Int32Array {
  const words = new Int32Array((list.length * sectorSize) / 4);
  let filled = 0;
  for (const sector of list) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at < start + sectorSize; at += 4) words[filled++] = view.getInt32(at, true);
  }
  return words;
}

/** Whether a chain of a table, in which each sector names the next one, comes back to itself. */
function hasCircle(table: Int32Array): boolean {
  const seenIn = new Int32Array(table.length);
  for (let first = 0; first < table.length; first++) {
    let sector = first;
    while (sector >= 0 && sector < table.length && seenIn[sector] === 0) {
      seenIn[sector] = first + 1;
      sector = table[sector]!;
    }
    if (sector >= 0 && sector < table.length && seenIn[sector] === first + 1) return true;
  }
  return false;
}

function directoryFault(
  view: DataView,
  directory: readonly number[],
  sectorSize: number,
  isInside: (sector: number) => boolean,
): OleFault | undefined {
  const perSector = sectorSize / directoryEntry;
  const entries = directory.length * perSector;
  const place = (entry: number) =>
    (directory[Math.floor(entry / perSector)]! + 1) * sectorSize + (entry % perSector) * directoryEntry;
  const seen = new Uint8Array(entries);
  const open: number[] = [];
  for (let entry = 0; entry < entries; entry++) if (view.getInt8(place(entry) + 66) === rootType) open.push(entry);
  if (open.length !== 1) return { reason: 'its directory is wrong' };
  let document: number | undefined;
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (entry >= entries || seen[entry] === 1) return { reason: 'its directory is wrong' };
    seen[entry] = 1;
    const at = place(entry);
    if (nameOf(view, at) === 'WordDocument') document ??= view.getInt32(at + 116, true);
    for (const next of [68, 72, 76]) {
      const neighbour = view.getInt32(at + next, true);
      if (neighbour > none) open.push(neighbour);
    }
  }
  if (document === undefined || !isInside(document)) return { reason: 'it has no text of Word' };
  const flags = view.getUint16((document + 1) * sectorSize + flagsOffset, true);
  return (flags & encryptedFlag) === 0 ? undefined : 'encrypted';
}

function nameOf(view: DataView, at: number): string {
  const units = Math.max(0, Math.min(31, view.getUint16(at + 64, true) / 2 - 1));
  let name = '';
  for (let i = 0; i < units; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return name;
}
