import type { Edit } from './edit.ts';
import { paragraphBreak } from './version-unit.ts';

/**
 * What was changed, the gravest first: words; only numbers of articles that are others now (本法第十条 where 第十条 became 第十二条);
 * only marks; only where paragraphs begin.
 */
export type VersionChange = 'words' | 'references' | 'marks' | 'paragraphs';

const article = /第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十\d]+)?/g;
const han = /[\p{L}\p{N}]/u;

/** `renumbered` has the number in the newer version of each article of the older one. Empty where nothing was changed. */
export function kindOfChange(
  edits: readonly Edit[],
  a: readonly string[],
  b: readonly string[],
  renumbered: ReadonlyMap<string, string>,
): '' | VersionChange {
  let kind: '' | VersionChange = '';
  for (const { same, aStart, aEnd, bStart, bEnd } of edits) {
    if (same) continue;
    const [from, to] = [a.slice(aStart, aEnd).join(''), b.slice(bStart, bEnd).join('')];
    if (!han.test(from + to)) {
      const marks = from.replaceAll(paragraphBreak, '') !== to.replaceAll(paragraphBreak, '');
      if (marks && kind !== 'references') kind = 'marks';
      else if (kind === '') kind = 'paragraphs';
      continue;
    }
    if (!follows(from, to, renumbered)) return 'words';
    kind = 'references';
  }
  return kind;
}

/** Whether one is the other with the new numbers in it. */
function follows(from: string, to: string, renumbered: ReadonlyMap<string, string>): boolean {
  if (from === '' || to === '') return false;
  return from.replace(article, (number) => renumbered.get(number) ?? number) === to;
}
