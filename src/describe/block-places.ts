import type { BlockPlace } from '../model/description.ts';
import type { CleanDocument } from '../model/document.ts';
import { isoDate } from './iso-date.ts';
import { bare } from './line-role.ts';
import type { Line } from './outline.ts';
import { PlaceStack } from './place-stack.ts';
import { type BlockNumber, rank, readNumber } from './read-number.ts';

const none: BlockPlace = { division: '', path: '' };
const longestHeading = 60;
const longestTitle = 150;
const longestName = 8;
/** 附件1, 附表：…, 附：… after a text */
const attachment = /^附 ?(?:[件录表图] ?[\d一二三四五六七八九十]{0,3}(?:[：: ]|$)|[：:])/;
const attachmentName = /^附 ?[件录表图] ?[\d一二三四五六七八九十]{0,3}/;
/** Parts of a law that have a name and no number. */
const namedPart = /^(?:序 ?言|前 ?言|引 ?言|附 ?则|总 ?则|总 ?纲)$/;
/** What stands after a law and is no part of it. */
const otherDocument =
  /^[\u3400-\u9fff《》〈〉（）、“”\d]{6,100}(?:决定|说明|修正案|决议|公告|令|报告)(?:（[^）]{1,30}）)?$/;
/** 第三条规定的…, 第二章的…: a text that speaks of an article. */
const speaksOf =
  /^(?:的|规定|之规定|所[称列规述]|[至到和或及与]第|或者第|、|，|[中内](?=[的规、，])|第.{1,4}[款项]|以[下上](?=[的简各])|同时)/;
const opening = '【［[（(〔';
const endMarks = '。；：！？”）】…;:!?)]';
const counted = new Set(['paragraph', 'list', 'heading', 'title']);

/**
 * The place of every block of a document, in a law or under its numbered headings; no element where no block has a place.
 * Numbers count only where they follow one another: a line that begins with 第三条 after 第九条 is text.
 */
export function blockPlaces(document: Pick<CleanDocument, 'blocks' | 'raw'>, lines: readonly Line[]): BlockPlace[] {
  const places = new Array<BlockPlace>(document.blocks.length).fill(none);
  const stack = new PlaceStack(places);
  let any = false;
  let traditional: boolean | undefined;
  /** After 附件, a date or another document nothing is a paragraph of the last article. */
  let outside = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const { text, block, kind, length } = line;
    if (!counted.has(kind)) continue;
    const number = readNumber(text);
    if (number?.rank === rank.article) traditional ??= isTraditional(document, block);
    if (number !== undefined && isDivision(number, line, stack)) {
      if (number.rank === rank.article && number.value === 1 && number.sub === 0 && stack.last(rank.article) > 0) {
        // A law after another begins anew.
        if (!outside && stack.afterArticles) stack.clear();
      }
      outside = false;
      any = true;
      stack.enter(number, block, traditional === true);
      if (number.rank === rank.article) stack.openArticle(hasText(text, number));
      continue;
    }
    if (number !== undefined && number.rank === rank.hanComma && kind === 'heading' && beforeArticle(lines, i)) {
      // 二、关于赔偿范围的认定 / 第十一条 …: it parts articles as a chapter does.
      any = true;
      stack.name(number.label, block);
      continue;
    }
    if (number !== undefined && number.rank > rank.article && stack.follows(number)) {
      any = true;
      stack.enter(number, block, false);
      continue;
    }
    if (length <= longestHeading && text.startsWith('附') && attachment.test(text)) {
      stack.clear(attachmentName.exec(text)?.[0].replaceAll(' ', '') ?? '附');
      outside = true;
      continue;
    }
    if (length <= longestName && namedPart.test(text)) {
      stack.name(text.replaceAll(' ', ''), block);
      any = true;
      outside = false;
      continue;
    }
    if (outside || !stack.inDivision) continue;
    const heading = kind === 'heading' || kind === 'title';
    if (!stack.inArticle) stack.inherit(block);
    else if (!heading && endMarks.includes(text.charAt(text.length - 1))) stack.paragraph(block);
    else if (isoDate(bare(text)) !== undefined || (length <= longestTitle && otherDocument.test(text))) {
      stack.clear();
      outside = true;
    } else if (heading) {
      // A heading whose number is lost: what chapter it is nobody can say.
      if (beforeArticle(lines, i)) stack.loseChapter();
    } else if (length > longestHeading) stack.paragraph(block);
    else if (/[，、,]$/.test(text)) stack.inherit(block);
  }
  return any ? places : [];
}

/** Whether a number is that of a part, chapter, section or article, and not one that the text speaks of. */
function isDivision(number: BlockNumber, { text, kind, length }: Line, stack: PlaceStack): boolean {
  if (number.rank > rank.article || Number.isNaN(number.value)) return false;
  const spaced = text.charCodeAt(number.length) === 0x20;
  const rest = spaced ? '' : text.slice(number.length, number.length + 8);
  if (!spaced && speaksOf.test(rest)) return false;
  if (number.rank < rank.article)
    return kind === 'heading' || kind === 'title' || (length <= longestHeading && !/[。；，]/.test(text));
  const last = stack.last(rank.article);
  const next = last === 0 ? number.value === 1 : number.value === last + 1 || (number.value === last && number.sub > 0);
  if (next) return true;
  // A number that leaves some out must be parted from what comes after it.
  const parted = rest === '' || /^[ \u3000【（(：]/.test(rest);
  return parted && (number.value > last || (number.value === 1 && number.sub === 0));
}

/** Whether an article begins on the next line. */
function beforeArticle(lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1];
  return next !== undefined && readNumber(next.text)?.rank === rank.article;
}

function hasText(text: string, { length }: BlockNumber): boolean {
  const at = text.charCodeAt(length) === 0x20 ? length + 1 : length;
  if (text.length > at && !opening.includes(text.charAt(at))) return true;
  return (
    text
      .slice(length, length + 60)
      .replace(/^ ?[【［[（(][^】］\])）]{1,40}[】］\])）] ?/, '')
      .trim() !== ''
  );
}

function isTraditional({ blocks, raw }: Pick<CleanDocument, 'blocks' | 'raw'>, block: number): boolean {
  const { rawStart } = blocks[block]!;
  return raw.slice(rawStart, rawStart + 16).includes('條');
}
