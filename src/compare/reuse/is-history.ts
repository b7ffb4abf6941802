const sentence = /[。；]/;
const act =
  /第[一二三四五六七八九十百\d]+届|第[一二三四五六七八九十百\d]+次(?:会议|修[正订])|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|决定》第/;
const enacted = /会议|通过|修正|修订|修改|公布|批准|决定》|国务院令/;

/**
 * Whether a passage is what the lines under the title of a law tell of its making and amending: 2018年12月20日…第八次会议
 * 《关于修改…的决定》第一次修正. It is a formula, and no sentence, however few laws one decision amended.
 */
export function isHistory(text: string): boolean {
  return !sentence.test(text) && act.test(text) && enacted.test(text);
}
