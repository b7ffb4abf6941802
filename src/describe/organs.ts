const longest = 40;
/** How the names of bodies end that issue documents: 省人民政府, 国务院办公厅, 教育部, 国家税务总局, 市委 */
const ending =
  /(?:政府|办公[厅室]|委员会|代表大会|法院|检察院|国务院|中共中央|[部厅局署委办]|研究院|科学院|工程院|领导小组|指挥部|联席会议|课题组|调研组|编写组|[联总协商]会|联合会|学会|工会|组织部|党组|纪委|集团|公司|大学|学院|中心|银行|总队|支队|交易所|研究所|管委会|秘书处|理事会)$/;
const lastCharacters = '府厅室会院国央部局署委办组团司学心行队所处关';
const plain = /^[\u3400-\u9fff（）·“”]+$/;
/** What no name holds, but a sentence does. */
const running = /[的了是在为把被]|关于|根据|按照|通知|如下|有关单位|^(?:各|本|我[国省市县区]|其他|以及|由)/;

/** Whether a text is the name of one body and nothing else. */
export function isOrgan(text: string): boolean {
  return text.length >= 2 && text.length <= longest && plain.test(text) && ending.test(text) && !running.test(text);
}

/** How names begin that often follow another without a space: 财政部|国家税务总局 */
const beginning =
  /^(?:国家(?!机关)|中国|中华人民共和国(?=.)|全国|中共中央|国务院|最高人民|中央(?:办公|纪|军|宣|组|网信|编办|文明)|教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|财政部|人力资源|自然资源部|国土资源部|生态环境部|环境保护部|住房和?城乡建设部|交通部|交通运输部|水利部|农业部|农业农村部|商务部|文化部|文化和旅游部|卫生部|卫生计生委|退役军人事务部|应急管理部|应急部|人民银行|审计署|外交部|海关总署|税务总局|市场监管总局|体育总局|铁道部|信息产业部|建设部|监察部|发展改革委|国资委|证监会|银监会|保监会|银保监会|共青团中央)/;
const mayEnd = /[部厅局署委办院会行室央]/;
const parting = /[\s、，,]+/;

/**
 * The bodies that a text names and nothing else, in its order: 教育部 财政部, 中共中央、国务院, 教育部财政部. Empty where any of
 * it is no body's name.
 */
export function splitOrgans(text: string): string[] {
  // Most lines are told by their last character.
  if (text.length > 20 * longest || !lastCharacters.includes(text.charAt(text.length - 1))) return [];
  const organs = text
    .split(parting)
    .filter((part) => part !== '')
    .flatMap(parted);
  return organs.length > 0 && organs.every(isOrgan) ? organs : [];
}

/** The names in a text without spaces. */
function parted(text: string): string[] {
  const head = text.slice(0, 3);
  const names: string[] = [];
  let start = 0;
  for (let i = 3; i < text.length - 1; i++) {
    if (!mayEnd.test(text.charAt(i - 1))) continue;
    const rest = text.slice(i, i + 16);
    // 澜北省财政厅澜北省教育厅: the second name begins like the first.
    const again = rest.startsWith(head) && head.length === 3;
    if (!again && !beginning.test(rest)) continue;
    if (!isOrgan(text.slice(start, i)) || !isOrgan(text.slice(i))) continue;
    names.push(text.slice(start, i));
    start = i;
  }
  names.push(text.slice(start));
  return names;
}

/** Whether two names may be one body's, one of them shortened: 澜北省人民政府, 省人民政府. */
export function sameOrgan(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

const country = '中华人民共和国';

/** 国务院 for 中华人民共和国国务院. */
export function withoutCountry(organ: string): string {
  return organ.startsWith(country) && isOrgan(organ.slice(country.length)) ? organ.slice(country.length) : organ;
}
