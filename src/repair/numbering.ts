/** What the start of a line says about its place in the document. */
export const startKind = {
  other: 0,
  /** 一、 （一） 第一章 */
  heading: 1,
  /** 第一条 */
  article: 2,
  /** 1. 1． 1、 （1） 1） ① */
  item: 3,
  /** ——坚持… or • */
  dash: 4,
  /** A mark that never begins a line by rule: ，。、；：！？）》” */
  noStart: 5,
  /** A character that hardly begins a block: 的 了 们 */
  bound: 6,
  /** 附则 参考文献 结语 on a line of its own */
  word: 7,
  /** [12] */
  reference: 8,
  /** （2007年6月29日…通过） or ——在…会议上: the line under a title */
  apart: 9,
  /** 各位代表： or 尊敬的…先生， */
  salutation: 10,
} as const;

export interface Numbering {
  readonly kind: number;
  /** Depth of a heading with this numbering: 编 1, 章 2, 节 3, 一、 1, （一） 2, 1. 3, （1） 4, ① 5; 0 for none. */
  readonly level: number;
  /** Whether the line holds nothing but the number, so that the text it numbers is on the next line. */
  readonly alone?: boolean;
}

const han = '一二三四五六七八九十百千零〇○';
const chapter = new RegExp(`^第 ?[${han}\\d０-９]{1,7} ?([编章节篇部編節])(?:分[编編])?(?![条條款项項届屆次年月日])`);
const subpart = new RegExp(`^第[${han}]{1,4}分编`);
/** 第三条, 第 3 條 */
const article = new RegExp(
  `^第 ?[${han}\\d０-９]{1,9} ?[条條](?: ?之 ?[${han}\\d])?(?=[ \\u3000【（(:：]|$|[\\u4e00-\\u9fff])`,
);
const first = new RegExp(`^[${han}]{1,3}(?:、|[.．](?!\\d))`);
const second = new RegExp(`^[（(][${han}]{1,3}[）)]`);
const arabic = /^(?:[0-9０-９]{1,3}[.．](?![0-9０-９])|[0-9０-９]{1,2}[、)）])/;
const decimal = /^[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ \u3000\u4e00-\u9fff])/;
const bracketed = /^[（(][0-9０-９]{1,2}[）)]/;
const salutation =
  /^(?:尊敬的|各位|同志们|主席先生|女士们|先生们|朋友们|同学们|乡亲们|委员长|代表们).{0,30}[，：！,:!]$/;
/** 各区县人民政府，市政府各委、办、局：, the line to whom a document goes */
const addressee =
  /^各[^。；]{0,70}(?:政府|机构|单位|部门|委员会|办公[厅室]|学校|院校|公司|企业|银行|协会|法院|检察院|学会|组织|[厅局委部院])[：:]$/;
