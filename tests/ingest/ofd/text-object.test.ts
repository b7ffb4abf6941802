import { describe, expect, it } from 'vitest';
import type { OfdFont } from '../../../src/ingest/ofd/ofd-resources.ts';
import { pageGlyphs } from '../../../src/ingest/ofd/painted-glyphs.ts';
import { parseXml } from '../../../src/ingest/ofd/parse-xml.ts';
import { objectSpace, textGlyphs } from '../../../src/ingest/ofd/text-object.ts';
import { glyphFlag } from '../../../src/ingest/page/page-glyphs.ts';

const millimetres = [1, 0, 0, 1, 0, 0] as const;
const plain: OfdFont = { isBold: false, isHalfWidth: false, characters: () => undefined };

/** The characters of an object, in millimetres. */
function glyphsOf(attributes: string, inside: string, font: OfdFont = plain) {
  const object = parseXml(Buffer.from(`<TextObject Boundary="10 20 90 9" ${attributes}>${inside}</TextObject>`));
  return textGlyphs(object, objectSpace(object, millimetres), font);
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const places = (glyphs: ReturnType<typeof glyphsOf>) =>
  glyphs.map(({ code, x, y }) => [String.fromCodePoint(code), round(x), round(y)]);

describe('where characters stand', () => {
  it('is from the corner of the object by steps, of which g n v is n times v', () => {
    const glyphs = glyphsOf('Size="5"', '<TextCode X="1" Y="4" DeltaX="g 2 5 6" DeltaY="0 g 2 1">甲乙丙丁</TextCode>');
    expect(places(glyphs)).toEqual([
      ['甲', 11, 24],
      ['乙', 16, 24],
      ['丙', 21, 25],
      ['丁', 27, 26],
    ]);
  });

  it('goes on with the last step where the list is too short, and with the usual advance where there is none', () => {
    const short = glyphsOf('Size="5"', '<TextCode X="0" Y="0" DeltaX="7">甲乙丙</TextCode>');
    expect(places(short).map(([, x]) => x)).toEqual([10, 17, 24]);
    const none = glyphsOf('Size="4"', '<TextCode X="0" Y="0">甲a乙</TextCode>');
    expect(places(none).map(([, x]) => x)).toEqual([10, 14, 15.776]);
    const huge = glyphsOf('Size="5"', '<TextCode X="0" Y="0" DeltaX="g 4000000000 5">甲乙</TextCode>');
    expect(places(huge).map(([, x]) => x)).toEqual([10, 15]);
  });

  it('of a string without X or Y is that of the string before it', () => {
    const glyphs = glyphsOf(
      'Size="5"',
      '<TextCode X="3" Y="4">甲</TextCode><TextCode Y="9">乙</TextCode><TextCode X="8">丙</TextCode>',
    );
    expect(places(glyphs)).toEqual([
      ['甲', 13, 24],
      ['乙', 13, 29],
      ['丙', 18, 29],
    ]);
  });

  it('is scaled by the transform, and so is the size', () => {
    const [first, second] = glyphsOf(
      'Size="12" CTM="0.5 0 0 0.5 1 2"',
      '<TextCode X="2" Y="10" DeltaX="12">甲乙</TextCode>',
    );
    expect([first!.x, first!.y, first!.size, first!.advance]).toEqual([12, 27, 6, 6]);
    expect([second!.x, second!.y]).toEqual([18, 27]);
    // 0.64 of the width, as in a red head: steps are as they are shown.
    const [narrow] = glyphsOf('Size="10" HScale="0.64"', '<TextCode X="0" Y="0" DeltaX="8">甲乙</TextCode>');
    expect([narrow!.size, narrow!.advance]).toEqual([10, 6.4]);
  });

  it('is downwards where the steps, the reading direction or the transform say so', () => {
    const steps = glyphsOf('Size="5"', '<TextCode X="0" Y="5" DeltaX="0 0" DeltaY="5 5">购买方</TextCode>');
    const reading = glyphsOf('Size="5" ReadDirection="90"', '<TextCode X="0" Y="5">购买方</TextCode>');
    expect(places(steps)).toEqual(places(reading));
    for (const glyphs of [steps, reading]) expect(glyphs.every(({ isStacked }) => isStacked)).toBe(true);
    const turned = glyphsOf('Size="3" CTM="0 1 -1 0 0.5 -2"', '<TextCode X="1.5" Y="0" DeltaX="3 3">下载次</TextCode>');
    expect(places(turned)).toEqual([
      ['下', 10.5, 19.5],
      ['载', 10.5, 22.5],
      ['次', 10.5, 25.5],
    ]);
    expect(turned.map(({ turn }) => turn)).toEqual([3, 3, 3]);
  });
});

describe('a page whose text lies on its side', () => {
  it('is turned so that it is upright', () => {
    // Written downwards on A4, the lines from right to left.
    const line = (x: number, text: string) =>
      glyphsOf(`Size="5" CTM="0 1 -1 0 ${x} 0"`, `<TextCode X="0" Y="0" DeltaX="g 9 5">${text}</TextCode>`);
    const glyphs = pageGlyphs([...line(100, '第一行'), ...line(90, '第二行')], 210, 297);
    expect([glyphs.pageWidth, glyphs.pageHeight, glyphs.turn]).toEqual([297, 210, 3]);
    expect([...glyphs.flags]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...glyphs.x]).toEqual([20, 25, 30, 20, 25, 30]);
    expect([...glyphs.y]).toEqual([100, 100, 100, 110, 110, 110]);
  });

  it('has its slanted and turned marks told apart', () => {
    const text = glyphsOf('Size="5"', '<TextCode X="0" Y="0" DeltaX="g 9 5">正文正文正文正文</TextCode>');
    const slanted = glyphsOf('Size="5" CTM="0.7 0.7 -0.7 0.7 0 0"', '<TextCode X="0" Y="0">密</TextCode>');
    const side = glyphsOf('Size="5" CTM="0 -1 1 0 0 0"', '<TextCode X="0" Y="0">侧</TextCode>');
    const { flags, turn } = pageGlyphs([...text, ...slanted, ...side], 210, 297);
    expect(turn).toBe(0);
    expect([...flags].slice(-3)).toEqual([0, glyphFlag.slanted, glyphFlag.turned]);
  });
});

