import { CorpusError } from '../../../model/errors.ts';
import type { Figure } from '../figure.ts';
import { heatMap } from './heat-map.ts';

const option = '--tables default,similarity,nearest,clusters,coordinates';

/** How like each other documents, or groups, are: those of one cluster side by side. */
export const similarity: Figure = ({ source, folder, words, chosen, top, unit = 'cosine', width }) => {
  const wanted = new Set(chosen);
  const names: string[] = [];
  if (source.has('coordinates')) {
    const found = [...source.rows('coordinates', ['document', 'tree_order'], option)];
    found.sort((a, b) => Number(a[1]) - Number(b[1]));
    names.push(...found.map(([name]) => String(name)));
  }
  const pairs = [...source.rows('similarity', ['a', 'b', unit], option)];
  if (names.length === 0) names.push(...new Set(pairs.flatMap(([a, b]) => [String(a), String(b)])));
  const shown = names
    .filter((name) => wanted.size === 0 || wanted.has(name))
    .slice(0, wanted.size > 0 ? undefined : Math.max(top, 40));
  const at = new Map(shown.map((name, i) => [name, i]));
  const cells = pairs.flatMap(([a, b, value]): [number, number, number][] => {
    const [i, j] = [at.get(String(a)), at.get(String(b))];
    if (i === undefined || j === undefined || value === null) return [];
    return [
      [i, j, Number(value)],
      [j, i, Number(value)],
    ]; // both halves
  });
  if (cells.length === 0) throw new CorpusError('input/nothing-to-plot', folder, { figure: 'similarity' });
  return heatMap(shown, cells, words.similarity, width);
};
