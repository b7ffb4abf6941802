import type { Name, NameWord } from './name.ts';

/** What follows the name of a place and belongs to it: 浙江|省, 雄安|新区 */
const suffixes = new Set(
  '省 市 县 区 州 镇 乡 村 自治区 自治州 自治县 特别行政区 新区 开发区 街道 盟 旗 自治旗 半岛 群岛 地区 流域 高原 平原 盆地 山脉 湖 河 江 港 岛 海峡 自由贸易试验区 经济带 城市群 都市圈 大湾区'.split(
    ' ',
  ),
);
/** Words that jieba's dictionary has as places, though they name none. */
const noPlaces = new Set(
  '海洋 深度 美丽 入市 上市 立国 海关 治安 延时 契约 兴国 湖景区 江河湖海 大都市 安邦定国 依法治国 智慧城市 宜居城市 资源枯竭型城市 港人治港 澳人治澳 新建 大国 重特大 福利 满意度 惠及 并联 普及 广义 四海 台独 大街 大河 关联 多角度 临街 内河 新建区 亚欧大陆桥 农村 城镇 山区 市区 城区 郊区 灾区 地方 园区 社区 小区 库区 牧区 林区 老区 边疆 沿海 内陆 海外 境外 国外 世界 全球 地球 口岸 公园 广场 学校 中央 全国 各地 当地 首都 祖国 乡镇 城乡 平安 和平 民主 建设 乡村 县城 县域 市场 市级 省级 县级 国内 城市 城南 大厦 工业园 工业园区 开发区 经济区 试验区 示范区 高新区 新区 南方 北方 东部 西部 中部 南部 北部 港口 江河 河流 长三 华商 高校 外资 新能源 名城 中学 大学 宜居 宜业 行政区 保护区 自治区 自治州 自治县 自治旗 特别行政区 特区 直辖市 海域 流域 河道 湖泊 长廊 文化馆 博物馆 图书馆 大道 铁路 国道 江湖 山川 陆海 山林 海上 空港 新城 新村 新农村 老城 老城区 港澳台 侨乡 故乡 家乡 山水 万家 内地'.split(
    ' ',
  ),
);
const known = /^(?:京津冀|长三角|珠三角|粤港澳|雄安|大湾区|长江|黄河|港澳|两岸|台湾|成渝|北部湾|海西|川渝|沪杭)/;
const administrative = /^[\u3400-\u9fff]{2,8}(?:省|市|县|自治区|自治州|自治县|特别行政区|新区)$/;
const general =
  /^(?:本|该|各|全|我|某|外|跨|省|县|市|区|设区的|城|大|中|小|超大|特大|较大|直辖|副省级|地级|县级|革命老|脱贫|贫困|民族|边境|经济|示范|试验)/;

/** Places: words that the dictionary has as places, with what belongs to them. Places one inside another stand apart. */
export function placeNames(words: readonly NameWord[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { form, tag, universal, start } = word;
    if (noPlaces.has(form)) continue;
    const isListed = tag === 'ns' || tag === 'nsf' || known.test(form);
    const isMeant = universal === '' || universal === 'PROPN' || universal === 'NOUN' || known.test(form);
    const isAdministrative = administrative.test(form) && !general.test(form) && tag.startsWith('n');
    if (!(isListed && isMeant && form.length > 1 && !word.parted) && !isAdministrative) continue;
    let last = i;
    while (last + 1 < words.length && words[last + 1]!.joined && suffixes.has(words[last + 1]!.form)) last++;
    names.push({ start, end: words[last]!.end, label: 'place', rule: last > i ? 'suffix' : 'dictionary' });
    i = last;
  }
  return names;
}
