import { blockElements } from './html-elements.ts';

/** Browsers nest 512 deep; the parser's time grows with depth times tags. */
const deepest = 1024;
const voidElements = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);
/** Those that the next of their kind closes: pages leave their ends out. */
const selfEnding = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th']);
const withoutMarkup = new Set(['script', 'style', 'textarea', 'title', 'xmp']);
const tagName = /[a-z][a-z0-9:]*/iy;

/** Markup in which elements are nested no deeper than a program can stand: of further blocks only the line break stays. */
export function shallowMarkup(markup: string): string {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const pop = () => {
    const name = open.pop()!;
    counts.set(name, counts.get(name)! - 1);
    return name;
  };
  let kept = '';
  let copied = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    if (markup.startsWith('<!--', at)) {
      at = markup.indexOf('-->', at + 4);
      if (at < 0) break;
      continue;
    }
    const isEnd = markup.charCodeAt(at + 1) === 0x2f;
    tagName.lastIndex = at + (isEnd ? 2 : 1);
    const name = tagName.exec(markup)?.[0].toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const close = markup.indexOf('>', tagName.lastIndex);
    if (close < 0) break;
    if (isEnd) {
      if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
    } else if (withoutMarkup.has(name)) {
      at = endOfRaw(markup, name, close);
      if (at < 0) break;
      continue;
    } else if (!voidElements.has(name)) {
      const top = open.at(-1);
      if ((selfEnding.has(name) && top === name) || (top === 'p' && blockElements.has(name))) pop();
      if (open.length < deepest) {
        open.push(name);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      } else {
        kept += markup.slice(copied, at) + (blockElements.has(name) ? '<br>' : '');
        copied = close + 1;
      }
    }
    at = tagName.lastIndex;
  }
  return copied === 0 ? markup : kept + markup.slice(copied);
}

/** Place of the end tag of an element whose content is no markup; -1 where there is none. */
function endOfRaw(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  const found = end.exec(markup);
  return found === null ? -1 : found.index + 2;
}
