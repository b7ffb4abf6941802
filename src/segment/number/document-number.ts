const opening = new Uint8Array(0x10000);
for (const mark of '〔［[﹝（(【') opening[mark.charCodeAt(0)] = 1;
const rest = /(?:19|20)\d\d[〕］\]﹞）)】]第?\d{1,5}号/y;
const longestIssuer = 14;
const han = /[\u3400-\u9fff]/;
/** What stands before an issuer in running text: 根据国发〔2021〕5号. 和, 与 and 经 also stand in the names of issuers. */
const lead =
  /^.*(?:根据|依据|按照|依照|参照|遵照|执行|落实|贯彻|印发|下发|发布|公布|转发|颁布|废止|修订|修正|修改|通过|文件|以及|[按以由据见的了是为并等])(?=.{2})/;

/** Start and end of the number of an official document whose year begins at `year`: 国发〔2021〕5号. Undefined if there is none. */
export function documentNumberAt(text: string, year: number): { start: number; end: number } | undefined {
  if (year < 3 || opening[text.charCodeAt(year - 1)] !== 1) return undefined;
  rest.lastIndex = year;
  if (!rest.test(text)) return undefined;
  const end = rest.lastIndex;
  let start = year - 1;
  while (start > 0 && year - start <= longestIssuer && han.test(text.charAt(start - 1))) start--;
  const before = text.slice(start, year - 1);
  const skipped = lead.exec(before)?.[0].length ?? 0;
  return before.length - skipped < 2 ? undefined : { start: start + skipped, end };
}