describe('the advance of a character', () => {
  const widths = (text: string, deltas: string, font: Partial<OfdFont> = {}) =>
    glyphsOf('Size="1"', `<TextCode X="0" Y="0" DeltaX="${deltas}">${text}</TextCode>`, { ...plain, ...font }).map(
      ({ advance }) => round(advance),
    );

  it('is its em, where letters are spaced out too, and less where marks are pressed together', () => {
    expect(widths('通知', '2')).toEqual([1, 1]);
    expect(widths('》。', '0.5')).toEqual([0.5, 1]);
  });

  it('of a letter leaves a gap where a space is meant and none in a font with wide letters', () => {
    // in the, without a space in the file: 0.25 em after n.
    expect(widths('inthe', '0.278 0.75 0.278 0.5')).toEqual([0.278, 0.5, 0.278, 0.5, 0.444]);
    // Verdana's a and m.
    expect(widths('aim', '0.6 0.274')).toEqual([0.6, 0.274, 0.778]);
    // A font of fixed width, and one for Chinese whose i has half an em.
    expect(widths('-1-i', '0.6 0.6 0.6')).toEqual([0.6, 0.6, 0.6, 0.6]);
    expect(
      glyphsOf('Size="2"', '<TextCode X="0" Y="0">i</TextCode>', { ...plain, isHalfWidth: true })[0]!.advance,
    ).toBe(1);
  });
});

describe('characters that only the font knows', () => {
  const font = {
    ...plain,
    characters: () =>
      new Map([
        [57, 0x5e02],
        [58, 0x653f],
      ]),
  };
  const text = (inside: string, own: OfdFont = font) =>
    glyphsOf('Size="5"', inside, own)
      .map(({ code }) => String.fromCodePoint(code))
      .join('');

  it('are taken from it by their glyphs', () => {
    const glyphs = '<CGTransform CodePosition="1" CodeCount="2" GlyphCount="2"><Glyphs>57 58</Glyphs></CGTransform>';
    expect(text(`${glyphs}<TextCode X="0" Y="0">甲\u00a4\ue001丁</TextCode>`)).toBe('甲市政丁');
    expect(text(`${glyphs}<TextCode X="0" Y="0">甲\u00a4</TextCode><TextCode>\ue001</TextCode>`)).toBe('甲市政');
    expect(
      text('<CGTransform CodePosition="0" GlyphCount="2"><Glyphs>57 99</Glyphs></CGTransform><TextCode X="0" Y="0"/>'),
    ).toBe('市\ufffd');
  });

  it('stay as they are where the font does not tell, and so does text that is right', () => {
    const glyphs = '<CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><Glyphs>57 58</Glyphs></CGTransform>';
    expect(text(`${glyphs}<TextCode X="0" Y="0">\ue001\ue002</TextCode>`, plain)).toBe('\ue001\ue002');
    expect(text(`${glyphs}<TextCode X="0" Y="0">甲乙</TextCode>`)).toBe('甲乙');
  });
});
