import { describe, expect, test } from 'vitest';
import type { RawDocument, SourceMark } from '../../src/model/document.ts';
import { createRepair } from '../../src/repair/repair.ts';
import { checkDocument } from '../check-document.ts';

/** Repairs lines of which some are marked by the format, as a Word file marks them. */
function repaired(lines: readonly (string | [text: string, kind: SourceMark['kind'], level?: number])[]): string[] {
  let raw = '';
  const marks: SourceMark[] = [];
  for (const line of lines) {
    if (typeof line !== 'string') marks.push({ start: raw.length, kind: line[1], level: line[2] ?? 0 });
    raw += `${typeof line === 'string' ? line : line[0]}\n`;
  }
  const document: RawDocument = {
    id: 'a.docx',
    meta: {},
    format: 'docx',
    encoding: '',
    bytes: raw.length,
    sha256: '',
    raw,
    marks,
    messages: [],
  };
  const clean = createRepair().run(document);
  checkDocument(clean);
  return clean.blocks.map(({ kind, level, start, end }) => `${kind} ${level} ${clean.text.slice(start, end)}`);
}

describe('what the format of a document says of a line', () => {
  test('is what the line is, however it reads', () => {
    const lines = repaired([
      ['县域经济', 'title'],
      ['总的要求', 'heading', 2],
      '坚持稳中求进，推动县域经济发展。',
      ['统筹发展和安全，守住不发生系统性风险的底线。', 'heading', 3],
      '各部门要抓好落实。',
      ['1 数据来自统计公报。', 'note'],
    ]);
    expect(lines).toEqual([
      'title 0 县域经济',
      'heading 1 总的要求',
      'paragraph 0 坚持稳中求进，推动县域经济发展。',
      'heading 2 统筹发展和安全，守住不发生系统性风险的底线。',
      'paragraph 0 各部门要抓好落实。',
      'note 0 1数据来自统计公报。',
    ]);
  });

  test('rows of a table keep the tabs between their cells', () => {
    const lines = repaired([
      ['地区\t投资额 （亿元）\t', 'table'],
      ['合计 \t 12 亿元\t\t3', 'table'],
      '各部门要抓好落实。',
    ]);
    expect(lines.slice(0, 2)).toEqual(['table 0 地区\t投资额（亿元）', 'table 0 合计\t12亿元\t\t3']);
  });

  test('holds behind white space and characters that are taken away', () => {
    expect(repaired(['要求', ['\u200b　　工作⽬标', 'heading', 1], '稳定就业。']).slice(1)).toEqual([
      'heading 1 工作目标',
      'paragraph 0 稳定就业。',
    ]);
  });

  test('leaves the lines between to be joined where the page broke them', () => {
    const broken = [
      '　　我们要坚持和完善新型举国体',
      '制，集中力量办好大事，把科技',
      '自立自强作为国家发展的战略支',
      '撑，加快建设科技强国。',
    ];
    expect(repaired([['一个标题', 'heading', 1], ...broken, ...broken]).slice(1)).toEqual(
      Array(2).fill(
        'paragraph 0 我们要坚持和完善新型举国体制，集中力量办好大事，把科技自立自强作为国家发展的战略支撑，加快建设科技强国。',
      ),
    );
  });
});
