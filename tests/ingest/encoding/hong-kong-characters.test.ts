import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/ingest/encoding/decode.ts';
import { withHongKongCharacters } from '../../../src/ingest/encoding/hong-kong-characters.ts';

const version = spawnSync('iconv', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const hasIconv = /glibc|gnu libc/i.test(version);

/** What the C library makes of one two-byte code; undefined where it has no character for it. */
function byIconv(encoding: string, codes: readonly (readonly [number, number])[]): (string | undefined)[] {
  // Of a code without a character, -c leaves out the first byte; each code stands on a line of its own.
  const input = Buffer.from(codes.flatMap(([lead, trail]) => [lead, trail, 0x0a]));
  const { stdout } = spawnSync('iconv', ['-c', '-f', encoding, '-t', 'UTF-8'], { input, maxBuffer: 1 << 26 });
  return stdout
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (/^[^\0-\x7f]/.test(line) ? line : undefined));
}

function codesOf(leads: readonly number[], from: number): [number, number][] {
  return leads.flatMap((lead) => {
    const codes: [number, number][] = [];
    for (let trail = from; trail <= 0xfe; trail++) {
      if (trail <= 0x7e || trail >= 0xa1) codes.push([lead, trail]);
    }
    return codes;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe.skipIf(!hasIconv)('against the C library (skipped where iconv is not of glibc)', () => {
  test('every code of the Hong Kong set is the same character', () => {
    const codes = [
      ...codesOf([...range(0x87, 0xa0), ...range(0xfa, 0xfe), 0xc7, 0xc8], 0x40),
      ...codesOf([0xc6], 0xa1),
    ];
    const expected = byIconv('BIG5-HKSCS', codes);
    expect(expected).toHaveLength(codes.length);
    const wrong = codes.flatMap(([lead, trail], i) => {
      const found = withHongKongCharacters(new TextDecoder('big5').decode(Uint8Array.of(lead, trail)));
      return expected[i] === undefined || expected[i] === found
        ? []
        : [`${lead.toString(16)}${trail.toString(16)} ${found} ${expected[i]}`];
    });
    expect(wrong).toEqual([]);
    expect(expected.filter((character) => character !== undefined).length).toBeGreaterThan(4900);
  });

  test('every ideograph of Big5 and GB 18030 is the same', () => {
    for (const [encoding, name, leads] of [
      ['big5', 'BIG5-HKSCS', range(0xa4, 0xf9)],
      ['gb18030', 'GB18030', range(0x81, 0xfe)],
    ] as const) {
      const codes = codesOf(leads, 0x40);
      const expected = byIconv(name, codes);
      const wrong = codes.flatMap(([lead, trail], i) => {
        const found = decode(Uint8Array.of(lead, trail), encoding).text;
        return /^\p{Script=Han}$/u.test(expected[i] ?? '') && expected[i] !== found
          ? [`${lead.toString(16)}${trail.toString(16)}`]
          : [];
      });
      // Five components without meaning of their own (𠂇 𠂉 𠃌 𡗗 𢦏), which the platform leaves in private use.
      expect(wrong).toEqual(encoding === 'gb18030' ? ['fe51', 'fe52', 'fe53', 'fe6c', 'fe76'] : []);
    }
  });
});

test('a text without Hong Kong characters stays as it is', () => {
  expect(withHongKongCharacters('國家')).toBe('國家');
  expect(withHongKongCharacters('\uf8ff')).toBe('\uf8ff');
});
