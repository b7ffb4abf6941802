import type { Graph, YearSpan } from '../model/graph.ts';
import type { Cell, Column } from '../model/table.ts';
import { communityColour, nodeSizes, rounded } from './graph-style.ts';
import { xmlText } from './xml-text.ts';

/** Half the width of the map in the units of Gephi, in which a node is 8 to 48 wide. */
const mapSize = 800;

/**
 * A network as GEXF 1.2, the version that both Gephi and networkx read: columns as attributes, colours by community, sizes by
 * frequency, places, and the years of nodes and edges as spells where they are known.
 */
export function gexfText(graph: Graph): string {
  const isDynamic = [...graph.nodes, ...graph.edges].some(({ years }) => years.length > 0);
  const sizes = nodeSizes(graph.nodes);
  const nodes = graph.nodes.map((node, i) => {
    const [r, g, b] = communityColour(node.community);
    const viz = `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${rounded(node.x * mapSize)}" y="${rounded(node.y * mapSize)}" z="0"/><viz:size value="${sizes[i]}"/>`;
    return `<node id="${xmlText(node.label)}" label="${xmlText(node.label)}">${values(node.values)}${spells(node.years)}${viz}</node>`;
  });
  const name = (node: number) => xmlText(graph.nodes[node]!.label);
  const edges = graph.edges.map(
    ({ a, b, weight, values: cells, years }, i) =>
      `<edge id="${i}" source="${name(a)}" target="${name(b)}" weight="${weight}">${values(cells)}${spells(years)}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
    `<meta><creator>cewen</creator><description>${xmlText(graph.description)}</description></meta>`,
    `<graph defaultedgetype="undirected" mode="${isDynamic ? 'dynamic' : 'static'}"${isDynamic ? ' timeformat="date"' : ''}>`,
    attributes('node', graph.nodeColumns),
    attributes('edge', graph.edgeColumns),
    `<nodes>\n${nodes.join('\n')}\n</nodes>`,
    `<edges>\n${edges.join('\n')}\n</edges>`,
    '</graph>',
    '</gexf>\n',
  ].join('\n');
}

const typeNames = { string: 'string', integer: 'long', number: 'double' } as const;

function attributes(kind: 'node' | 'edge', columns: readonly Column[]): string {
  const each = columns.map(
    ({ name, type }, i) => `<attribute id="${i}" title="${xmlText(name)}" type="${typeNames[type]}"/>`,
  );
  return `<attributes class="${kind}" mode="static">${each.join('')}</attributes>`;
}

function values(cells: readonly Cell[]): string {
  const each = cells.map((cell, i) => (cell === null ? '' : `<attvalue for="${i}" value="${xmlText(String(cell))}"/>`));
  return `<attvalues>${each.join('')}</attvalues>`;
}

function spells(years: readonly YearSpan[]): string {
  if (years.length === 0) return '';
  const each = years.map(({ first, last }) => `<spell start="${year(first)}-01-01" end="${year(last)}-12-31"/>`);
  return `<spells>${each.join('')}</spells>`;
}

function year(value: number): string {
  return String(value).padStart(4, '0');
}
