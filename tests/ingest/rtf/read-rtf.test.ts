import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../src/ingest/rtf/read-rtf.ts';
import { CorpusError } from '../../../src/model/errors.ts';

const fonts =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fnil\\fcharset136 MingLiU;}{\\f3\\fnil\\fcharset2 Wingdings;}}";
const styles =
  "{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 \\'b1\\'ea\\'cc\\'e2 2;}{\\s3\\sbasedon2 \\u26465 ?;}{\\*\\cs10 Title;}}";
const start = `{\\rtf1\\ansi\\ansicpg936\\deff1${fonts}${styles}`;

async function read(body: string) {
  return readBytes(Buffer.from(`${start}${body}}`, 'latin1'));
}

async function readBytes(bytes: Uint8Array) {
  const { raw, marks = [], messages = [], meta } = await readRtf(bytes, 'a.rtf');
  const lineAt = (at: number) => raw.slice(at).split('\n', 1)[0];
  return {
    raw,
    lines: raw.split('\n'),
    marks: marks.map(({ start: at, kind, level }) => [lineAt(at), kind, level]),
    rules: messages.map(({ rule }) => rule),
    meta,
  };
}

/** Text as Word writes it: each byte of GBK by its code. */
const gbk: Readonly<Record<string, string>> = {
  中国: "\\'d6\\'d0\\'b9\\'fa",
  政策: "\\'d5\\'fe\\'b2\\'df",
};

describe('the characters of RTF', () => {
  it('are read by the charset of their font, two bytes a character, though lines break between them', async () => {
    expect((await read(`\\f1 ${gbk.中国}\r\n{\\b ${gbk.政策}}\\par`)).raw).toBe('中国政策');
    expect((await read("\\f1 \\'b9\r\n\\'fa{\\f2 \\'a4\\'a4\\'b0\\'ea}\\par")).raw).toBe('国中國');
    expect(
      (await readBytes(Buffer.concat([Buffer.from(start), Buffer.from([0xd6, 0xd0]), Buffer.from('}')]))).raw,
    ).toBe('中');
  });

  it('whose second byte is a mark of the markup are one character', async () => {
    // 乗 is 81 5C in GBK, and 5C is the backslash.
    expect((await read("\\f1 \\'81\\'5c\\'81\\\\\\par")).raw).toBe('乗乗');
  });

  it('are those of the code page of the document in fonts that claim to be Western, where they are valid there', async () => {
    expect((await read(`\\f0 ${gbk.中国}\\par \\'b0\\par`)).lines).toEqual(['中国', '°']);
  });

  it('are Unicode with a fallback of as many characters as it says, also beyond 16 bits', async () => {
    expect(
      (await read("\\uc1\\u20013 ?\\u22269\\'3f{\\uc2\\u25919 ab\\u31574\\'3f\\'3f}\\uc0\\u-10179\\u-8704 x\\par")).raw,
    ).toBe('中国政策😀x');
  });

  it('are quotes, dashes, spaces and signs of fonts of symbols', async () => {
    expect((await read("\\ldblquote a\\rdblquote\\emdash\\~\\_\\-b\\f3 \\'fe\\u-3844 ?\\par")).raw).toBe(
      '“a”—\u00a0\u2011b☑✓',
    );
  });
});

