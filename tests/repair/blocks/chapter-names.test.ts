import { expect, test } from 'vitest';
import { repairText } from '../../repair-text.ts';

test('the name of a chapter may end with a verb that is a noun after 的', () => {
  const lines = [
    '对于公布的选民名单有不同意见的，可以在公布之日起五日内提出申诉，选举委员会应当在三日内',
    '作出处理决定。',
    '',
    '第八章 代表候选人的提出',
    '第二十九条 全国和地方各级人民代表大会的代表候选人，按照选区或者选举单位提名产生，并且应当',
    '依法公布。',
  ];
  const { blocks, text } = repairText(lines.join('\n'));
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['paragraph', `${lines[0]}${lines[1]}`],
    ['heading', lines[3]],
    ['paragraph', `${lines[4]}${lines[5]}`],
  ]);
});
