import { countTokens } from '../../count/counted-blocks.ts';
import { significant } from '../../measure/significant.ts';
import { createScoreWords, dimensionsOf } from '../../query/grade/score-words.ts';
import { scoreOccurrencesSchema, scoresSchema } from '../../query/tables.ts';
import { TextView } from '../../query/text-view.ts';
import { MatchPlaces } from '../query/match-place.ts';
import { none } from '../settings.ts';
import type { FamilyKind } from './table-family.ts';

/** scores and score_occurrences, where graded lexicons are given. */
export const scoreTables: FamilyKind = {
  schemas: { scores: scoresSchema, score_occurrences: scoreOccurrencesSchema },
  isPossible: ({ grades }) => grades.some((path) => path !== none),
  create({ settings, coding }) {
    const { boundary, ignore_case: ignoreCase, scores } = settings;
    const { normalise } = coding;
    const scoreWords = createScoreWords(coding.grades, { boundary, ignoreCase, normalise, ...scores });
    const dimensions = dimensionsOf(coding.grades);
    const kinds = new Set(settings.count_kinds);
    const context = { context: settings.context, contextUnit: 'characters' } as const;
    return {
      name: 'scores',
      messages: [],
      held: [],
      add(document, emit) {
        const view = new TextView(document, kinds);
        const scored = scoreWords(view);
        const tokens = countTokens(view.blocks);
        for (const dimension of dimensions) {
          const own = scored.filter(({ entry }) => entry.dimension === dimension);
          const sum = own.reduce((total, { score }) => total + score, 0);
          const modified = own.filter(({ modifiers }) => modifiers.length > 0).length;
          emit('scores', [
            document.id,
            dimension,
            own.length,
            significant(sum),
            significant(sum / own.length),
            significant((sum * 1000) / tokens),
            modified,
            tokens,
          ]);
        }
        if (!settings.tables.includes('score_occurrences')) return;
        const places = new MatchPlaces(document, context);
        const inOrder = [...scored].sort((a, b) => a.span.start - b.span.start);
        for (const { span, entry, modifiers, factor, score } of inOrder) {
          const words = modifiers.map(({ word }) => word).join('|');
          const { dimension, word, grade } = entry;
          const numbers = [significant(factor), significant(score)];
          emit('score_occurrences', [document.id, dimension, word, grade, words, ...numbers, ...places.of(span).cells]);
        }
      },
      finish() {},
    };
  },
};