const dated = /^[（(](?:[12]\d{3}|一九|二[〇○零])/;
const reference = /^[[［〔][0-9０-９]{1,3}[\]］〕]/;
/** A citation mark that had no room at the end of its line. */
const citationAlone = /^(?:[[［][0-9０-９]{1,3}[\]］])+[。，；]?$/;
const words =
  /^(?:附[ \u3000]*则|附[ \u3000]*件|附[ \u3000]*录|序[ \u3000]*言|前[ \u3000]*言|引[ \u3000]*言|导[ \u3000]*论|绪[ \u3000]*论|总[ \u3000]*则|结[ \u3000]*语|结[ \u3000]*论|结[ \u3000]*束[ \u3000]*语|余[ \u3000]*论|参[ \u3000]*考[ \u3000]*文[ \u3000]*献|注[ \u3000]*释|摘[ \u3000]*要|致[ \u3000]*谢|目[ \u3000]*[录次])[：:]?$/;
const annex = /^附[ \u3000]*件[ \u3000]*[0-9０-９一二三四五六七八九十]{0,2}[：:]?/;
const boundCharacters = '的了们着地得';
const noStartMarks = '，。、；：！？）》〉”’】〕」』,.;:!?)]%％…';
// First characters of `salutation` and of `words`: most lines need no pattern.
const salutationStarts = '尊各同主女先朋乡委代';
const wordStarts = '附序前引导绪总结余参注摘致目';
/** A longer line of citation marks is a list of them, of which each may be an entry. */
const longestCitations = 60;
const none: Numbering = { kind: startKind.other, level: 0 };

/** Reads the numbering at the start of a line. `line` is the whole line without white space around. */
export function readNumbering(line: string): Numbering {
  const unit = line.charCodeAt(0);
  switch (unit) {
    case 0x7b2c: {
      // 第
      const match = chapter.exec(line);
      if (match) {
        const level = subpart.test(line) || '编編篇部'.includes(match[1]!) ? 1 : match[1] === '章' ? 2 : 3;
        return { kind: startKind.heading, level, alone: match[0].length === line.length };
      }
      const number = article.exec(line);
      return number ? { kind: startKind.article, level: 0, alone: number[0].length === line.length } : none;
    }
    case 0xff08:
    case 0x28:
      if (second.test(line)) return { kind: startKind.heading, level: 2 };
      if (bracketed.test(line)) return { kind: startKind.item, level: 4 };
      return dated.test(line) ? { kind: startKind.apart, level: 0 } : none;
    case 0x5b:
    case 0xff3b:
      if (line.length <= longestCitations && citationAlone.test(line)) return { kind: startKind.noStart, level: 0 };
      return reference.test(line) ? { kind: startKind.reference, level: 0 } : none;
    case 0x2014:
    case 0x2015:
    case 0x2022:
    case 0x25cf:
    case 0x25a0:
      return { kind: startKind.dash, level: 0 };
  }
  if (unit >= 0x2460 && unit <= 0x2473) return { kind: startKind.item, level: 5 };
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) {
    const number = arabic.exec(line);
    if (number) return { kind: startKind.item, level: 3, alone: number[0].length === line.length };
    const match = decimal.exec(line);
    return match ? { kind: startKind.item, level: match[0].split('.').length + 1 } : none;
  }
  const character = line.charAt(0);
  if (salutationStarts.includes(character) && (salutation.test(line) || addressee.test(line)))
    return { kind: startKind.salutation, level: 0 };
  if (han.includes(character)) return first.test(line) ? { kind: startKind.heading, level: 1 } : none;
  if (noStartMarks.includes(character)) return { kind: startKind.noStart, level: 0 };
  if (boundCharacters.includes(character)) return { kind: startKind.bound, level: 0 };
  if (line.length > 16 || !wordStarts.includes(character)) return none;
  if (words.test(line) || (line.length <= 6 && annex.test(line))) return { kind: startKind.word, level: 1 };
  return none;
}

/** 沪府发〔2021〕7号, 2021年第8号, 2021年3月1日, 附件1, 市长　王某某, 张某某　李某: lines that are never part of a paragraph. */
const standing = new RegExp(
  [
    `^[\\u4e00-\\u9fff]{1,14}[〔［\\[(（]\\d{4}[〕］\\])）]\\s?第?\\s?\\d{1,5}\\s?号$`,
    `^(?:\\d{4}\\s?年\\s?)?第\\s?[\\d${han}]{1,5}\\s?号$`,
    `^[（(]?[\\d${han}]{4}\\s?年\\s?[\\d${han}]{1,3}\\s?月(?:\\s?[\\d${han}]{1,3}\\s?日)?[）)]?$`,
    `^附\\s?[件表录]\\s?[\\d${han}]{0,2}[：:]?$`,
    `^[\\u4e00-\\u9fff]{0,16}(?:[省市县区州部厅局司处院校会行]长|主席|总理|书记|主任|委员)[ \\u3000]+[\\u4e00-\\u9fff](?:[ \\u3000]*[\\u4e00-\\u9fff]){1,3}$`,
    `^[\\u4e00-\\u9fff]{2,3}(?:[ \\u3000]+[\\u4e00-\\u9fff]{2,3}){1,7}$`,
  ].join('|'),
);

/** 2018年12月20日 某某市第十五届人民代表大会常务委员会第八次会议通过 */
const enacted =
  /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[ \u3000].{0,60}(?:通过|批准|公布|发布|施行|修[订正]|决定》)$/;

