/** Units that are joined to a number where units are glued; what counts things (个, 项) is none. */
export const gluedUnits: readonly string[] = (
  '年 月 日 号 时 分 秒 点 岁 元 年代 年度 月份 点钟 小时 分钟 天 周 美元 欧元 日元 英镑 港元 港币 人民币 人次 米 公里 千米 厘米 毫米 ' +
  '里 亩 公顷 平方米 平方公里 平方千米 立方米 吨 公斤 千克 克 斤 升 毫升 度 千瓦 千瓦时 瓦 兆瓦 伏 千伏 赫兹 倍 ℃ ' +
  'm km cm mm kg mg t kW MW GW kWh Hz MHz GHz KB MB GB TB'
).split(' ');
