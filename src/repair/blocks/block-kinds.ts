import { endKind, type Numbering, readEnd, readNumbering, standsAlone, startKind } from '../numbering.ts';
import type { BlockGroup } from './block-group.ts';
import { levelDivisions } from './division-levels.ts';

const referenceHead = /^(?:主要)?(?:参考文献|参考资料|引用文献|注释|尾注)[：:]?$/;
/** Under such a head stand notes, but for those that name a book or a paper. */
const noteHead = /^(?:注释|尾注)[：:]?$/;
const referenceEntry = /^(?:[[［〔]\d{1,3}[\]］〕]|\d{1,3}[.．、]|[①-⑳])/;
const bibliography =
  /出版社|\d{4}年第\d+期|第\s*\d+\s*[页卷期]|\[[JMDCNRSPZ](?:\/OL)?\]|［[JMDCNRSPZ]］|https?:|《[^》]+》[，,]?\s*\d{4}/;
const note =
  /^(?:[注註]\d{0,3}[：:]|注释[：:]|说明[：:]|备注[：:]|资料来源[：:]|数据来源[：:]|[*＊]\s?(?:基金|作者|本文)|(?:收稿日期|基金项目|作者简介|作者单位|通讯作者|责任编辑|中图分类号|文献标识码|文章编号)[：:]?)/;
