import type { BlockKind } from '../../model/document.ts';
import { blockElements } from './html-elements.ts';
import { HtmlLine } from './html-line.ts';
import type { HtmlMeasures } from './html-measure.ts';
import { dataTables } from './html-tables.ts';
import type { HtmlNode, HtmlTree } from './html-tree.ts';

/** A line of a page: a block, or a part of one up to a forced break. */
export interface PageLine {
  readonly text: string;
  readonly kind: BlockKind;
  /** Depth of a heading; 0 for other kinds. */
  readonly level: number;
  /** Whether it is left out. */
  out: boolean;
}

const verbatimElements = new Set(['pre', 'listing', 'plaintext', 'xmp']);
const verbatimStyle = /white-space\s*:\s*(?:pre\b|pre-wrap|break-spaces)/i;

/** How the text of an element is shown; handed down to what is in it. */
interface Flow {
  readonly kind: BlockKind;
  readonly level: number;
  readonly isOut: boolean;
  readonly isVerbatim: boolean;
  /** Inside a row of a table of data, which is one line. */
  readonly inRow: boolean;
  readonly inTable: boolean;
}

const plain: Flow = { kind: 'paragraph', level: 0, isOut: false, isVerbatim: false, inRow: false, inTable: false };

/** The lines of a page in their order, with those that are left out. */
export function pageLines(tree: HtmlTree, measures: HtmlMeasures): PageLine[] {
  const { nodes, ends } = tree;
  const { out } = measures;
  const tables = dataTables(tree, measures);
  const isText = !nodes.some(({ name }) => name === 'br' || (name !== undefined && isBreaking(name)));
  const lines: PageLine[] = [];
  const kept = new HtmlLine();
  const left = new HtmlLine();
  const open: { end: number; flow: Flow; name: string }[] = [];
  let flow = plain;
  let cells = 0;

  const flush = () => {
    const { kind, level } = flow;
    const text = kept.take();
    if (text !== undefined) lines.push({ text, kind, level, out: false });
    const hidden = left.take();
    if (hidden !== undefined) lines.push({ text: hidden, kind, level, out: true });
  };
  const breakAt = (name: string) => {
    if (!flow.inRow || name === 'tr' || name === 'table' || name === 'caption') flush();
    else {
      kept.space();
      left.space();
    }
  };

  for (let i = 0; i < nodes.length; ) {
    while (open.length > 0 && open.at(-1)!.end <= i) {
      const { name, flow: outer } = open.pop()!;
      if (blockElements.has(name)) breakAt(name);
      flow = outer;
    }
    const node = nodes[i]!;
    const { name } = node;
    if (out[i] === 2) i = ends[i]!;
    else if (name === undefined) {
      if (node.data !== undefined) addText(node.data);
      i++;
    } else {
      if (name === 'br') breakAt(name);
      else {
        if (blockElements.has(name)) breakAt(name);
        const inner = flowOf(node, name, flow, out[i] === 1, tables.has(i));
        if (inner !== flow || blockElements.has(name)) {
          open.push({ end: ends[i]!, flow, name });
          flow = inner;
        }
        if (name === 'tr') cells = 0;
        if (flow.inRow && (name === 'td' || name === 'th') && cells++ > 0) kept.tab();
      }
      i++;
    }
  }
  while (open.length > 0) {
    const { name, flow: outer } = open.pop()!;
    if (blockElements.has(name)) breakAt(name);
    flow = outer;
  }
  flush();
  return lines;

  function addText(data: string): void {
    const line = flow.isOut ? left : kept;
    if (!flow.isVerbatim && !isText) {
      line.append(data);
      return;
    }
    // A text without any markup was one with lines of its own, and blank ones between its paragraphs.
    const parts = flow.isVerbatim ? data.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/) : data.split(/\n[ \t\r]*\n/);
    for (const [n, part] of parts.entries()) {
      if (n > 0) breakAt('br');
      if (flow.isVerbatim) line.text += part.replaceAll('\u00a0', ' ');
      else line.append(part);
    }
  }
}

function isBreaking(name: string): boolean {
  return blockElements.has(name) && name !== 'html' && name !== 'head' && name !== 'body';
}

function flowOf(node: HtmlNode, name: string, flow: Flow, isOut: boolean, isTable: boolean): Flow {
  let inner = flow;
  const change = (part: Partial<Flow>) => {
    inner = { ...inner, ...part };
  };
  if (isOut) change({ isOut: true });
  if (isTable) change({ inTable: true });
  if (/^h[1-6]$/.test(name)) change({ kind: 'heading', level: Number(name[1]) });
  else if (name === 'li' && flow.kind !== 'heading') change({ kind: 'list', level: 0 });
  else if (name === 'caption' || name === 'figcaption') change({ kind: 'caption', level: 0, inRow: false });
  else if (name === 'tr' && inner.inTable) change({ kind: 'table', level: 0, inRow: true });
  if (verbatimElements.has(name) || verbatimStyle.test(node.attribs?.style ?? '')) change({ isVerbatim: true });
  return inner;
}
