import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/ingest/encoding/decode.ts';
import type { CorpusError } from '../../../src/model/errors.ts';
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

describe('short texts with a few broken bytes are texts', () => {
  const broken = (decoded: {
    text: string;
    messages: readonly { rule: string; span?: { start: number; end: number } }[];
  }) =>
    decoded.messages.map(({ rule, span }) => [
      rule.slice('ingest/'.length),
      decoded.text.slice(span?.start, span?.end),
    ]);

  test('UTF-8 with two bytes of another kind in the middle', () => {
    const decoded = decode(join(Buffer.from('举国体制'), [0xff, 0xfe], Buffer.from('中国')));
    expect(decoded).toMatchObject({ text: '举国体制\ufffd\ufffd中国', encoding: 'utf-8' });
    expect(broken(decoded)).toEqual([['broken-character', '\ufffd\ufffd']]);
  });

  test.each(testEncodings)('%s with a wrong byte or two at any boundary of characters', (encoding) => {
    const text = encoding === 'big5' ? '舉國體制，改革開放' : '举国体制，改革开放';
    for (let at = 1; at < text.length; at++) {
      for (const wrong of encoding.startsWith('utf-16') ? [[0x00, 0xdc]] : [[0xff], [0xff, 0xff]]) {
        const swapped = encoding === 'utf-16be' ? wrong.toReversed() : wrong;
        const parts = [text.slice(0, at), text.slice(at)].map((part) => encodeText(part, encoding)!);
        const decoded = decode(join(parts[0]!, swapped, parts[1]!));
        expect(decoded.encoding).toBe(encoding);
        expect(decoded.text.replaceAll('\ufffd', '')).toBe(text);
        expect(decoded.text.indexOf('\ufffd')).toBe(at);
      }
    }
  });

  test.each([1, 2, 3, 8])('UTF-8 of %i characters that begins or ends in the middle of one', (length) => {
    const text = '国家发展改革委员会'.slice(0, length + 1);
    const bytes = Buffer.from(text);
    for (const cut of [1, 2]) {
      expect(decode(bytes.subarray(0, -cut)).text).toBe(`${text.slice(0, -1)}\ufffd`);
      if (length > 2) expect(decode(bytes.subarray(cut)).text.replace(/^\ufffd+/, '')).toBe(text.slice(1));
    }
  });

  test('with U+0000 inside and at the end, as an interrupted copy leaves them', () => {
    for (const encoding of testEncodings) {
      const text = '改革\0\0开放';
      const [one, two] = ['改革', '开放'].map((part) => encodeText(part, encoding === 'big5' ? 'gb18030' : encoding)!);
      const zeros = new Array(encoding.startsWith('utf-16') ? 4 : 2).fill(0);
      expect(decode(join(one!, zeros, two!)).text).toBe(text);
      expect(decode(join(one!, two!, new Uint8Array(3000))).text).toMatch(/^改革开放\0+$/);
    }
  });

  test('a mark of another encoding is told and left out', () => {
    for (const [mark, encoding] of [
      ['utf-16le', 'utf-8'],
      ['utf-16be', 'utf-8'],
      ['utf-8', 'gb18030'],
      ['utf-16le', 'gb18030'],
      ['utf-8', 'utf-16le'],
    ] as const) {
      const decoded = decode(join(marks[mark], encodeText('关于印发改革方案的通知', encoding)!));
      expect(decoded).toMatchObject({ text: '关于印发改革方案的通知', encoding });
      expect(decoded.messages[0]).toMatchObject({ rule: 'ingest/false-mark', values: { mark, encoding } });
    }
  });

  test('one character of GBK in a long text of UTF-8 is told, and nothing else is lost', () => {
    const text = simplified.repeat(50);
    const decoded = decode(join(Buffer.from(text), [0xd6, 0xd0], Buffer.from(text)));
    expect(decoded).toMatchObject({ text: `${text}\ufffd\ufffd${text}`, encoding: 'utf-8' });
  });

  describe('in GB 18030 and Big5, where a lost byte shifts all that follows,', () => {
    const cases = [
      ['gb18030', '各地区各部门要结合实际，', '认真贯彻落实本意见，完善新型举国体制。\n'],
      ['big5', '各有關部門應當結合實際情況，', '國家發展和改革委員會，完善科技創新體系。\n'],
    ] as const;

    test.each(cases)('%s: a byte that is lost or too much is told, and the rest is read', (encoding, one, two) => {
      const [first, second] = [one, two].map((part) => [...encodeText(part, encoding)!]) as [number[], number[]];
      for (const around of ['', (one + two).repeat(20)]) {
        const whole = encodeText(around, encoding)!;
        // In Big5 the other half of a character may be a letter, after which all is in step again.
        if (encoding === 'gb18030') {
          const lost = decode(join(whole, first, second.slice(1), whole));
          expect(lost.encoding).toBe(encoding);
          expect(lost.text).toBe(`${around}${one}\ufffd${two.slice(1)}${around}`);
          expect(broken(lost)).toContainEqual(['broken-character', '\ufffd']);
        }
        const more = decode(join(whole, first, encoding === 'gb18030' ? [0xb0] : [0xff], second, whole));
        expect(more.text).toBe(`${around}${one}\ufffd${two}${around}`);
      }
    });

    test.each(cases)('%s: a character of UTF-8 among them is read and told', (encoding, one, two) => {
      const around = (one + two).repeat(3);
      const parts = [around + one, two + around].map((part) => encodeText(part, encoding)!);
      const decoded = decode(join(parts[0]!, Buffer.from('国家'), parts[1]!));
      expect(decoded).toMatchObject({ text: `${around}${one}国家${two}${around}`, encoding });
      expect(broken(decoded)).toEqual([['mixed-encodings', '国家']]);
    });

    test('but rare characters stay as they are', () => {
      const names = '龘靐齉爩鱻麤灪龖厵滟爨癵籱饢驫鲡鹂鸾彟斸';
      expect(decode(encodeText(names, 'gb18030')!, 'gb18030').text).toBe(names);
      const list = `${simplified}${names}${simplified}`.repeat(5);
      expect(decode(encodeText(list, 'gb18030')!)).toMatchObject({ text: list, messages: [] });
    });
  });

  test('mark-up around them changes nothing', () => {
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const [one, two] = ['<html><body><p>深化', '改革</p></body></html>\n'].map((part) => encodeText(part, encoding)!);
      expect(decode(join(one!, [0xff], two!))).toMatchObject({
        text: '<html><body><p>深化\ufffd改革</p></body></html>\n',
        encoding,
      });
    }
  });
});

