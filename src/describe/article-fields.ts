import type { Line } from './outline.ts';

const abstractHead = /^[[【［〔]? ?(?:内 ?容 ?)?(?:摘 ?要|提 ?要) ?[\]】］〕]? ?[：:]? ?/;
const keywordsHead = /^[[【［〔]? ?(?:关 ?键 ?[词字]|主 ?题 ?词) ?[\]】］〕]? ?[：:]? ?/;
const english = /^(?:abstract|key ?words?) ?[:：.—-]/i;
const mark = /^[[【［〔]|[：:\]】］〕]/;
const separators = /[；;，,、\t]| {1,4}/;
/** 中图分类号, 文献标识码, 作者简介 and such end an abstract; so do headings. */
const ends =
  /^[[【［〔]? ?(?:中图分类号|文献标识码|文章编号|作者简介|基金项目|收稿日期|引用格式|DOI|Abstract|Key ?words?)/i;
const mostLines = 8;
const longestAbstract = 5000;
const mostKeywords = 30;
const longestKeyword = 40;

export interface ArticleFields {
  readonly keywords: readonly string[];
  readonly abstract: string;
}

/** Keywords and abstract of an article, which it names itself. 主题词 of official documents are keywords, too. */
export function articleFields(lines: readonly Line[], text: string): ArticleFields {
  let keywords: string[] = [];
  let abstract = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const unit = line.text.charCodeAt(0);
    // 关 主 摘 提 内 [ 【 ［ 〔
    if (
      unit !== 0x5173 &&
      unit !== 0x4e3b &&
      unit !== 0x6458 &&
      unit !== 0x63d0 &&
      unit !== 0x5185 &&
      unit !== 0x5b &&
      unit !== 0x3010 &&
      unit !== 0xff3b &&
      unit !== 0x3014
    ) {
      continue;
    }
    const head = line.text.slice(0, 40);
    if (abstract === '' && abstractHead.test(head) && line.kind !== 'contents') abstract = abstractAt(lines, i, text);
    else if (keywords.length === 0 && keywordsHead.test(head) && line.kind !== 'contents')
      keywords = keywordsAt(lines, i);
  }
  return { keywords, abstract };
}

function abstractAt(lines: readonly Line[], at: number, text: string): string {
  const line = lines[at]!;
  const head = abstractHead.exec(line.text)![0];
  const own = line.text.slice(head.length);
  // 摘要 alone is a heading; without a mark after it the word begins a sentence.
  if (own !== '' && !mark.test(head.trim())) return '';
  const parts: string[] = [];
  let last = at;
  for (let i = at + 1; i < Math.min(lines.length, at + mostLines); i++) {
    const next = lines[i]!;
    if (keywordsHead.test(next.text.slice(0, 40))) {
      last = i - 1;
      break;
    }
    if (next.kind === 'heading' || next.kind === 'title' || next.kind === 'contents' || ends.test(next.text)) {
      if (own === '') last = i - 1;
      break;
    }
    if (own === '') last = i;
  }
  const whole = (line_: Line) => text.slice(line_.start, line_.end).trim();
  if (own !== '') parts.push(whole(line).slice(head.length));
  for (let i = at + 1; i <= last; i++) parts.push(whole(lines[i]!));
  const abstract = parts.join('');
  return abstract.length <= longestAbstract && abstract.length >= 10 ? abstract.trim() : '';
}

function keywordsAt(lines: readonly Line[], at: number): string[] {
  const line = lines[at]!;
  const head = keywordsHead.exec(line.text)![0];
  let own = line.text.slice(head.length);
  if (own !== '' && !mark.test(head.trim())) return [];
  if (own === '') own = lines[at + 1]?.text ?? '';
  if (own.length > mostKeywords * longestKeyword || english.test(own)) return [];
  const words = own
    .split(separators)
    .map((word) => word.trim().replace(/[。.]$/, ''))
    .filter((word) => word !== '');
  // 青少年学生性生理性心理: one that long has lost the spaces between several.
  const glued = words.length === 1 && words[0]!.length > 9;
  const usable =
    !glued &&
    words.length <= mostKeywords &&
    words.every((word) => word.length <= longestKeyword && !/[。！？]/.test(word));
  return usable ? words : [];
}
