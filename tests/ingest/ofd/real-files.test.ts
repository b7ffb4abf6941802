import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readOfd } from '../../../src/ingest/ofd/read-ofd.ts';
import { CorpusError } from '../../../src/model/errors.ts';
import { describeWithData } from '../../shared-data.ts';
import { damagedVariant, seeded } from './damaged-variant.ts';

/** How often each letter stands in a text. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describeWithData('real OFD files', (data) => {
  const folder = join(data, 'office/ofd');
  const names = readdirSync(folder);
  const read = async (name: string) => readOfd(readFileSync(join(folder, name)), name);

  it('n.ofd has its document number in one piece, and its text in order', async () => {
    const { raw, messages } = await read('n.ofd');
    const lines = raw.split(/[\n\f]/).map((line) => line.trim());
    expect(lines).toContain('路卫发〔2011〕76号');
    expect(raw.replace(/\s/g, '')).toContain(
      '专业技术人员和管理人员辞职暂行办法》（浙人才〔1993〕73号）文件精神，经研究，同意张阿三同志辞职。',
    );
    expect(messages).toEqual([]);
  });

  it('well-known prose has all its characters in order', async () => {
    const { raw } = await read('拿来主义_page6.ofd');
    const parts = unzipSync(readFileSync(join(folder, '拿来主义_page6.ofd')));
    const written = [0, 1].map((n) => strFromU8(parts[`Doc_0/Pages/Page_${n}/Content.xml`]!)).join('');
    const inOrder = [...written.matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
    expect(raw.replace(/\s/g, '')).toBe(inOrder);
    expect(inOrder).toContain('没有拿来的，文艺不能自成为新文艺。');
    const indented = raw.split(/[\n\f]/).filter((line) => /^\u3000\u3000(?!\u3000)/.test(line));
    expect(indented).toHaveLength(10);
  });

  it.each([
    ['1.ofd', 1],
    ['n.ofd', 1],
    ['namespace_no_std.ofd', 1],
    ['signout.ofd', 1],
    // It has each group of objects twice and shows one of them.
    ['y.ofd', 2],
  ])('%s has every letter that its parts hold, in pages, templates and groups', async (name, copies) => {
    const parts = unzipSync(readFileSync(join(folder, name)), {
      filter: ({ name: part }) => /(?:Content|Res)\.xml$/.test(part),
    });
    const texts = Object.values(parts).flatMap((part) =>
      [...strFromU8(part).matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map(([, text]) => text!),
    );
    const { raw } = await read(name);
    expect(letters(raw.repeat(copies))).toEqual(letters(texts.join('').replace(/&[a-z]+;/g, '')));
  });

  it('columns of a journal are read one after the other', async () => {
    const { raw } = await read('y.ofd');
    const text = raw.replace(/\s/g, '');
    expect(text).toContain('成为全国首家获此称号的机关档案室。三大趋势，迎来机遇习近平总书记多次对档案工作作出');
    expect(text).toContain('传统档案库升级为“思想库”和“智囊库”。四大优势，绘制蓝图1.领导重视是保障');
  });

  it('pages of paths only are told, as are characters that the file does not name, and stamps', async () => {
    const rules = async (name: string) => (await read(name)).messages!.map(({ rule }) => rule);
    expect(await rules('h.ofd')).toEqual(Array(5).fill('ingest/no-text-layer'));
    expect(await rules('ano.ofd')).toEqual([
      'ingest/unmapped-characters',
      'ingest/unmapped-characters',
      'ingest/annotations-left-out',
    ]);
  });

  it.each(names)('damaged in any way, %s gives a text or an error for the user', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const parts = unzipSync(bytes, { filter: ({ name: part }) => part.endsWith('.xml') });
    const random = seeded(1);
    const markup = Object.keys(parts);
    for (let seed = 0; seed < 24; seed++) {
      // Every other one has right checksums around what is wrong.
      const part = markup[Math.floor(random() * markup.length)]!;
      const damaged =
        seed % 2 === 0
          ? damagedVariant(bytes, seed)
          : zipSync({ ...parts, [part]: damagedVariant(parts[part]!, seed) }, { level: 0 });
      try {
        const { raw, messages } = await readOfd(damaged, name);
        expect(raw !== '' || (messages ?? []).length > 0).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(CorpusError);
      }
    }
  });
});
