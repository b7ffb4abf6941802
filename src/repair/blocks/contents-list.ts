import { readNumbering, startKind } from '../numbering.ts';

const word = /^(?:目[\s\u3000]*[录次][：:]?|Contents|CONTENTS)$/;
/** 第一章 总则………… 3 */
const leader = /(?:[.…·．\-_]{3,}|(?:\s[.·]){3,}|\t)\s*[（(]?\d{1,4}[)）]?$/;
/** 信道容量    2 */
const pageBehind = /[\s\u3000]\d{1,4}$/;

/**
 * Marks the lines of contents lists: 1 for each. A list begins at 目录 and ends before the line where its first entry
 * comes again, or at the first line that cannot be an entry; entries with leaders are contents wherever they stand.
 */
export function findContents(texts: readonly string[], furniture: Uint8Array): Uint8Array {
  const contents = new Uint8Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    if (furniture[i] === 1) continue;
    if (endsWithPageNumber(texts[i]!) && leader.test(texts[i]!)) contents[i] = 1;
    if (texts[i]!.length > 8 || !word.test(texts[i]!)) continue;
    const end = contentsEnd(texts, furniture, i);
    for (let j = i; j < end; j++) if (furniture[j] === 0) contents[j] = 1;
    i = end - 1;
  }
  return contents;
}

/** Characters of an entry, its leaders among them: a page has room for so many points. */
const longestEntry = 240;

/** A cheap look before the pattern. */
function endsWithPageNumber(line: string): boolean {
  if (line.length >= longestEntry) return false;
  const last = line.charCodeAt(line.length - 1);
  return (last >= 0x30 && last <= 0x39) || last === 0x29 || last === 0xff09;
}

function contentsEnd(texts: readonly string[], furniture: Uint8Array, at: number): number {
  let first = at + 1;
  while (first < texts.length && furniture[first] === 1) first++;
  if (first >= texts.length) return at + 1;
  // Numbers and names of chapters may stand on lines of their own: the first entry is taken with the next.
  const alone = bare(texts[first]!);
  const entry = /^第[一二三四五六七八九十]+[编章节篇]$/.test(alone) ? alone + bare(texts[first + 1] ?? '') : alone;
  let longest = first;
  for (let i = first; i < texts.length && i < first + 2000; i++) {
    if (furniture[i] === 1) continue;
    const content = texts[i]!;
    if (i > first && entry !== '') {
      const here = bare(content);
      if (
        here === entry ||
        (here.length < entry.length &&
          here !== '' &&
          entry.startsWith(here) &&
          bare(here + (texts[i + 1] ?? '')) === entry)
      )
        return i;
    }
    const numbering = readNumbering(content);
    if (numbering.kind === startKind.article && !leader.test(content)) return headsBefore(texts, i, longest);
    if (/[。！？；]$/.test(content) || content.length > 60) return headsBefore(texts, i, longest);
    longest = i + 1;
  }
  return longest;
}

/** Headings right before the first paragraph belong to the body, where no entry came again: back to 第一章 or 一、. */
function headsBefore(texts: readonly string[], body: number, end: number): number {
  for (let i = body - 1; i > body - 5 && i > 0; i--) {
    if (/^(?:第一[编章篇]|一、|总则|前言|序言)/.test(texts[i]!)) return i;
  }
  return Math.min(end, body);
}

function bare(content: string): string {
  return content
    .replace(leader, '')
    .replace(pageBehind, '')
    .replace(/[\s\u3000]+/g, '');
}
