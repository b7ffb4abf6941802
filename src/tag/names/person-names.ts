import type { Name, NameWord } from './name.ts';

/** Frequent surnames; of the rarer ones those that are no common words: 于, 时 and 安 begin too many words that are none. */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖韦贾夏付邹熊孟秦邱尹薛闫段雷侯龙史陶贺毛郝顾龚邵万钱严覃武戴莫孔汤习温江栗俞赖樊兰殷施洪翟安颜倪牛芦季鲁葛毕关聂焦阮褚娄穆蓝裴席',
);
const compound = /^(?:欧阳|司马|诸葛|上官|司徒|皇甫|尉迟|慕容|令狐|端木)/;

/** 总书记 after 习近平, 总理 before 李强 */
const titles = new Set(
  '总书记 书记 副书记 主席 副主席 总理 副总理 部长 副部长 省长 副省长 市长 副市长 县长 副县长 区长 局长 副局长 厅长 副厅长 主任 副主任 委员长 副委员长 委员 国务委员 同志 教授 副教授 院士 研究员 博士 先生 女士 院长 副院长 校长 副校长 会长 副会长 董事长 总经理 司长 副司长 处长 秘书长 副秘书长 检察长 大使 将军 司令员 行长 记者 代表 总统 首相 外长 署长 总局局长 理事长 所长 组长 副组长'.split(
    ' ',
  ),
);
/** Titles that other words follow as often as a name does. */
const weakTitles = new Set('代表 委员 主任 同志 会长 先生'.split(' '));

/** Words that jieba's dictionary has as persons, though texts of policy mean none. */
const noPersons = new Set(
  '高质量 高标准 高水平 高层次 高素质 高效率 高校 高效 高端 高铁 安全 安全感 安居 安排 安康 安宁 安置 安徽 安防 安保 明确 明晰 和谐 文明 文化 文旅 平安 康养 康复 金融 金山 金牌 成效 成立 白领 全面 全域 万元 万亿 万亩 万户 万里 关爱 关怀 关停 关键 严格 严肃 严守 雷达 江河 江海 温室 温暖 武装 史料 史册 毛利 钱款 万人 马力 牛羊 兰花 龙头 龙舟 马铃薯 洪水 洪涝 洪灾 任务 任期 许可 许可证 应急 施行 施工 时代 席位 徐徐 余热 余额 高新 高原 贺信 季节 季度 田园 田间 田野 林业 林草 林权 林下 林地 林区 林长 何时 何种 何人 曾经 江苏 江西 陆海 陆域 陆地 夏粮 夏收 夏季 秦岭 蓝图 蓝天 黄河 黄金 葛洲坝 周期 周边 周密 安全措施'.split(
    ' ',
  ),
);

const particles = '的了是在为把被和与及同对向等也都就将要中上下有会说指到从又并于';

/** 高新区, 施工图, 林荫道, 安全法 are in the dictionary as persons. */
const noGivenName = /[区图道法化率感性者型业量县市省局会]$/;

const isSurname = (form: string) => surnames.has(form.charAt(0)) || compound.test(form);

/** Persons: words that the dictionary has as names of persons, and what stands beside a title like a name. */
export function personNames(words: readonly NameWord[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!isSurname(word.form) || noPersons.has(word.form)) continue;
    const last = lastWord(words, i);
    const before = i > 0 && word.joined ? words[i - 1]!.form : '';
    const next = words[last + 1];
    const after = next?.joined === true ? next.form : '';
    const form = words
      .slice(i, last + 1)
      .map((part) => part.form)
      .join('');
    if (form.length < 2 || form.length > 4 || noPersons.has(form)) continue;
    const isListed = last === i && word.tag.startsWith('nr') && word.form.length > 1 && !word.parted;
    const isName = isListed || (last > i && word.form.length === 1) || word.universal === 'PROPN' || word.tag === 'x';
    const isTitled = isName && (isTitle(after) || (isTitle(before) && (isListed || !weakTitles.has(before))));
    const isOwn =
      isListed && form.length >= 3 && word.universal !== 'VERB' && word.universal !== 'ADJ' && !noGivenName.test(form);
    const isContext = isListed && word.universal === 'PROPN' && form.length > 2;
    if (!isTitled && !isOwn && !isContext) continue;
    const rule = isTitled ? 'title' : isOwn ? 'dictionary' : 'context';
    names.push({ start: word.start, end: words[last]!.end, label: 'person', rule });
    i = last;
  }
  return names;
}

const isTitle = (form: string) => titles.has(form);

/** The last word of a name that begins at this word: 王|某某, 李|强, 赵|乐|际. */
function lastWord(words: readonly NameWord[], first: number): number {
  if (words[first]!.form.length > 1) return first;
  let last = first;
  let length = 1;
  while (last + 1 < words.length && length < 3) {
    const { form, joined, universal } = words[last + 1]!;
    if (!joined || length + form.length > 3 || particles.includes(form) || isTitle(form)) break;
    if (form.length === 2 && universal !== '' && universal !== 'PROPN') break;
    last++;
    length += form.length;
  }
  return last;
}
