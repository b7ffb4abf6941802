import type { UserEntry } from './user-dictionary.ts';

/**
 * Words that jieba's dictionary of 2012 lacks and texts on Chinese policy are full of, by their parts of speech: names of
 * places, words that came later, and what officials write as one word. Each was seen in a report, a law or an article.
 */
const byTag: Readonly<Record<string, string>> = {
  ns: '吉林 唐山 岳阳 三沙 吴忠 川渝 雄安 大湾区',
  n: `文旅 农旅 占比 河长 河长制 河湖长 林长 林长制 田长 集聚区 先行区 先导区 副主任 碳排放 犬只 任免案 质询案 撤职案 渔获物 陆港 受援人
    新赛道 堵点 卡点 充电桩 危化品 首店 安置房 保障房 母基金 公示牌 校园餐 消费季 禁养区 限养区 科创 瞪羚 众创 双创 网信 网信办 央企 银企
    医共体 资金链 人才链 消博会 小微 中小微 双随机 一公开 网格员 内循环 算力 创新药 乡风 人居环境 二孩 新高考 带量采购 健康码 地方债
    专项债 影子银行 扬尘 普惠性 新冠`,
  v: `获批 筑牢 守牢 树牢 扛牢 厚植 采砂 互认 焕新 乱扔 迟报 补植 遗撒 压覆 压降 养犬 缓缴 纾困 首诊 抑尘 智造 棚改 减碳 降碳 减污 扩绿
    托育 集采 复产 围填海 防渗漏 同城化 讲政治 负总责 稳预期 稳金融 稳外贸 稳外资 稳投资 扩内需 促改革 调结构 防风险 惠民生 保民生 保就业`,
  a: '普惠 暖心 偏弱 亲清',
  b: '跨区域',
};

/** Without frequencies: each gets the least with which it wins over its parts. */
export const addedWords: readonly UserEntry[] = Object.entries(byTag).flatMap(([tag, words]) =>
  words.split(/\s+/).map((form) => ({ form, tag })),
);