/** Whether a line stands alone whatever is around it. */
export function standsAlone(line: string): boolean {
  return (
    (line.length <= 40 && standing.test(line)) ||
    (line.length <= 80 && isDigit(line.charCodeAt(0)) && enacted.test(line))
  );
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** ——2026年2月3日在某某市第五届人民代表大会第四次会议上: the line under a title ends here. */
const occasion = /(?:会议|大会|座谈会|仪式|论坛|开幕式)上(?:的(?:讲话|报告|发言|致辞))?$/;

const occasionStart = /^(?:[—―－]|[（(]?\d{4}年)/;

/** Whether the line under a title, which says where a speech was held, ends with this line; it may begin on the line before. */
export function endsOccasion(line: string, before: string): boolean {
  return occasion.test(line) && (occasionStart.test(line) || occasionStart.test(before));
}

const noteStart =
  /^(?:作者简介|作者单位|通讯作者|收稿日期|基金项目|[注註]\d{0,3}[：:]|资料来源[：:]|数据来源[：:]|责任编辑[：:])/;

/** Whether a note under the text begins with this line. */
export function beginsNote(line: string): boolean {
  return noteStart.test(line);
}

/** What the end of a line says. */
export const endKind = {
  sentence: 0,
  colon: 1,
  semicolon: 2,
  comma: 3,
  open: 4,
  close: 5,
  plain: 6,
  dash: 7,
  leadIn: 8,
  question: 9,
} as const;

/** Verbs after which a quotation, a list or a headline follows: 习近平在…时强调 */
const leadIns: ReadonlySet<string> = new Set(['强调', '指出', '表示', '提出', '如下']);
const shortestLeadIn = 10;

const trailingCitation = /(?:[[［][0-9０-９,，\-–—、]{1,9}[\]］]|[①-⑳¹²³⁰⁴-⁹])+$/;

const closing = 0xff;
/** What a mark at the end says, plus one. */
const endMarks = new Uint8Array(0x10000);
for (const [marks, kind] of [
  ['”’）)》】〕」』"]］\'', closing],
  ['？?', endKind.question + 1],
  ['。！!｡…', endKind.sentence + 1],
  ['：:', endKind.colon + 1],
  ['；;', endKind.semicolon + 1],
  ['，、,', endKind.comma + 1],
  ['（(《“‘【〔「『[［', endKind.open + 1],
  ['—―–', endKind.dash + 1],
] as const) {
  for (const mark of marks) endMarks[mark.charCodeAt(0)] = kind;
}

/**
 * Reads the end of a line: the last mark, through closing quotes and brackets and citation marks. Nothing before `from` is
 * looked at.
 */
export function readEnd(line: string, from = 0): number {
  let end = line.length;
  const last = line.charCodeAt(end - 1);
  if (
    last === 0x5d ||
    last === 0xff3d ||
    (last >= 0x2460 && last <= 0x2473) ||
    last === 0xb9 ||
    last === 0xb2 ||
    last === 0xb3
  ) {
    const stripped = line.slice(from).replace(trailingCitation, '').trimEnd();
    if (stripped !== '') end = from + stripped.length;
  }
  let closed = false;
  while (end > from + 1 && endMarks[line.charCodeAt(end - 1)] === closing) {
    closed = true;
    end--;
  }
  const mark = endMarks[line.charCodeAt(end - 1)]!;
  if (mark === endKind.question + 1) return endKind.question;
  if (mark === endKind.sentence + 1) return endKind.sentence;
  if (line.charCodeAt(end - 1) === 0x2e && end - from > 1 && isIdeograph(line.charCodeAt(end - 2)))
    return endKind.sentence;
  if (closed) return endKind.close;
  if (mark > 0 && mark !== closing) return mark - 1;
  // 第八章 代表候选人的提出: after 的 it is a noun.
  const isVerb = line.length - from >= shortestLeadIn && line.at(-3) !== '的' && leadIns.has(line.slice(-2));
  return isVerb ? endKind.leadIn : endKind.plain;
}

function isIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
