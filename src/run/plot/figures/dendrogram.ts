import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { axis, ink, labelRoom } from '../plot-style.ts';

/** Where a branch ends. */
interface End {
  readonly at: number;
  readonly height: number;
}

// Fewer leaves show nothing of the clusters.
const leastLeaves = 40;

/**
 * The hierarchical clustering of the co-word network, or of documents where `unit` is documents: of the first ones, which are
 * the most frequent terms. The others are left out of the tree; where those that stay meet does not change.
 */
export const dendrogram: Figure = ({ source, folder, words, chosen, top, unit = 'terms', width }) => {
  const table = unit === 'documents' ? 'clusters' : 'network_tree';
  const needed = unit === 'documents' ? '--tables default,clusters' : '--tables default';
  const merges = [...source.rows(table, ['a', 'b', 'height', 'name_a', 'name_b'], needed)].map(
    ([a, b, height, nameA, nameB]) => ({
      sides: [Number(a), Number(b)],
      height: Number(height),
      names: [nameA, nameB],
    }),
  );
  if (merges.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'dendrogram' });
  const leaves: string[] = [];
  /** Each side ends in a leaf (below 0) or goes on in an earlier step: its place, and lines on the way. */
  const lines: { from: readonly [number, number]; to: readonly [number, number] }[] = [];
  const isShown = (number: number, name: string) =>
    chosen.length > 0 ? chosen.includes(name) : number <= Math.max(top, leastLeaves);
  const leaf = (number: number, name: string): End | undefined =>
    isShown(number, name) ? { at: leaves.push(name) - 1, height: 0 } : undefined;
  const place = (step: number): End | undefined => {
    const { sides, height, names } = merges[step - 1]!;
    const [one, other] = sides.map((side, i) => (side < 0 ? leaf(-side, String(names[i])) : place(side)));
    if (one === undefined || other === undefined) return one ?? other;
    for (const end of [one, other]) lines.push({ from: [end.height, end.at], to: [height, end.at] });
    lines.push({ from: [height, one.at], to: [height, other.at] });
    return { at: (one.at + other.at) / 2, height };
  };
  // The steps of a forest that was not joined into one tree stand one below the other.
  const joined = new Set(merges.flatMap(({ sides }) => sides.filter((side) => side > 0)));
  for (let step = merges.length; step > 0; step--) if (!joined.has(step)) place(step);
  if (leaves.length < 2) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'dendrogram' });
  const option = {
    grid: { left: 12, right: labelRoom(leaves, width), top: 8, bottom: 44 },
    xAxis: axis(words.height, { type: 'value', inverse: true, min: 0 }),
    yAxis: axis('', {
      type: 'value',
      position: 'right',
      inverse: true,
      min: -0.5,
      max: leaves.length - 0.5,
      interval: 1,
      axisLabel: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLine: { show: false },
    }),
    series: [
      {
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        silent: true,
        lineStyle: { color: ink, width: 1, opacity: 1 },
        data: lines.map(({ from, to }) => ({ coords: [from, to] })),
      },
      {
        type: 'scatter',
        symbolSize: 0.1,
        silent: true,
        data: leaves.map((name, i) => ({
          name,
          value: [0, i],
          label: { show: true, formatter: '{b}', position: 'right', color: ink, fontSize: 10 },
        })),
      },
    ],
  };
  return { option, rows: leaves.length };
};