describe('the blocks of RTF', () => {
  it('are paragraphs, headings by the names and levels of styles, and lines', async () => {
    const { lines, marks } = await read(
      'a\\line b\\par\\pard\\s1 c\\line d\\par\\pard\\s2 e\\par\\pard\\s3 f\\par\\pard\\outlinelevel2 g\\par\\pard h\\par',
    );
    expect(lines).toEqual(['a', 'b', 'c d', 'e', 'f', 'g', 'h']);
    expect(marks).toEqual([
      ['c d', 'heading', 1],
      ['e', 'heading', 2],
      ['f', 'heading', 2],
      ['g', 'heading', 3],
    ]);
  });

  it('have the numbers that the program wrote before them', async () => {
    const { lines, marks } = await read(
      "{\\listtext\\pard\\plain \\'d2\\'bb\\'a1\\'a2\\tab}\\ls1 a\\par{\\pntext\\f1 1.\\tab}{\\*\\pn{\\pntxta .}}b\\par{\\listtext\\f3\\'6c\\tab}c\\par",
    );
    expect(lines).toEqual(['一、a', '1. b', '● c']);
    expect(marks.map(([, kind]) => kind)).toEqual(['list', 'list']);
  });

  it('are rows of tables, and a table of one cell is a frame', async () => {
    const { lines, marks } = await read(
      'a\\par\\trowd\\cellx1\\cellx2\\intbl b\\cell c\\par d\\cell\\row\\trowd\\intbl e\\cell\\cell\\row\\pard f\\par\\trowd\\cellx1\\intbl g\\par\\s1 h\\cell\\row\\pard i\\par',
    );
    expect(lines).toEqual(['a', 'b\tc d', 'e\t', 'f', 'g', 'h', 'i']);
    expect(marks).toEqual([
      ['b\tc d', 'table', 0],
      ['e\t', 'table', 0],
      ['h', 'heading', 1],
    ]);
  });

  it('have results of fields, contents of the field that makes them, and what fields draw', async () => {
    const { lines, marks } = await read(
      'a{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 3}}{\\field{\\*\\fldinst EQ \\\\f(1,2)}}\\par{\\field{\\*\\fldinst TOC}{\\fldrslt b 1\\par c 2}}\\par d\\par',
    );
    expect(lines).toEqual(['a31/2', 'b 1', 'c 2', 'd']);
    expect(marks).toEqual([
      ['b 1', 'contents', 0],
      ['c 2', 'contents', 0],
    ]);
  });

  it('have notes after them and heads and feet of pages around them', async () => {
    const { lines, marks } = await read(
      '{\\header h\\par}{\\headerr h\\par}{\\footer f{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}a{\\super\\chftn{\\footnote\\pard\\s1{\\super\\chftn} n}}b\\par',
    );
    expect(lines).toEqual(['h', 'a[1]b', '[1] n', 'f1']);
    expect(marks.map(([, kind]) => kind)).toEqual(['furniture', 'note', 'furniture']);
  });

  it('have boxes once, after the paragraph in which they are', async () => {
    const { lines } = await read(
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext old\\par}}}}b\\par c\\par',
    );
    expect(lines).toEqual(['ab', 'box', 'c']);
  });

  it('have no hidden, deleted or commented text, pictures or places that are not known', async () => {
    const { raw, rules } = await read(
      'a{\\v secret}{\\deleted old}{\\*\\atnid x}{\\*\\annotation no}{\\pict\\bin4 }}}{\\par}{\\*\\unknown{\\par no}}{\\xe{\\v term}}b\\par',
    );
    expect(raw).toBe('ab');
    expect(rules).toEqual(['ingest/hidden-text', 'ingest/comments-left-out']);
  });

  it('have the newer of two forms', async () => {
    expect((await read('{\\upr{ansi}{\\*\\ud{\\uc0\\u20013}}}\\par')).raw).toBe('中');
  });
});

it('what a file of RTF says of itself is its title, author and date', async () => {
  const { meta } = await read(
    `{\\info{\\title ${gbk.政策}}{\\author a}{\\creatim\\yr2021\\mo3\\dy5}{\\author b}{\\operator c}}x\\par`,
  );
  expect(meta).toEqual({ title: '政策', author: 'a', date: '2021-03-05' });
});

describe('a file of RTF that is no good', () => {
  it('is told where its end is missing, and what is there is read', async () => {
    const { raw, rules } = await readBytes(Buffer.from(`${start}a\\par b{\\b c`));
    expect(raw).toBe('a\nbc');
    expect(rules).toEqual(['ingest/cut-off']);
  });

  it('is damaged where it does not begin as RTF', async () => {
    await expect(readRtf(Buffer.from('text'), 'a.rtf')).rejects.toMatchObject({
      code: 'input/damaged',
      values: { format: 'rtf' },
    });
  });

  it('is read though groups are nested without end, and closed too often', async () => {
    expect((await read(`${'{'.repeat(200_000)}a${'}'.repeat(200_000)}\\par`)).raw).toBe('a');
    expect((await readBytes(Buffer.from('{\\rtf1 a}}}}} b'))).raw).toBe('a');
  });

  it('gives a text or an error for the user whatever bytes were changed', async () => {
    const whole = Buffer.from(
      `${start}{\\header h\\par}\\s1 ${gbk.中国}\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\footnote n}{\\field{\\*\\fldinst TOC}{\\fldrslt c\\par}}\\u20013 ?\\par}`,
    );
    let seed = 11;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let variant = 0; variant < 500; variant++) {
      let bytes = Uint8Array.from(whole);
      for (let flips = 1 + random(6); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
      if (variant % 4 === 0) bytes = bytes.subarray(0, random(bytes.length));
      if (variant % 4 === 1) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
      try {
        expect(typeof (await readRtf(bytes, 'a.rtf')).raw).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(CorpusError);
      }
    }
  });
});

it('reads a file of the tests that LibreOffice wrote', async () => {
  const { lines, marks } = await readBytes(readFileSync(new URL('libreoffice.rtf', import.meta.url)));
  expect(lines).toEqual([
    '第一章 总则',
    '第一条 为了规范管理。',
    '（一）有章程；',
    '第二条 本法施行[1]。',
    '甲\t乙',
    '[1] 注',
  ]);
  expect(marks.map(([, kind]) => kind)).toEqual(['table', 'note']);
});
