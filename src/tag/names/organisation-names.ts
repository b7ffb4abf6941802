import type { Name, NameWord } from './name.ts';

/** How a body is called in the end: 省人民政府, 国家税务总局, 浙江大学 */
const ending =
  /(?:政府|办公[厅室]|委员会|代表大会|法院|检察院|国务院|党中央|研究院|科学院|工程院|领导小组|联席会议|协会|学会|联合会|总工会|基金会|理事会|公司|集团|大学|学院|银行|交易所|研究所|研究中心|出版社|医院|总局|管理局|总署|公安部|部队|[^全内外局干各司支本中底下上西东南北地]部|发展改革委|国资委|[^局当政布结全格大开僵战时变破新]局|[^客大]厅|公署|党委|党组|纪委|政协|人大|监委|常委会|工委|党校)$/;
/** Words that end like a body and are none. */
const noBody =
  /^(?:全部|内部|外部|干部|各部|支部|党支部|本部|总部|俱乐部|底部|上部|局部|布局|结局|格局|大局|当局|政府|公司|大学|学院|法院|检察院|银行|医院|协会|学会|集团|研究院|研究所|委员会|办公室|办公厅|科学院|领导小组|部队|党委|党组|基金会|理事会|联合会|出版社|研究中心|子公司|母公司|分公司|总公司|上市公司|常委会|高等学院|老干部|全局|开局|僵局|战局|时局|变局|破局|新局|邮局|商业银行|国有银行|交易所|联席会议|人民政府|人民法院|人民检察院|代表大会|管理局|工委|党校|客厅|餐厅|展厅|舞厅|支行|编辑部|门市部|项目部|管委会|业主委员会|村民委员会|居民委员会|债权人委员会|高等院校)$/;
/** What a name of a body begins with if not with a place. */
const beginning =
  /^(?:国家|中国|中央|中共|全国|最高|国务院|中华|人民|世界|联合国|亚洲|国际|北京|上海|清华|复旦|教育|财政|司法|民政|公安|水利|商务|外交|文化|农业|科技|科学|交通|卫生|工业|住房|人力|自然|生态|应急|退役|审计|监察|国防|海关|税务|市场|证监|银保|省|市|县|区|自治区|州|铁道|建设|环境|发展|改革|网信)/;
/** Bodies of the state that are always called so, though the dictionary parts some of them. */
const listed =
  /(?:党中央|中共中央(?:政治局(?:常委会)?|办公厅|组织部|宣传部|统战部|对外联络部|政法委员会)?|国务院(?:办公厅|国资委|港澳办|台办|研究室)?|中央军委|中央(?:纪委|深改委|网信办|编办|财办|农办|政治局|组织部|宣传部|统战部)|全国(?:人大(?:常委会)?|政协|总工会|妇联|工商联|人民代表大会(?:常务委员会)?)|最高人民(?:法院|检察院)|(?:国家)?发展(?:和)?改革委(?:员会)?|工业和信息化部|人力资源(?:和)?社会保障部|住房(?:和)?城乡建设部|农业农村部|生态环境部|自然资源部|交通运输部|文化和旅游部|退役军人事务部|应急管理部|科学技术部|科技部|教育部|财政部|公安部|民政部|司法部|外交部|国防部|商务部|水利部|审计署|海关总署|国资委|证监会|银保监会|国家卫生健康委(?:员会)?|卫生健康委|中国人民银行|人民银行|国家(?:税务总局|市场监督管理总局|金融监督管理总局|医保局|医疗保障局|统计局|知识产权局|能源局|林草局|网信办|数据局|民委|乡村振兴局|中医药局|铁路局|邮政局|粮食和储备局)|(?:税务|市场监管|金融监管|体育|广电)总局|中国共产党|共青团(?:中央)?|联合国|世界贸易组织|世贸组织|世界银行|欧盟|东盟|中国科学院|中国工程院|中国社会科学院|新华社|人民日报)/g;

/** 解放军, 亚太经合组织: the dictionary also has 新兴产业, 国际化 and 中西部 as bodies. */
const bodyEnding = /(?:组织|青年团|代表团|共产党|解放军|联盟)$/;

const inside = /^(?:n|ns|nt|nz|nr|j|b|vn|an|x|eng|m|mq|q|s|ng|c)$/;
const never =
  /[的了是在为把被等对从由将使让]|^(?:和|与|及|或|各|该|本|有关|相关|所属|其他|以及|关于|任|成立|设立|组建|通过|报|向|经|支持|推进|加强|推动|会同|督促|我|原|送|抄送|按照|根据|指导)$/;
const longest = 8;

/** Bodies: those of the list, the dictionary's, and what ends like one and begins with a place or as bodies do. */
export function organisationNames(
  words: readonly NameWord[],
  text: string,
  base: number,
  places: readonly Name[],
): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(listed)) {
    const start = base + match.index;
    names.push({ start, end: start + match[0].length, label: 'organisation', rule: 'list' });
  }
  for (let i = 0; i < words.length; i++) {
    const { form, tag, start, end } = words[i]!;
    const isEnd = ending.test(form) || /^[部局厅委署院]$/.test(form);
    if (tag === 'nt' && form.length > 2 && !noBody.test(form) && (isEnd || bodyEnding.test(form))) {
      names.push({ start, end, label: 'organisation', rule: 'dictionary' });
    }
    if (!isEnd) continue;
    const first = firstWord(words, i, places);
    if (first < 0) continue;
    const whole = text.slice(words[first]!.start - base, end - base);
    if (
      whole.length < 4 ||
      /^(?:省|市|县|区|州)(?:级|场|域|内)/.test(whole) ||
      noBody.test(whole) ||
      !ending.test(whole)
    )
      continue;
    names.push({ start: words[first]!.start, end, label: 'organisation', rule: 'suffix' });
  }
  return longestOf(names);
}

/** The leftmost word before `last` that the name can begin with; -1 where there is none. */
function firstWord(words: readonly NameWord[], last: number, places: readonly Name[]): number {
  let found = -1;
  for (let i = last; i >= 0 && last - i < longest; i--) {
    const { form, tag, joined, start } = words[i]!;
    if (i < last && (never.test(form) || !inside.test(tag))) break;
    const isPlace = places.some((place) => place.start === start);
    if (isPlace && (i < last || form.length > 3)) found = i;
    else if (found < 0 && beginning.test(form) && (i < last || (form.length > 3 && tag.startsWith('n')))) found = i;
    else if (found >= 0 && /^(?:国家|中国|中共|中央|全国|国务院)$/.test(form)) found = i;
    if (!joined) break;
  }
  return found;
}

/** Of names that overlap without one holding the other, the longer; of equal spans the first. */
function longestOf(names: readonly Name[]): Name[] {
  const sorted = names.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Name[] = [];
  for (const name of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && last.start === name.start && last.end === name.end) continue;
    if (last !== undefined && name.start < last.end && name.end > last.end) {
      if (name.end - name.start <= last.end - last.start) continue;
      kept.pop();
    }
    kept.push(name);
  }
  return kept;
}
