import type { Engine } from '../../model/engine.ts';
import { suffixCharacters } from '../../text/suffix-characters.ts';

/** What ends the name of a street or a house: 人民 in 人民广场 is no people. */
const placeNouns =
  /(?:广场|大街|大道|公园|机场|车站|大桥|水库|群岛|半岛|大厦|宾馆|饭店|[东西南北中]路|新村|小区|花园|胡同|医院|码头|渡口|林场|农场|牧场)$/;

/** Family names of two characters, before given names of two: 诸葛|孔明. */
const familyNames =
  /^(?:欧阳|司马|诸葛|上官|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|端木|西门|南宫|独孤|宇文|长孙|轩辕|呼延|东郭|淳于|单于|澹台|濮阳|钟离|鲜于|拓跋|东门|梁丘)/;

/** Words of two characters that the dictionary tags as persons, chosen by hand from its commonest. */
const plainWords = new Set(
  (
    '文明 阳光 陆军 道德 卫星 雷达 荣誉 丘陵 光荣 权威 封锁 宣言 玉米 顾问 智慧 高峰 友谊 英勇 高潮 洪水 顾客 公正 辛勤 光辉 安静 保健 红旗 ' +
    '宝贵 康复 师范 范畴 周转 双拥 修正 高明 陈述 荣获 小康 关怀 温泉 红外 陈列 养老 师生 安抚 许可 容纳 杜绝 卓越 晋升 慈善 蓬勃 史诗 过敏 ' +
    '英才 荣耀 朴素 高薪 弘扬 练兵 安危 查明 田园 加薪 才华 史实 廉政 立功 蓝图 明智 惠民 祝福 严正 庄园 高超 仁义 拓宽 大修 高雅'
  ).split(' '),
);

/**
 * Whether a word of three characters or more is no name, though its tag (`nr…` or `ns`) says so: jieba's dictionary was
 * tagged by a machine, which took 安全措施, 经济杠杆 and 党风廉政 for persons and 确保安全 for a place. `parts` are the ends of its
 * reading without its own entry. It is opened where
 * - it has four characters or more, its parts two or more, and they are words: no person has such a name; a place also
 *   needs a last part that is no name (澳门|特别|行政区, but not 印度|支那) and no street;
 * - a plain word stands before a suffix: 法治|化, 安全|感.
 */
export function isNoName(form: string, tag: string, parts: readonly number[], engine: Engine): boolean {
  const words: string[] = [];
  let start = 0;
  for (const end of parts) {
    words.push(form.slice(start, end));
    start = end;
  }
  const tags = words.map((word) => engine.tag(engine.id(word)));
  if (words.length === 2 && words[0]!.length > 1 && suffixCharacters.has(words[1]!)) {
    return isPlain(words[0]!, tags[0]!) && words[1] !== '区';
  }
  if (words.some((word) => word.length < 2)) return false;
  if (tag === 'ns') return isPlain(words.at(-1)!, tags.at(-1)!) && !placeNouns.test(form);
  return tags.every((tag) => tag !== '' && tag !== 'x' && tag !== 'nrt') && !familyNames.test(form);
}

/** Whether a word is known and no name of a person, a place or a body. */
function isPlain(word: string, tag: string): boolean {
  return plainWords.has(word) || (tag !== '' && tag !== 'x' && !/^n[rstz]/.test(tag));
}
