import { withHongKongCharacters } from '../../../src/ingest/encoding/hong-kong-characters.ts';

/** Bytes of each character that a two-byte encoding has, from decoding every two-byte code. */
function inverseOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const bytes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  // Backwards, so that of two codes for one character the lower one stays.
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      if (trail === 0x7f || (encoding === 'big5' && trail > 0x7e && trail < 0xa1)) continue;
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      const text = encoding === 'big5' ? withHongKongCharacters(decoded) : decoded;
      if ([...text].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(text)) bytes.set(text, [lead, trail]);
    }
  }
  return bytes;
}

const inverse = { gb18030: inverseOf('gb18030'), big5: inverseOf('big5') };

export type TestEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

export const testEncodings: readonly TestEncoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** A text in an encoding; undefined where the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: TestEncoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (codePoint < 0x80) bytes.push(codePoint);
    else {
      const pair = inverse[encoding].get(character);
      if (pair !== undefined) bytes.push(...pair);
      else if (encoding === 'gb18030' && codePoint >= 0x10000) bytes.push(...fourBytes(codePoint));
      else return undefined;
    }
  }
  return Uint8Array.from(bytes);
}

/** GB 18030 gives the code points outside the BMP in their order, from 90 30 81 30. */
function fourBytes(codePoint: number): number[] {
  const place = codePoint - 0x10000 + (0x90 - 0x81) * 12600;
  return [
    0x81 + Math.floor(place / 12600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}
