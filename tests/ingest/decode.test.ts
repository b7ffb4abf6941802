import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';
import type { CorpusError } from '../../src/model/errors.ts';
import { encodeText, testEncodings } from './encode-text.ts';

const simplified = '各地区各部门要结合实际，认真贯彻落实本意见，完善新型举国体制，推动高质量发展。';
const traditional = '各有關部門應當結合實際情況，認真執行本條例，完善科技創新體系，推動經濟發展。';

/** Bytes that look random and are the same at every run. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

function join(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Uint8Array.from(part)));
}

function failure(run: () => unknown): CorpusError {
  try {
    run();
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('did not fail');
}

const marks = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

describe('each encoding', () => {
  test.each(testEncodings)('%s is found', (encoding) => {
    const text = encoding === 'big5' ? traditional : simplified;
    expect(decode(encodeText(text, encoding)!)).toEqual({ text, encoding, messages: [] });
  });

  test.each(Object.entries(marks))(
    '%s with a byte order mark is found, and the mark is not in the text',
    (encoding, mark) => {
      for (const text of ['国', simplified, 'ab']) {
        const decoded = decode(join(mark, encodeText(text, encoding as 'utf-8')!));
        expect(decoded).toMatchObject({ text, encoding });
      }
      expect(decode(join(mark, mark, encodeText(simplified, encoding as 'utf-8')!)).text).toBe(simplified);
    },
  );

  test('a text of ASCII alone is UTF-8', () => {
    expect(decode(Buffer.from('Notice No. 12 (2023)\n')).encoding).toBe('utf-8');
    expect(decode(Buffer.from('Bush hid the facts')).text).toBe('Bush hid the facts');
  });

  test('UTF-16 of ASCII alone is found by its empty bytes', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      expect(decode(encodeText('Notice No. 12 (2023)\n', encoding)!)).toMatchObject({
        text: 'Notice No. 12 (2023)\n',
        encoding,
      });
    }
  });

  test('one Chinese character that is valid UTF-8 by accident is GB 18030', () => {
    expect(decode(join(Buffer.from('text = '), [0xc8, 0xbb])).text).toBe('text = 然');
  });

  test('accented Latin, Greek and Cyrillic texts in UTF-8 stay UTF-8', () => {
    for (const text of [
      'Société générale: l’été dernier',
      'Où est-il allé après?',
      'Совет Министров СССР',
      'Ελληνική Δημοκρατία',
    ]) {
      expect(decode(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' });
    }
  });

  test('characters of Hong Kong that Big5 lacks are read, and the encoding says so', () => {
    // As Python's big5hkscs codec writes them.
    const codes = [0xfe, 0xd3, 0x8f, 0xc0, 0x8e, 0xa8, 0xfb, 0xdf, 0x9d, 0xf8];
    expect(decode(join(encodeText(traditional, 'big5')!, codes)).text).toBe(`${traditional}着衞綫峯啲`);
    const text = `行政長官指出，政府會着力改善公共衞生服務，興建新的鐵路綫，${traditional}`;
    expect(decode(encodeText(text, 'big5')!)).toMatchObject({ text, encoding: 'big5-hkscs' });
  });

  test('an odd number of bytes does not hide UTF-16', () => {
    const decoded = decode(join(encodeText(simplified, 'utf-16le')!, [0x4e]));
    expect(decoded).toMatchObject({ text: `${simplified}\ufffd`, encoding: 'utf-16le' });
    expect(decoded.messages.map((message) => message.rule)).toEqual(['ingest/broken-character']);
  });

  test('rules drawn in UTF-16 are no ASCII', () => {
    const text = `───┬─────────┬───\n│類別│科目│技士│\n${traditional}`;
    for (const encoding of testEncodings) expect(decode(encodeText(text, encoding)!).text).toBe(text);
  });

  test('text comes back from every encoding (law)', () => {
    const alphabets = {
      'utf-8': simplified + traditional,
      gb18030: simplified,
      big5: traditional,
      'utf-16le': simplified + traditional,
      'utf-16be': simplified + traditional,
    };
    for (const encoding of testEncodings) {
      const character = fc.constantFrom(...alphabets[encoding], '\n', '　', '2', 'A');
      fc.assert(
        fc.property(fc.array(character, { minLength: 30, maxLength: 120 }), (characters) => {
          fc.pre(characters.filter((one) => one > '\u3400').length >= 15);
          const text = characters.join('');
          expect(decode(encodeText(text, encoding)!).text).toBe(text);
        }),
      );
    }
  });
});

describe('damaged texts', () => {
  const bytes = encodeText(simplified, 'utf-8')!;

  test('half a character at the end of UTF-8 is told with its place, and the text stays UTF-8', () => {
    for (const cut of [1, 2]) {
      const { text, encoding, messages } = decode(bytes.subarray(0, bytes.length - cut));
      expect(encoding).toBe('utf-8');
      expect(text).toBe(`${simplified.slice(0, -1)}\ufffd`);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({ severity: 'warning', rule: 'ingest/broken-character', values: { count: 1 } });
      expect(text.slice(messages[0]!.span!.start, messages[0]!.span!.end)).toBe('\ufffd');
    }
  });

  test('a text of one character and a half is UTF-8 too', () => {
    expect(decode(encodeText('国家', 'utf-8')!.subarray(0, 5))).toMatchObject({ text: '国\ufffd', encoding: 'utf-8' });
  });

  test('half a character at the end of GB 18030 and Big5 is told', () => {
    for (const [text, encoding] of [
      [`${simplified}国`, 'gb18030'],
      [`${traditional}國`, 'big5'],
    ] as const) {
      const decoded = decode(encodeText(text, encoding)!.subarray(0, -1));
      expect(decoded).toMatchObject({ text: `${text.slice(0, -1)}\ufffd`, encoding });
      expect(decoded.messages.map((message) => message.rule)).toEqual(['ingest/broken-character']);
    }
  });

  test('a few wrong bytes in UTF-8 are told one by one', () => {
    const decoded = decode(join(bytes, [0xff], bytes, [0xd6, 0xd0], bytes));
    expect(decoded.text).toBe(`${simplified}\ufffd${simplified}\ufffd\ufffd${simplified}`);
    expect(decoded.messages.map(({ values, span }) => [values, decoded.text.slice(span!.start, span!.end)])).toEqual([
      [{ count: 1 }, '\ufffd'],
      [{ count: 2 }, '\ufffd\ufffd'],
    ]);
  });

  test('of many wrong places twenty are told, and the number of the rest', () => {
    const { messages } = decode(join(...Array.from({ length: 50 }, () => join(bytes, [0xff]))));
    expect(messages.filter((message) => message.rule === 'ingest/broken-character')).toHaveLength(20);
    expect(messages.at(-1)).toMatchObject({ rule: 'ingest/more-broken-characters', values: { count: 30 } });
  });

  test('U+FFFD that an earlier program left is told as that', () => {
    const { messages } = decode(Buffer.from(`${simplified}\ufffd`));
    expect(messages.map((message) => message.rule)).toEqual(['ingest/replacement-character']);
  });

  test('an empty file, and one with only white space, is told', () => {
    for (const empty of [[], [0xef, 0xbb, 0xbf], [0x20, 0x0a], [0xff, 0xfe]]) {
      expect(decode(Uint8Array.from(empty)).messages.map((message) => message.rule)).toEqual(['ingest/empty-file']);
    }
    expect(decode(new Uint8Array(0))).toMatchObject({ text: '', encoding: 'utf-8' });
  });

  test('a text in an encoding that is not supported is at least doubted', () => {
    // Japanese in Shift-JIS: 日本国憲法の前文である。
    const japanese = [0x93, 0xfa, 0x96, 0x7b, 0x8d, 0x91, 0x8c, 0x9b, 0x96, 0x40, 0x82, 0xcc, 0x91, 0x4f, 0x95, 0xb6];
    const { messages } = decode(join(japanese, japanese, japanese));
    expect(messages.map((message) => message.rule)).toContain('ingest/uncertain-encoding');
  });
});

describe('files that are no text', () => {
  test.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['ZIP (.zip, .docx, .xlsx, .ofd)', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]],
    ['PDF', [...Buffer.from('%PDF-1.7\n1 0 obj\n')]],
    ['ELF', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
    ['OLE (.doc, .xls, .wps)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]],
    ['RTF', [...Buffer.from('{\\rtf1\\ansi')]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0xfd, 0x56, 0, 0]],
  ])('%s is named', (looks, bytes) => {
    for (const forced of [undefined, 'utf-8']) {
      const error = failure(() => decode(Uint8Array.from(bytes), forced, 'a/x.txt'));
      expect(error).toMatchObject({ code: 'input/binary-file', place: 'a/x.txt', values: { looks } });
    }
  });

  test('random, compressed and mostly empty bytes are refused', () => {
    const compressed = deflateSync(Buffer.from(JSON.stringify([...noise(5000, 1)])));
    const padded = join(Buffer.from('header'), new Uint8Array(2000), noise(200, 4));
    const bytes = [
      compressed,
      padded,
      new Uint8Array(64),
      ...[64, 500, 5000, 300_000].map((length) => noise(length, length)),
    ];
    for (const one of bytes) expect(failure(() => decode(one)).code).toBe('input/binary-file');
  });

  test('a text that turns into something else is refused', () => {
    const text = encodeText(simplified.repeat(500), 'utf-8')!;
    expect(failure(() => decode(join(text, noise(text.length, 9)))).code).toBe('input/binary-file');
  });
});

describe('a forced encoding', () => {
  test.each(['gbk', 'GB2312', 'gb18030', 'cp936', 'GB-18030'])('%s reads GB 18030', (name) => {
    expect(decode(encodeText(simplified, 'gb18030')!, name)).toMatchObject({ text: simplified, encoding: 'gb18030' });
  });

  test.each([
    ['UTF8', 'utf-8', simplified],
    ['utf-8-sig', 'utf-8', simplified],
    ['Big5-HKSCS', 'big5', traditional],
    ['cp950', 'big5', traditional],
    ['UTF-16', 'utf-16le', simplified],
    ['utf_16', 'utf-16be', simplified],
    ['UTF-16BE', 'utf-16be', simplified],
  ] as const)('%s reads %s', (name, encoding, text) => {
    expect(decode(encodeText(text, encoding)!, name)).toMatchObject({ text, encoding });
  });

  test('an unknown name says which are known', () => {
    const error = failure(() => decode(Buffer.from('a'), 'latin-1'));
    expect(error).toMatchObject({ code: 'usage/unknown-encoding', values: { found: 'latin-1' } });
    expect(error.values.expected).toContain('gb18030');
  });

  test.each([
    ['gb18030', 'utf-8', simplified],
    ['utf-8', 'gb18030', simplified],
    ['utf-16le', 'utf-8', simplified],
    ['utf-16le', 'utf-16be', simplified],
    ['big5', 'gb18030', simplified],
    ['gbk', 'big5', traditional],
  ] as const)('%s for a file in %s is refused, and the file’s own is named', (forced, encoding, text) => {
    const error = failure(() => decode(encodeText(text, encoding)!, forced, 'x.txt'));
    expect(error).toMatchObject({ code: 'input/wrong-encoding', place: 'x.txt', values: { likely: encoding } });
  });

  test('is believed where the file can be read with it', () => {
    // Rare characters, as in a list of names: the detector may doubt, the user knows.
    const names = '龘 靐 齉 爩 鱻 麤 灪 龖 厵 滟';
    expect(decode(encodeText(names, 'gb18030')!, 'gb18030').text).toBe(names);
    expect(decode(Buffer.from('ASCII'), 'gb18030')).toMatchObject({ text: 'ASCII', encoding: 'gb18030' });
    expect(decode(new Uint8Array(0), 'gb18030').messages.map((message) => message.rule)).toEqual(['ingest/empty-file']);
  });

  test('that reads a handful of characters badly is used with a warning: too few to refuse it', () => {
    expect(decode(Buffer.from('通知'), 'gb18030').messages).toEqual([
      { severity: 'warning', rule: 'ingest/uncertain-encoding', values: { encoding: 'gb18030', other: 'utf-8' } },
    ]);
  });

  test('with many bytes that do not fit is refused, with their number', () => {
    const text = encodeText(simplified, 'gb18030')!;
    const error = failure(() => decode(join(text, [0xff, 0xff, 0xff], text), 'gbk', 'x.txt'));
    expect(error).toMatchObject({ code: 'input/wrong-encoding', values: { encoding: 'gb18030', broken: 3 } });
    expect(error.values).not.toHaveProperty('likely');
  });

  test('with a few bytes that do not fit is used, and they are told', () => {
    const bytes = join(encodeText(simplified.repeat(3), 'gb18030')!, [0xff], encodeText(simplified, 'gb18030')!);
    const { text, messages } = decode(bytes, 'gb18030');
    expect(text).toBe(`${simplified.repeat(3)}\ufffd${simplified}`);
    expect(messages.map((message) => message.rule)).toEqual(['ingest/broken-character']);
  });
});

describe('large files', () => {
  test('200 MB without a line break are decoded', () => {
    for (const [text, encoding] of [
      [simplified, 'utf-8'],
      [simplified, 'gb18030'],
      [traditional, 'big5'],
      [simplified, 'utf-16be'],
    ] as const) {
      const one = encodeText(text, encoding)!;
      const times = encoding === 'gb18030' ? Math.floor(200e6 / one.length) : 20_000;
      const bytes = Buffer.alloc(one.length * times, one);
      const decoded = decode(bytes);
      expect(decoded.encoding).toBe(encoding);
      expect(decoded.text.length).toBe(text.length * times);
      expect(decoded.text.endsWith(text)).toBe(true);
    }
  });

  test('Chinese that begins after a long stretch of ASCII decides', () => {
    const text = `${'Table of contents\n'.repeat(30_000)}${simplified.repeat(20)}`;
    for (const encoding of testEncodings) {
      const bytes = encodeText(text, encoding);
      if (bytes !== undefined) expect(decode(bytes)).toMatchObject({ text, encoding });
    }
  });

  test('a text longer than any string is refused', () => {
    const error = failure(() => decode(new Uint8Array(540_000_000).fill(0x61), undefined, 'x.txt'));
    expect(error).toMatchObject({ code: 'input/too-large', place: 'x.txt', values: { bytes: 540_000_000 } });
  });
});
