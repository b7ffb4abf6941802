import { countCharacters } from './html-characters.ts';
import type { HtmlNode, HtmlTree } from './html-tree.ts';

/** Elements whose content is no text that anybody sees. */
const noText = new Set('script style title meta link base xml map area noframes'.split(' '));
/** Elements that are seen, if at all, as something else than a text: controls and players. */
const noContent = new Set(
  (
    'noscript template textarea select option datalist button input svg canvas object embed applet audio video iframe ' +
    'dialog'
  ).split(' '),
);
/** Those of ruby, over the characters that are the text. */
const readings = new Set(['rt', 'rp', 'rtc']);
/** A link is no longer than a headline; a longer one is a mistake of the page (an end tag that is missing). */
const longestLink = 150;
/** What a government page links to because it belongs to it. */
const attachment = /\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|wps|et|ofd|txt|jpg|png)(?:[?#]|$)/i;

/** Running sums over the nodes of a page: the characters of an element are `sum[end] - sum[start]`. */
export interface HtmlMeasures {
  /** Characters outside links. */
  readonly prose: Int32Array;
  /** Characters in links. */
  readonly linked: Int32Array;
  readonly links: Int32Array;
  /** One element a node: 1 where an element is left out, 2 where it has no text at all. */
  readonly out: Uint8Array;
}

/** What every element of a page has of text and of links; finds what is hidden. */
export function measureHtml({ nodes, ends }: HtmlTree): HtmlMeasures {
  const size = nodes.length;
  const out = new Uint8Array(size);
  const all = new Int32Array(size + 1);
  let silentUntil = 0;
  for (let i = 0; i < size; i++) {
    const node = nodes[i]!;
    if (node.name !== undefined && noText.has(node.name)) {
      out[i] = 2;
      silentUntil = Math.max(silentUntil, ends[i]!);
    }
    all[i + 1] = all[i]! + (i >= silentUntil && node.data !== undefined ? countCharacters(node.data) : 0);
  }
  const prose = new Int32Array(size + 1);
  const linked = new Int32Array(size + 1);
  const links = new Int32Array(size + 1);
  let outUntil = 0;
  let linkUntil = 0;
  for (let i = 0; i < size; i++) {
    const node = nodes[i]!;
    const within = all[ends[i]!]! - all[i]!;
    let isLink = false;
    if (node.name !== undefined && i >= outUntil) {
      if (out[i] === 0 && (readings.has(node.name) || noContent.has(node.name) || isHidden(node))) {
        // A page that a script unveils is hidden as a whole until then, and one with an end tag missing is a control.
        if (within * 2 <= all[size]! || readings.has(node.name)) out[i] = 1;
      }
      if (out[i] !== 0) outUntil = ends[i]!;
      else if (node.name === 'a' && within <= longestLink && isReference(node)) {
        isLink = within > 0;
        linkUntil = Math.max(linkUntil, ends[i]!);
      }
    }
    const characters = i < outUntil ? 0 : all[i + 1]! - all[i]!;
    prose[i + 1] = prose[i]! + (i < linkUntil ? 0 : characters);
    linked[i + 1] = linked[i]! + (i < linkUntil ? characters : 0);
    links[i + 1] = links[i]! + (isLink ? 1 : 0);
  }
  return { prose, linked, links, out };
}

function isReference({ attribs, children }: HtmlNode): boolean {
  const href = attribs?.href;
  return href !== undefined && !attachment.test(href) && !/^\s*附件/.test(children?.[0]?.data ?? '');
}

function isHidden({ name, attribs = {} }: HtmlNode): boolean {
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  // Screen readers are also spared what others see, but only in passing: marks and pictures.
  if (attribs['aria-hidden'] === 'true' && (name === 'i' || name === 'span' || name === 'a')) return true;
  return (
    attribs.style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribs.style)
  );
}
