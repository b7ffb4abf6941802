import type { Figure } from './figure.ts';
import { dendrogram } from './figures/dendrogram.ts';
import { dispersion } from './figures/dispersion.ts';
import { keyness } from './figures/keyness.ts';
import { matrix } from './figures/matrix.ts';
import { network } from './figures/network.ts';
import { similarity } from './figures/similarity.ts';
import { terms } from './figures/terms.ts';
import { trend } from './figures/trend.ts';

/** Every figure by its name. */
export const figures: ReadonlyMap<string, Figure> = new Map(
  Object.entries({ terms, trend, dispersion, network, matrix, keyness, similarity, dendrogram }),
);
