import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { heatMap } from './heat-map.ts';

/** How often the most frequent terms meet each other. */
export const matrix: Figure = ({ source, folder, words, chosen, top, unit = 'sentence', width }) => {
  const wanted = new Set(chosen);
  const pairs: [a: string, b: string, joint: number][] = [];
  const counts = new Map<string, number>();
  const columns = ['a', 'b', 'unit', 'joint', 'count_a', 'count_b'];
  for (const [a, b, kind, joint, countA, countB] of source.rows('cooccurrence', columns, '--tables default')) {
    if (kind !== unit) continue;
    if (wanted.size > 0 && !(wanted.has(String(a)) && wanted.has(String(b)))) continue;
    pairs.push([String(a), String(b), Number(joint)]);
    counts.set(String(a), Number(countA));
    counts.set(String(b), Number(countB));
  }
  const names = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, wanted.size > 0 ? undefined : Math.min(top, 30))
    .map(([name]) => name);
  const at = new Map(names.map((name, i) => [name, i]));
  const cells = pairs.flatMap(([a, b, joint]): [number, number, number][] => {
    const [i, j] = [at.get(a), at.get(b)];
    return i === undefined || j === undefined
      ? []
      : [
          [i, j, joint],
          [j, i, joint],
        ]; // both halves
  });
  if (cells.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'matrix' });
  return heatMap(names, cells, words.joint, width);
};
