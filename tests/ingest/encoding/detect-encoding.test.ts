import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../../../src/ingest/encoding/decode.ts';
import { describeWithData } from '../../shared-data.ts';
import { encodeText, testEncodings } from './encode-text.ts';

/** What each file of the folder of encodings really is. */
const encodingOf: readonly (readonly [pattern: RegExp, encoding: string])[] = [
  [/sighan_cityu/, 'big5-hkscs'],
  [/^big5/i, 'big5'],
  [/^(gb|libpku_gb)/i, 'gb18030'],
  [/utf-16-be/, 'utf-16be'],
  [/utf16le/, 'utf-16le'],
  [/utf-?8/, 'utf-8'],
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|md|csv|tsv|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Pieces of so many characters, from the start and from two places inside. */
function piecesOf(text: string, length: number): string[] {
  return [0, 1 / 3, 2 / 3].map((part) => {
    const start = Math.floor(text.length * part);
    return [...text.slice(start, start + 2 * length).replace(/^[\udc00-\udfff]/, '')].slice(0, length).join('');
  });
}

/** The corpus has a Japanese text: kana are the commonest Han of Big5 in another byte order, and no matter of ours. */
function isChinese(piece: string): boolean {
  return (piece.match(/[\u3041-\u30ff]/g)?.length ?? 0) < 0.2 * piece.length;
}

describeWithData('real texts in every encoding that can hold them', (data) => {
  const files = ['laws', 'reports', 'trad', 'office/encodings'].flatMap((folder) => filesUnder(join(data, folder)));
  const texts = files.map((file) => decode(readFileSync(file)).text);

  test('the collected files are what their names say', () => {
    for (const file of filesUnder(join(data, 'office/encodings'))) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const expected = encodingOf.find(([pattern]) => pattern.test(name))![1];
      const decoded = decode(readFileSync(file));
      expect([name, decoded.encoding]).toEqual([name, expected]);
      expect(decoded.text).not.toMatch(/^\ufeff|\ufffd/);
      expect(decoded.messages).toEqual([]);
    }
  });

  test('are decoded as they were, from 30 characters on', () => {
    const report: string[] = [];
    const wrong: string[] = [];
    for (const length of [15, 30, 60, 200, Number.POSITIVE_INFINITY]) {
      for (const encoding of testEncodings) {
        let tried = 0;
        let right = 0;
        let doubted = 0;
        for (const text of texts) {
          for (const piece of Number.isFinite(length) ? piecesOf(text, length) : [text]) {
            if (!/[^\0-\x7f]/.test(piece) || piece.startsWith('\ufeff') || !isChinese(piece)) continue;
            const bytes = encodeText(piece, encoding);
            if (bytes === undefined) continue;
            tried++;
            const decoded = decode(bytes);
            if (decoded.text === piece) right++;
            else if (length >= 30) wrong.push(`${length} ${encoding} ${decoded.encoding} ${piece.slice(0, 60)}`);
            if (decoded.messages.some((message) => message.rule === 'ingest/uncertain-encoding')) doubted++;
          }
        }
        const share = ((100 * right) / tried).toFixed(2);
        report.push(
          `${String(length).padStart(8)} ${encoding.padEnd(8)} ${right} of ${tried} (${share} %), ${doubted} doubted`,
        );
      }
    }
    console.log(`characters, encoding, right\n${report.join('\n')}`);
    expect(wrong).toEqual([]);
  }, 300_000);
});
