/** Marks and spaces, which the patterns pass over as the comparison does. */
const marks = /[^\p{Script=Han}\p{L}\p{N}]+/gu;
const self = '本(?:法|条例|办法|规定|细则|解释|决定|规则|实施细则|实施办法|暂行条例|暂行规定|若干规定)';
const numeral = '[〇零一二三四五六七八九十百千万两\\d]';
/** What may stand between: all but the number of an article, 第三条; 条例 is a name. */
const any = '(?:[^条]|条例)';

/**
 * What any law may say in these words, in the order of a law. Names, numbers and dates are open. Sources: 立法技术规范（试行）
 * of the 全国人大常委会法制工作委员会 (2009, 2011) for purpose, scope, penalties and entry into force; the oath is that of the
 * 关于实行宪法宣誓制度的决定 (2018); remedies are those of 行政复议法 and 行政诉讼法.
 */
const patterns: readonly string[] = [
  // 第一条 为了加强…，根据《…》，结合本市实际，制定本条例
  `为(?:了)?${any}{4,160}?制定${self}`,
  `(?:根据|依据|依照)${any}{4,120}?制定${self}`,
  `(?:有关)?法律(?:行政)?法规(?:的规定)?结合本[省市县州区]\\p{Script=Han}{0,6}?实际(?:情况)?`,
  `结合${any}{1,20}?实际(?:情况)?制定${self}`,
  `(?:在)?${any}{0,60}?适用${self}(?:规定)?`,
  `${self}自(?:公布|发布|${numeral}+年${numeral}+月${numeral}+日)(?:之日)?(?:起)?(?:施行|实施|生效)`,
  `${any}{2,80}?同时废止`,
  `(?:${self}|法释)${any}{0,60}?(?:以本解释为准|不再适用|不一致的)`,
  // 当事人逾期不申请复议，不提起诉讼，又不履行处罚决定的，由作出处罚决定的机关申请人民法院强制执行
  `(?:当事人|公民法人或者其他组织)?(?:对${any}{2,40}?不服的?)?可以(?:在|自)?${any}{0,40}?(?:申请(?:行政)?复议|提起(?:行政)?诉讼|人民法院起诉)`,
  `(?:当事人)?(?:对${any}{2,20}?)?(?:逾期|期满)?(?:不|也不|又不)(?:申请(?:行政)?复议|提起(?:行政)?诉讼|向人民法院(?:起诉|提起诉讼))`,
  `又?(?:不|拒不)履行(?:\\p{Script=Han}{0,8}决定)?的`,
  `(?:由)?作出${any}{2,16}?的(?:机关|部门|行政机关)?(?:可以)?(?:依法)?(?:申请人民法院)?强制执行`,
  `(?:可以)?(?:依法)?申请人民法院强制执行`,
  `(?:当事人)?(?:也)?可以(?:在|自)${any}{2,30}?直接向人民法院(?:起诉|提起(?:行政)?诉讼)`,
  `(?:自)?(?:在)?(?:收到|接到|知道)?${any}{0,10}?之日起${numeral}+(?:日|个月)内(?:向(?:作出${any}{2,16}?机关的)?上一级(?:主管)?(?:行政)?(?:机关|人民法院)申请复议)?(?:向人民法院(?:起诉|提起(?:行政)?诉讼)?)?`,
  // 对直接负责的主管人员和其他直接责任人员依法给予处分；构成犯罪的，依法追究刑事责任
  `由任免机关或者监察机关|(?:有关部门)?有下列(?:行为|情形)之一的|进行报复陷害的|造成严重后果的|情节恶劣或者造成严重后果的|对?(?:其|负有责任的)?(?:领导人员|主要负责人)?(?:和)?直接负责的主管人员和其他直接责任人员`,
  `(?:依法)?(?:给予|予以)(?:警告|记过|记大过|降级|降职|撤职|开除|留用察看|或者|行政|政务|的)*处分`,
  `(?:情节|后果)(?:较|特别)?(?:轻微|轻|重|严重)(?:的|尚不构成犯罪的)?`,
  `(?:尚不|不)?构成犯罪的(?:由${any}{2,10}?)?(?:依法)?(?:追究刑事责任)?`,
  `依法追究(?:刑事|法律|行政)责任`,
  `(?:滥用职权|玩忽职守|徇私舞弊|弄虚作假)+`,
  `及其工作人员|国家(?:机关)?工作人员|在${any}{2,24}?(?:管理|监督)工作中`,
  `违反${self}(?:第${numeral}+条(?:第${numeral}+款)?(?:第${numeral}+项)?)*(?:的)?规定(?:的)?`,
  `责令(?:停止违法行为|限期|其)*(?:改正|恢复原状)|逾期(?:不|未|拒不)改正的?`,
  `(?:没收|有)违法所得的?`,
  `(?:可以)?(?:并)?处(?:以)?${numeral}+(?:倍|元)?(?:以上${numeral}+(?:倍|元))?以下(?:的)?罚款`,
  // 我宣誓：忠于中华人民共和国宪法，…
  '(?:宣誓)?誓词(?:如下|为)?|我宣誓|忠于中华人民共和国宪法维护宪法权威|履行法定职责忠于祖国忠于人民|恪尽职守廉洁奉公接受人民监督',
  '为建设富强民主文明和谐美丽的社会主义现代化强国努力奋斗|为建设富强民主文明和谐的社会主义国家努力奋斗',
  // 2018年12月10日由最高人民法院审判委员会第1755次会议通过，自…起施行
  `(?:${numeral}{2,4}年${numeral}+月${numeral}+日)?(?:由)?最高人民(?:法院审判|检察院${any}{0,12}?检察)委员会(?:第${numeral}+[次届])+会议(?:讨论)?通过`,
  `(?:${numeral}{2,4}年${numeral}+月${numeral}+日)?${any}{0,20}?第${numeral}+次会议(?:通过|修[订正])`,
  // Headings and numbers that stand between two articles.
  `第${numeral}+[章节](?:总则|附则|法律责任|罚则|监督管理|监督检查)?|第${numeral}+条(?:之${numeral}+)?`,
];
const formulas = new RegExp(patterns.join('|'), 'gu');

/** Of a passage less than a third in other words is a formula; of a short one less than half. */
const leastShare = 1 / 3;
/** Fewer characters than these would not be found as a passage by themselves. */
const leastOwn = 15;

/** Whether a passage is for the most part made of the set phrases of laws: 构成犯罪的，依法追究刑事责任. */
export function isFormula(text: string): boolean {
  const plain = text.replace(marks, '');
  const own = plain.replace(formulas, '').length;
  return own < leastShare * plain.length || own < Math.min(leastOwn, plain.length / 2);
}
