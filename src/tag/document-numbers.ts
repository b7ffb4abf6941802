import type { Span } from '../text/offset-map.ts';

const han = '[\\u3400-\\u9fff]';
const number = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,7})';
/** Units before 号 that can belong to a number: 中华人民共和国中央军事委员会令（2012年第12 is about 30. */
const reach = 48;
const sign = /[号號]/g;

// What stands before 号: 国发〔2015〕12, 中发[2020]1, 浙政办发（2019）5, 京政发〔86〕12
const numbered = new RegExp(
  `(${han}{2,14}) ?[〔［[﹝（(【] ?(?:(?:19|20)?\\d\\d) ?年? ?[〕］\\]﹞）)】] ?第? ?\\d{1,5} ?$`,
);
// 国务院令第535, 财政部公告2021年第12, 公安部令（第123
const ordered = new RegExp(`(${han}{1,24}(?:令|公告|通告)) ?([（(]?) ?(?:(?:19|20)\\d\\d ?年 ?)?第 ?${number} ?$`);
// 财税字第089, with 〔94〕 before it or not
const lettered = new RegExp(`((?:[〔［[﹝（(](?:19|20)?\\d\\d[〕］\\]﹞）)] ?)?${han}{2,12}字) ?第 ?\\d{1,12} ?$`);
// 国务院第709, where 号令 ends it
const reversed = new RegExp(`(${han}{2,24})第 ?${number} ?$`);
const agency = /(?:[院席部委会會局署厅廳府行办]|办公室|总部|^国(?=令))(?:令|公告|通告)?$/;
// Running text before the issuer. 和, 与, 及 and 经 also stand in names: 住房和城乡建设部令, 国经贸〔2001〕12号.
const lead = new RegExp(
  `^.*(?:根据|依据|按照|依照|参照|遵照|执行|落实|贯彻|印发|下发|发布|公布|转发|颁布|废止|修订|修正|修改|通过|文件|以及|号[和与及]?|(?:^|[一二三四五六七八九十])[年月日](?!照)|[按以由据见的了是为并等])(?=${han})`,
);
const firstOfLead = /^[和与及经从在对将至到原]/;

/** Numbers of official documents with the issuer before them: 国发〔2015〕12号, 国务院令第535号, 财政部公告2021年第12号. */
export function findDocumentNumbers(text: string): Span[] {
  const numbers: Span[] = [];
  let last = 0;
  sign.lastIndex = 0;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const at = found.index;
    const from = Math.max(last, at - reach);
    const before = text.slice(from, at);
    let end = at + 1;
    let match = numbered.exec(before);
    let issuer = issuerOf(match);
    if (issuer === '') {
      match = lettered.exec(before);
      issuer = issuerOf(match);
    }
    if (issuer === '') {
      match = ordered.exec(before);
      issuer = issuerOf(match);
      if (!agency.test(issuer)) issuer = '';
      else if (match?.[2] !== '' && /[）)]/.test(text.charAt(end))) end++;
    }
    if (issuer === '' && /^(?:令|公告)/.test(text.slice(end, end + 2))) {
      match = reversed.exec(before);
      issuer = issuerOf(match);
      if (!agency.test(issuer)) continue;
      end += text.charAt(end) === '令' ? 1 : 2;
    }
    if (match === null || issuer === '') continue;
    numbers.push({ start: from + match.index + match[1]!.length - issuer.length, end });
    last = end;
  }
  return numbers;
}

/** The issuer at the end of the Han before a number; empty where nothing is left that could be one. */
function issuerOf(match: RegExpExecArray | null): string {
  if (match === null) return '';
  const issuer = match[1]!.replace(lead, '').replace(firstOfLead, '');
  return issuer.length < 2 ? '' : issuer;
}
