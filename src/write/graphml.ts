import type { Graph } from '../model/graph.ts';
import type { Cell, Column } from '../model/table.ts';
import { rounded } from './graph-style.ts';
import { xmlText } from './xml-text.ts';

const typeNames = { string: 'string', integer: 'long', number: 'double' } as const;
const map: readonly Column[] = [
  { name: 'x', type: 'number', en: '', zh: '' },
  { name: 'y', type: 'number', en: '', zh: '' },
];

/** A network as GraphML: the term is the `label` of a node, its columns are data, as are its weight and places. */
export function graphmlText(graph: Graph): string {
  const label: Column = { name: 'label', type: 'string', en: '', zh: '' };
  const weight: Column = { name: 'weight', type: 'number', en: '', zh: '' };
  const nodeColumns = [label, ...graph.nodeColumns, ...map];
  const edgeColumns = [weight, ...graph.edgeColumns];
  const nodes = graph.nodes.map(
    (node, i) =>
      `<node id="n${i + 1}">${data('n', [node.label, ...node.values, rounded(node.x), rounded(node.y)])}</node>`,
  );
  const edges = graph.edges.map(
    ({ a, b, weight, values }, i) =>
      `<edge id="e${i + 1}" source="n${a + 1}" target="n${b + 1}">${data('e', [weight, ...values])}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    `<desc>${xmlText(graph.description)}</desc>`,
    ...keys('node', 'n', nodeColumns),
    ...keys('edge', 'e', edgeColumns),
    '<graph id="cewen" edgedefault="undirected">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>\n',
  ].join('\n');
}

function keys(kind: 'node' | 'edge', letter: string, columns: readonly Column[]): string[] {
  return columns.map(
    ({ name, type }, i) =>
      `<key id="${letter}k${i}" for="${kind}" attr.name="${xmlText(name)}" attr.type="${typeNames[type]}"/>`,
  );
}

function data(letter: string, cells: readonly Cell[]): string {
  return cells
    .map((cell, i) => (cell === null ? '' : `<data key="${letter}k${i}">${xmlText(String(cell))}</data>`))
    .join('');
}
