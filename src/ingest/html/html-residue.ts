/** What pages print round their text for readers at a screen. */
const residue =
  /打印本页|打印正文|打印|关闭窗口|关闭本页|关闭|字体大小|字号大小|字体|字号|超大|大|中|小|默认|分享到|分享|微信|微博|收藏|返回顶部|返回列表|返回首页|返回|下载|扫一扫在手机打开当前页|浏览次数|点击数|T|[\s\d\u00a0\u3000【】[\]()（）:：|｜/／>》+-]+/g;

/** What leads away from the article: 上一篇：关于印发规划的通知. */
const away = /^[\s【[]*(?:上一篇|下一篇|上一条|下一条|(?:当前|您的|所在|您现在的|你现在的)位置)[\s】\]]*[:：]/;

/** Whether a line is only of words for the page's buttons: 【字体：大 中 小】【打印】【关闭】. */
export function isPageResidue(line: string): boolean {
  if (away.test(line)) return true;
  if (line.length > 60 || !/打印|字体|字号|分享|关闭|返回/.test(line)) return false;
  return line.replace(residue, '') === '';
}
