/**
 * Characters that make a word of three out of one of two more often than they end one of two: 大学生, 银行业, 安全观, but not
 * 府 (市政府), 织 (党组织) or 产 (再生产). Chosen from the words of jieba's dictionary that its best path parts one and two.
 */
export const suffixCharacters: ReadonlySet<string> = new Set(
  '生业学院权品机率性化者员家区国法典观感制力量费税厂所室站社会局厅署处级型式网链群圈带层度额券药馆',
);
