import { shallowMarkup } from './html-depth.ts';

/** A node of the parser. */
export interface HtmlNode {
  /** `text`, `tag`, `script`, `style`, `cdata`, `root`, `comment` or `directive`. */
  readonly type: string;
  /** Of a text or comment. */
  readonly data?: string;
  /** Of an element, in lower case. */
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
}

/**
 * A page as a list of its nodes in the order of their beginnings, so that a page of any depth is read in a loop. Node 0 is
 * the page itself; the descendants of node i are the nodes from i + 1 up to `ends[i]`.
 */
export interface HtmlTree {
  readonly nodes: readonly HtmlNode[];
  readonly ends: Int32Array;
}

/** Parses markup of any quality; nothing in it is run or fetched. */
export async function parseHtml(markup: string): Promise<HtmlTree> {
  // The entry with the other parser would take twice the time to load.
  const { load } = await import('cheerio/slim');
  const isXhtml = /^\s*<\?xml\b/.test(markup);
  const xml = { xmlMode: false, decodeEntities: true, recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml };
  return flatten(load(shallowMarkup(markup), { xml }).root()[0] as unknown as HtmlNode);
}

function flatten(root: HtmlNode): HtmlTree {
  const nodes: HtmlNode[] = [];
  const ends: number[] = [];
  const open: { at: number; children: readonly HtmlNode[]; next: number }[] = [];
  const enter = (node: HtmlNode) => {
    open.push({ at: nodes.push(node) - 1, children: node.children ?? [], next: 0 });
    ends.push(nodes.length);
  };
  enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.children[top.next++];
    if (child === undefined) {
      ends[top.at] = nodes.length;
      open.pop();
    } else if (child.children !== undefined) enter(child);
    else if (child.type === 'text') ends.push(nodes.push(child));
  }
  return { nodes, ends: Int32Array.from(ends) };
}
