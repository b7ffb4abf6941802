import type { Span } from '../text/offset-map.ts';

/** Longer ones are two halves of broken pairs: titles of decisions and notices reach about 120 characters. */
const longestTitle = 300;
const mark = /[《》\n]/g;

/**
 * Titles between 《 and 》 with their marks, each on one line: 《关于印发〈管理办法〉的通知》. Of nested pairs the outer one is
 * the title; marks without a partner do not count.
 */
export function findTitles(text: string): Span[] {
  const titles: Span[] = [];
  const open: number[] = [];
  mark.lastIndex = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const at = found.index;
    if (found[0] === '《') open.push(at);
    else if (found[0] === '\n') open.length = 0;
    else {
      const start = open.pop();
      if (start === undefined || at - start < 2 || at - start > longestTitle) continue;
      while (titles.length > 0 && titles.at(-1)!.start > start) titles.pop();
      titles.push({ start, end: at + 1 });
    }
  }
  return titles;
}
