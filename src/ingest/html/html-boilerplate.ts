import { blockElements } from './html-elements.ts';
import type { HtmlMeasures } from './html-measure.ts';
import type { HtmlNode, HtmlTree } from './html-tree.ts';

/** A page with fewer characters outside links is a list of links or a notice: nothing says what its content is. */
const enoughProse = 80;
/** Share of the text that the way to the main content follows. */
const mainShare = 0.6;
/** Larger parts are content, whatever they are called. */
const largestFurniture = { share: 0.3, characters: 400 };
/** As many short links in a row are a menu; 首页 and 政务公开 are short, a title is not. */
const menu = { links: 4, meanLength: 8 };

const furnitureElements = new Set(['nav', 'footer']);
const furnitureRoles = /^(?:navigation|contentinfo|search|menu|menubar|toolbar|dialog|alert)$/;
const furnitureNames =
  /(?:^|[-_\s])(?:nav\w*|navigation|menu|submenu|footer|foot|bottom|topbar|breadcrumbs?|crumbs?|bread|sidebar|copyright|share|bdsharebuttonbox|toolbar|toolbox|related|search\w*|pagination|pager|paging|banner|friendlinks?|flinks?|weizhi|dqwz|qrcode|ewm|erweima|advert\w*|xgwj|xglj|fenxiang)(?:$|[-_\s])/i;
/** Words of the foot of a site. */
const siteWords =
  /版权所有|copyright|©|ICP备|ICP证|公网安备|网站标识码|技术支持|主办单位|承办单位|网站地图|联系我们|关于我们|设为首页|加入收藏|友情链接/i;
/** Words of the tools round an article; the number and the date of a document may stand beside them. */
const toolWords =
  /当前位置|您的位置|所在位置|您现在的位置|扫一扫|分享到|相关链接|浏览次数|上一篇|下一篇|打印本页|关闭窗口|无障碍/;
const blocks = new Set('p h1 h2 h3 h4 h5 h6 li a pre dd dt'.split(' '));

/** Marks in `out` the elements of a page that are not its main content; in doubt none. */
export function markBoilerplate(tree: HtmlTree, measures: HtmlMeasures): void {
  const { nodes, ends } = tree;
  const { prose, linked, links, out } = measures;
  const total = prose[nodes.length]!;
  if (total < enoughProse) return;
  const proseOf = (i: number) => prose[ends[i]!]! - prose[i]!;
  const linkedOf = (i: number) => linked[ends[i]!]! - linked[i]!;
  const linksOf = (i: number) => links[ends[i]!]! - links[i]!;
  const isSmall = (i: number) => proseOf(i) < Math.min(total * largestFurniture.share, largestFurniture.characters);

  const isBeside = (i: number): boolean => {
    if (proseOf(i) + linkedOf(i) === 0) return false;
    if (!isSmall(i)) return false;
    if (linkedOf(i) > proseOf(i) && linksOf(i) > 1) return true;
    return isFurnitureByName(nodes[i]!) || (!hasHeading(tree, i) && siteWords.test(textOf(tree, i, out)));
  };
  const leaveTools = (unit: number) => {
    if (!isSmall(unit) || !toolWords.test(textOf(tree, unit, out))) return;
    for (let i = unit; i < ends[unit]!; i++) {
      const { name } = nodes[i]!;
      if (name === undefined || !blockElements.has(name) || out[i] !== 0 || hasBlocks(tree, i)) continue;
      if (toolWords.test(textOf(tree, i, out))) out[i] = 1;
    }
  };
  const isWithin = (i: number): boolean => {
    if (proseOf(i) + linkedOf(i) === 0) return false;
    if (furnitureElements.has(nodes[i]!.name!)) return proseOf(i) < total * largestFurniture.share;
    if (!isSmall(i)) return false;
    if (isFurnitureByName(nodes[i]!)) return linkedOf(i) >= proseOf(i) || siteWords.test(textOf(tree, i, out));
    if (linksOf(i) < menu.links || linkedOf(i) < 4 * proseOf(i)) return false;
    return linkedOf(i) <= menu.meanLength * linksOf(i) || isTableOfPlaces(tree, i);
  };

  let core = 0;
  for (let way: number | undefined = 0; way !== undefined; ) {
    core = way;
    way = undefined;
    for (let child = core + 1; child < ends[core]!; child = ends[child]!) {
      const name = nodes[child]!.name;
      if (name === undefined || out[child] !== 0 || blocks.has(name)) continue;
      if (proseOf(child) >= mainShare * proseOf(core)) way = child;
    }
    if (way === undefined) break;
    for (let child = core + 1; child < ends[core]!; child = ends[child]!) {
      if (child === way || nodes[child]!.name === undefined || out[child] !== 0) continue;
      if (isBeside(child)) out[child] = 1;
      else leaveTools(child);
    }
  }
  for (let i = 1; i < nodes.length; ) {
    if (out[i] !== 0) i = ends[i]!;
    else {
      const { name } = nodes[i]!;
      if (name !== undefined && name !== 'a' && i !== core && isWithin(i)) out[i] = 1;
      else i++;
    }
  }
}

function isFurnitureByName({ name, attribs = {} }: HtmlNode): boolean {
  if (furnitureElements.has(name!)) return true;
  if (attribs.role !== undefined && furnitureRoles.test(attribs.role)) return true;
  return furnitureNames.test(attribs.class ?? '') || furnitureNames.test(attribs.id ?? '');
}

function hasHeading({ nodes, ends }: HtmlTree, element: number): boolean {
  return nodes.slice(element, ends[element]!).some(({ name }) => name === 'h1' || name === 'h2' || name === 'h3');
}

function hasBlocks({ nodes, ends }: HtmlTree, element: number): boolean {
  for (let i = element + 1; i < ends[element]!; i++) {
    const { name } = nodes[i]!;
    if (name !== undefined && name !== 'hr' && blockElements.has(name)) return true;
  }
  return false;
}

/** Whether all links of an element lead to places of the page itself. */
function isTableOfPlaces({ nodes, ends }: HtmlTree, element: number): boolean {
  for (let i = element; i < ends[element]!; i++) {
    const { name, attribs } = nodes[i]!;
    if (name === 'a' && attribs?.href !== undefined && !attribs.href.startsWith('#')) return false;
  }
  return true;
}

/** Text of an element that is small. */
function textOf({ nodes, ends }: HtmlTree, element: number, out: Uint8Array): string {
  let text = '';
  for (let i = element; i < ends[element]!; ) {
    text += nodes[i]!.data ?? '';
    i = out[i] === 0 ? i + 1 : ends[i]!;
  }
  return text;
}
