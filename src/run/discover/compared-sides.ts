import { groupBy, isIn } from '../../compare/groups.ts';
import { CorpusError } from '../../model/errors.ts';
import type { Settings } from '../settings.ts';
import { sideOf } from '../tables/comparison-sides.ts';

export type ComparedSide = 'target' | 'reference' | 'none';

/**
 * The side of each document by its value of `--by`. Without groups to look at, all but those of the reference are the target;
 * without groups to compare with, all others are the reference. Throws CorpusError for a name that is no group.
 */
export function comparedSides(
  values: readonly (string | undefined)[],
  settings: Pick<Settings, 'by_separators' | 'target' | 'reference'>,
): ComparedSide[] {
  const groups = groupBy(values, settings.by_separators);
  const side = (setting: 'target' | 'reference') =>
    sideOf(setting, settings[setting], groups, (_, __, told) => {
      throw new CorpusError('input/no-such-group', `--${setting}`, told);
    })?.groups;
  const target = side('target');
  const reference = side('reference');
  return values.map((_, document) => {
    const isReference = reference !== undefined && isIn(groups, document, reference);
    if (target === undefined) return isReference ? 'reference' : 'target';
    if (isIn(groups, document, target)) return 'target';
    return isReference || (reference === undefined && groups.of[document]! >= 0) ? 'reference' : 'none';
  });
}