describe('whatever the bytes', () => {
  test('a file is read or refused, and every U+FFFD in its text is told (law)', () => {
    const words = ['举国体制', '改革開放', '，', '\n', 'a,b', '\0', '\ufffd', '　', '(2023)', '𠀀'];
    const piece = fc.oneof(
      fc.tuple(fc.constantFrom(...words), fc.constantFrom(...testEncodings)).map(([word, encoding]) => {
        return encodeText(word, encoding) ?? Buffer.from(word);
      }),
      fc.uint8Array({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let decoded: ReturnType<typeof decode>;
        try {
          decoded = decode(join(...pieces));
        } catch (error) {
          expect(error).toMatchObject({ code: 'input/binary-file' });
          return;
        }
        let count = 0;
        for (const { rule, values, span } of decoded.messages) {
          if (!/(?:broken|replacement)-character/.test(rule)) continue;
          count += Number(values!.count);
          if (!rule.includes('more')) expect(decoded.text.slice(span!.start, span!.end)).toMatch(/^\ufffd+$/);
        }
        expect(count).toBe(decoded.text.split('\ufffd').length - 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('one changed byte costs a text of UTF-8 no more than the character that it was in (law)', () => {
    const bytes = Buffer.from(simplified);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        const hit = Math.floor(at / 3); // each of its characters has three bytes
        const { text } = decode(changed);
        expect(text.startsWith(simplified.slice(0, hit))).toBe(true);
        expect(text.endsWith(simplified.slice(hit + 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
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
    const { text, messages } = decode(Buffer.from('通知'), 'gb18030');
    expect(text).toBe('通知');
    expect(messages.map(({ rule, values }) => [rule, values])).toEqual([
      ['ingest/uncertain-encoding', { encoding: 'gb18030', other: 'utf-8' }],
      ['ingest/mixed-encodings', { encoding: 'gb18030', count: 2 }],
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
