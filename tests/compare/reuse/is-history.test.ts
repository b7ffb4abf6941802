import { expect, test } from 'vitest';
import { isHistory } from '../../../src/compare/reuse/is-history.ts';

test('the lines under the title of a law are its history', () => {
  for (const text of [
    '2018年12月20日上海市第十五届人民代表大会常务委员会第八次会议《关于修改〈上海市供水管理条例〉等9件地方性法规的决定》第',
    '次修正\n2014年5月28日浙江省第十二届人民代表大会常务委员会第十次会议《关于修改〈甲条例〉等七件地方性法规的决定》第三次修正',
    '《国务院关于修改和废止部分行政法规的决定》第一次修订',
  ]) {
    expect(isHistory(text), text).toBe(true);
  }
});

test('an article is none', () => {
  for (const text of [
    '常务委员会会议对专项工作报告进行审议，必要时可以作出决议',
    '第五十九条 本法自2020年1月1日起施行。2011年1月1日公布的《甲条例》同时废止。',
    '国家保护耕地，严格控制耕地转为非耕地',
  ]) {
    expect(isHistory(text), text).toBe(false);
  }
});
