import { expect, test } from 'vitest';
import { repairText } from '../../repair-text.ts';

/** Level and text of the headings of a law in Markdown, with what comes before its articles. */
function headings(...lines: string[]): string[] {
  const { blocks, text } = repairText(['# 某某法', ...lines].join('\n\n'), 'markdown');
  return blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
}

test('chapters of one law have one depth, whatever marks or sizes they have', () => {
  expect(
    headings('## 第一章 总则', '第一条 为了管理，制定本法。', '### 第二章 附则', '第二条 本法自公布之日起施行。'),
  ).toEqual(['1 第一章 总则', '1 第二章 附则']);
});

test('chapters are below parts and above sections', () => {
  expect(
    headings(
      '## 第一编 总则',
      '## 第一章 原则',
      '## 第一节 范围',
      '第一条 为了管理，制定本法。',
      '## 第二编 分则',
      '第二条 应当依法。',
    ),
  ).toEqual(['1 第一编 总则', '2 第一章 原则', '3 第一节 范围', '1 第二编 分则']);
});
