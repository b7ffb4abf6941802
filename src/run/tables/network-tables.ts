import { dissimilarities, matrixOf, type Network, networkOf } from '../../cooccur/network.ts';
import { networkRows } from '../../cooccur/network-rows.ts';
import {
  networkCommunitiesSchema,
  networkEdgesSchema,
  networkNodesSchema,
  networkTreeSchema,
} from '../../cooccur/network-tables.ts';
import type { CooccurrenceTotal } from '../../cooccur/units.ts';
import { significant } from '../../measure/significant.ts';
import { number, text } from '../../model/columns.ts';
import type { Message } from '../../model/message.ts';
import type { Settings } from '../settings.ts';
import type { Emit, WholeTable } from './table-family.ts';

export const networkSchemas = {
  network_nodes: networkNodesSchema,
  network_edges: networkEdgesSchema,
  network_communities: networkCommunitiesSchema,
  network_tree: networkTreeSchema,
};

/** The tables of the co-word network, and its square matrices where they are asked for. */
export class NetworkTables {
  readonly matrices: WholeTable[] = [];
  readonly #settings: Settings;
  readonly #messages: Message[];

  constructor(settings: Settings, messages: Message[]) {
    this.#settings = settings;
    this.#messages = messages;
  }

  finish(totals: CooccurrenceTotal, names: readonly string[], emit: Emit): void {
    const { tables, network: given, cooccurrence } = this.#settings;
    const isWanted = tables.some((name) => name in networkSchemas);
    if (!isWanted && !given.matrices) return;
    const settings = { ...given, minJoint: given.min_joint, count: cooccurrence.count };
    const network = networkOf(totals, names, settings);
    if (network === undefined) {
      this.#messages.push({ severity: 'warning', rule: 'cooccur/no-network', values: { unit: given.unit } });
      return;
    }
    if (network.leftOut > 0) {
      const values = { count: network.leftOut, written: network.names.length };
      this.#messages.push({ severity: 'info', rule: 'cooccur/nodes-left-out', values });
    }
    if (given.matrices) this.matrices.push(...matricesOf(network, given.similarity));
    if (!isWanted) return;
    const { nodes, edges, communities, tree } = networkRows(network, settings);
    for (const row of nodes) emit('network_nodes', row);
    for (const row of edges) emit('network_edges', row);
    for (const row of communities) emit('network_communities', row);
    for (const row of tree) emit('network_tree', row);
  }
}

function matricesOf(network: Network, similarity: Settings['network']['similarity']): WholeTable[] {
  const { names, frequency } = network;
  // No fixed greatest value: of a term with itself it is 1/R1.
  const self = (node: number) => (similarity === 'association_strength' ? 1 / frequency[node]! : 1);
  const made = {
    joint: matrixOf(
      network,
      (edge) => edge.joint,
      (node) => frequency[node]!,
    ),
    similarity: matrixOf(network, (edge) => edge[similarity], self),
    dissimilarity: dissimilarities(network, similarity),
  };
  const told = {
    joint: [
      'Units that hold both; on the diagonal those that hold the term.',
      '共词矩阵：两者同现的单位数；对角线为该词出现的单位数。',
    ],
    similarity: [`Similarity by ${similarity}.`, `相似矩阵：${similarity} 系数。`],
    dissimilarity: ['1 − similarity.', '相异矩阵：1 − 相似系数。'],
  } as const;
  return (Object.keys(made) as (keyof typeof made)[]).map((name) => {
    const [en, zh] = told[name];
    const cells = names.map((term) => number(term, en, zh));
    const columns = [text('node', 'The term of the row.', '该行的术语。'), ...cells];
    return {
      schema: { name: `matrix_${name}`, en, zh, columns },
      rows: names.map((term, i) => [term, ...Array.from(made[name][i]!, significant)]),
    };
  });
}
