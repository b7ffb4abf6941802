import { expect, test } from 'vitest';
import { repairText } from '../repair-text.ts';

test('a sentence that stands at the head of every page is furniture, one that is said twice is not', () => {
  const notice = '本文所有文字、图片、表格的版权归编写组所有，转载须征得作者同意。';
  const line = (page: number, k: number) =>
    `第${page}页的第${k}行正文，说的是各不相同的事情，一直写到这一行的最后为止。`;
  const pages = [1, 2, 3, 4].map((page) => [notice, ...[1, 2, 3, 4, 5, 6, 7, 8].map((k) => line(page, k))].join('\n'));
  const { blocks } = repairText(pages.join('\f'));
  expect(blocks.filter(({ kind }) => kind === 'furniture')).toHaveLength(4);
  const twice = repairText(pages.slice(0, 2).join('\f'));
  expect(twice.text).toContain(notice);
});
