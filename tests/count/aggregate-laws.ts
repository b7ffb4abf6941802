import fc from 'fast-check';
import { expect } from 'vitest';
import type { TaggedDocument } from '../../src/model/document.ts';
import type { Aggregate } from '../../src/model/stage.ts';
import { exampleCorpus } from './example-document.ts';

/**
 * The laws of an aggregate, as seen in the rows of its table: parts of a corpus counted apart and merged, in whatever
 * grouping, give what the whole gives; an empty total changes nothing; a total survives the way to another thread.
 */
export function checkAggregate<Total>(
  aggregate: Aggregate<TaggedDocument, Total>,
  rows: (total: Total) => Iterable<unknown>,
): void {
  const totalOf = (documents: readonly TaggedDocument[]) => {
    const total = aggregate.empty();
    for (const document of documents) aggregate.add(total, document);
    return total;
  };
  const merged = (first: Total, ...others: Total[]) => {
    for (const other of others) aggregate.merge(first, other);
    return first;
  };
  const split = exampleCorpus.chain((corpus) => {
    const cut = fc.nat({ max: corpus.length });
    return fc.tuple(fc.constant(corpus), cut, cut);
  });
  fc.assert(
    fc.property(split, ([corpus, one, other]) => {
      const [first, second] = [Math.min(one, other), Math.max(one, other)];
      const parts = [corpus.slice(0, first), corpus.slice(first, second), corpus.slice(second)] as const;
      const [a, b, c] = parts;
      const whole = [...rows(totalOf(corpus))];
      expect([...rows(merged(totalOf(a), totalOf(b), totalOf(c)))]).toEqual(whole);
      expect([...rows(merged(totalOf(a), merged(totalOf(b), totalOf(c))))]).toEqual(whole);
      expect([...rows(merged(aggregate.empty(), totalOf(corpus), aggregate.empty()))]).toEqual(whole);
      const posted = structuredClone(totalOf(a));
      for (const document of [...b, ...c]) aggregate.add(posted, document);
      expect([...rows(posted)]).toEqual(whole);
    }),
  );
}
