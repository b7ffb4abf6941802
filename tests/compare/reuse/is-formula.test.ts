import { expect, test } from 'vitest';
import { isFormula } from '../../../src/compare/reuse/is-formula.ts';

test('set phrases of laws are formulas, whatever names and numbers stand in them', () => {
  for (const text of [
    '当事人逾期不申请复议，不提起诉讼，又不履行处罚决定的，由作出处罚决定的机关申请人民法院强制执行',
    '对直接负责的主管人员和其他直接责任人员依法给予处分；构成犯罪的，依法追究刑事责任',
    '第一条 为了加强河湖管理，根据《中华人民共和国水法》，结合本县实际，制定本办法。\n第二条',
    '本办法自2031年5月1日起施行。2004年3月1日公布的《甲条例》同时废止',
    '我宣誓：忠于中华人民共和国宪法，维护宪法权威，履行法定职责，忠于祖国、忠于人民，恪尽职守、廉洁奉公，接受人民监督',
    '2018年8月20日最高人民法院审判委员会第1746次会议通过',
  ]) {
    expect(isFormula(text), text).toBe(true);
  }
});

test('what an article orders is none', () => {
  for (const text of [
    '单独宣誓时，宣誓人应当左手抚按《中华人民共和国宪法》，右手举拳，诵读誓词',
    '未经许可，任何单位和个人不得经营、运输烟花爆竹，违反本条例规定的，责令改正',
    '第三人不参加行政复议，不影响行政复议案件的审理',
    '',
  ]) {
    expect(isFormula(text), text).toBe(false);
  }
});