/** Under a picture of a newspaper: …作政府工作报告。本报记者某某摄 */
const photographed = /记者\s?[\u4e00-\u9fff·]{2,10}\s?摄[）)]?$/;
const caption = /^(?:图|表|专栏|附图|附表)\s?\d{1,3}(?:[-—.．–]\d{1,3})?[：:\s]?\S/;
const date =
  /^[（(]?[\d〇○零一二三四五六七八九十]{4}\s?年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?$/;
/** The line under a title: ——2026年2月3日在某某市第五届人民代表大会第四次会议上 */
const apart = /^(?:[—―－-]{1,2}\s?)?[（(]?[12一二][\d九〇○零]{3}年.{0,8}(?:月|在|至|第)|^[—―]/;
const specialHead =
  /^(?:附\s*则|附\s*件|附\s*录|序\s*言|前\s*言|引\s*言|导\s*论|绪\s*论|总\s*则|结\s*语|结\s*论|结束语|余\s*论|参\s*考\s*文\s*献|注\s*释|摘\s*要|致\s*谢)/;

/** Kinds that a line has by itself. */
const named = new Set(['furniture', 'contents', 'table', 'note', 'list']);
/** The name of a body under the title: 某某省发展研究中心课题组 */
const byline = /(?:课题组|编写组|调研组|人民政府|办公[厅室]|委员会|研究[院所]|研究中心|大学|学院|公司|[厅局部])$/;

/** 国务院总理某某某, 某省省长某某: the speaker under the title. */
const speaker = /^[\u4e00-\u9fff]{0,12}(?:总理|主席|省长|市长|州长|县长|区长)[\u4e00-\u9fff·]{2,12}$/;
const dateline = /^新华社.{2,16}电$/;

/** First characters of the patterns above: most blocks need none of them. */
const opening = { referenceHead: 1, referenceEntry: 2, note: 4, caption: 8 } as const;
const openings = new Uint8Array(0x10000);
for (const [characters, pattern] of [
  ['主参引注尾', opening.referenceHead],
  ['[［〔0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', opening.referenceEntry],
  ['注註说备资数*＊收基作通责中文', opening.note],
  ['图表专附', opening.caption],
] as const) {
  for (const character of characters) openings[character.charCodeAt(0)]! |= pattern;
}

/**
 * Names the kind of every block from its text and its neighbours. `texts` are the blocks' texts without white space at
 * the ends, `numberings` how they begin where that is known; groups of kind furniture, contents and table are left as they
 * are; `heading` is what the line model found.
 */
export function nameKinds(
  groups: readonly BlockGroup[],
  texts: readonly string[],
  numberings: readonly (Numbering | undefined)[],
): void {
  let inReferences = false;
  let inNotes = false;
  let bodySeen = false;
  let titled = false;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    if (named.has(group.kind)) continue;
    const content = texts[i]!;
    const numbering = numberings[i] ?? readNumbering(content);
    const opens = openings[content.charCodeAt(0)]!;
    const headsReferences = (opens & opening.referenceHead) !== 0 && referenceHead.test(content);
    if (group.level > 0) {
      // Markdown says so: # is the title where it comes first, and the headings below it count from 1.
      const title: boolean = group.level === 1 && !titled && !bodySeen;
      group.kind = title ? 'title' : 'heading';
      group.level = title ? 0 : Math.max(1, group.level - (titled ? 1 : 0));
      titled ||= title;
      inReferences = headsReferences;
      inNotes = headsReferences && noteHead.test(content);
      continue;
    }
    if (headsReferences) {
      inReferences = true;
      inNotes = noteHead.test(content);
      group.kind = 'heading';
      group.level = 1;
      continue;
    }
    if (inReferences && numbering.kind === startKind.heading && group.kind === 'heading') inReferences = false;
    if (inReferences && inNotes) {
      group.kind = bibliography.test(content) ? 'reference' : 'note';
      continue;
    }
    if ((inReferences || (opens & opening.referenceEntry) !== 0) && isReference(content, inReferences)) {
      group.kind = 'reference';
    } else if ((opens & opening.note) !== 0 && note.test(content)) {
      group.kind = 'note';
    } else if (((opens & opening.caption) !== 0 && isCaption(content)) || isPhotographed(content)) {
      group.kind = 'caption';
    } else if (isHeading(groups, texts, i, numbering, bodySeen ? 'text' : titled ? 'head' : 'title')) {
      const title = !titled && !bodySeen && numbering.kind === startKind.other && !specialHead.test(content);
      group.kind = title ? 'title' : 'heading';
      if (title) titled = true;
      if (group.level === 0 && group.kind === 'heading') group.level = numbering.level || 1;
      if (group.kind === 'title') group.level = 0;
    } else {
      const dash = numbering.kind === startKind.dash && !(apart.test(content) && readEnd(content) !== endKind.sentence);
      const listed = numbering.kind === startKind.item || dash || numbering.level === 2;
      group.kind = listed ? 'list' : 'paragraph';
    }
    if (group.kind === 'paragraph' && content.length > 40) bodySeen = true;
  }
  levelDivisions(groups, texts);
}

function isCaption(content: string): boolean {
  return content.length <= 50 && caption.test(content) && readEnd(content) !== endKind.sentence;
}

function isPhotographed(content: string): boolean {
  return content.length <= 90 && photographed.test(content);
}

function isReference(content: string, inReferences: boolean): boolean {
  if (!referenceEntry.test(content)) return inReferences && bibliography.test(content);
  return inReferences || ((content.startsWith('[') || content.startsWith('［')) && bibliography.test(content));
}

/** Lines without a number are headings only up to this length; a longer one is a sentence that lost its end. */
const longestUnnumbered = 30;
const longestTitle = 60;
/** More short lines than this one after another are a list of names or a table, not headings. */
const mostTogether = 3;

/** Before the title, between it and the first paragraph, or in the text. */
type Where = 'title' | 'head' | 'text';

function isHeading(
  groups: readonly BlockGroup[],
  texts: readonly string[],
  i: number,
  numbering: Numbering,
  where: Where,
): boolean {
  const content = texts[i]!;
  if (numbering.kind === startKind.article || numbering.kind === startKind.dash || numbering.kind === startKind.apart)
    return false;
  const end = readEnd(content);
  if (end !== endKind.plain && end !== endKind.close && end !== endKind.dash) {
    return groups[i]!.kind === 'heading' && numbering.kind === startKind.heading && content.length <= 40;
  }
  if (date.test(content) || apart.test(content)) return false;
  if (numbering.kind === startKind.heading || numbering.kind === startKind.word || specialHead.test(content)) {
    return groups[i]!.kind === 'heading';
  }
  if (numbering.kind === startKind.item) return groups[i]!.kind === 'heading';
  return end === endKind.plain && isPlainHeading(groups, texts, i, where);
}

/** A line without number or end mark: a heading if text follows, and it is no signature, name or row of a list. */
function isPlainHeading(groups: readonly BlockGroup[], texts: readonly string[], i: number, where: Where): boolean {
  const content = texts[i]!;
  if (content.length > (where === 'title' ? longestTitle : longestUnnumbered) || content.length < 2) return false;
  if ((where === 'title' ? /[。；]/ : /[，。；：]|\s\S{1,4}$/).test(content)) return false;
  if ((where === 'head' && (byline.test(content) || speaker.test(content))) || standsAlone(content)) return false;
  if (dateline.test(content)) return false;
  let next = i + 1;
  while (next < groups.length && groups[next]!.kind === 'furniture') next++;
  // A name before a date at the end is a signature: 某某市人民政府 / 2021年3月1日.
  if (next === groups.length || date.test(texts[next]!)) return false;
  // Before 各位代表： stands the speaker's name.
  if (where !== 'title' && readNumbering(texts[next]!).kind === startKind.salutation) return false;
  let together = 1;
  for (const step of [-1, 1]) {
    for (let j = i + step; j >= 0 && j < groups.length && together <= mostTogether; j += step) {
      if (groups[j]!.kind === 'furniture') continue;
      if (!isShort(texts[j]!)) break;
      together++;
    }
  }
  return together <= mostTogether;
}

function isShort(content: string): boolean {
  return (
    content.length <= longestUnnumbered &&
    readEnd(content) === endKind.plain &&
    readNumbering(content).kind === startKind.other
  );
}
