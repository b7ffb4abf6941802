import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteStore, memoryStore } from '../../src/count/byte-store.ts';
import { itemSpread } from '../../src/count/item-spread.ts';
import { KeptPostings, type PostingSource, postingSource } from '../../src/count/kept-postings.ts';
import { beginDocument, emptyPostings, type Postings, post } from '../../src/count/postings.ts';

interface Counted {
  readonly size: number;
  readonly items: readonly (readonly [item: number, count: number])[];
}

const counted = fc.record({
  size: fc.integer({ min: 0, max: 0xffffffff }),
  items: fc.array(fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 0xffffffff })), {
    maxLength: 6,
  }),
});
const parts = fc.array(fc.array(counted, { maxLength: 5 }), { maxLength: 5 });

function postingsOf(documents: readonly Counted[]): Postings {
  const postings = emptyPostings();
  for (const { size, items } of documents) {
    beginDocument(postings, size);
    for (const [item, count] of items) post(postings, item, count);
  }
  return postings;
}

const read = (source: PostingSource): Counted[] =>
  Array.from({ length: source.documents }, (_, document) => {
    const { length, items, counts } = source.read(document);
    return {
      size: source.sizeOf(document),
      items: Array.from({ length }, (_, i) => [items[i]!, counts[i]!] as const),
    };
  });

/** Gives every answer in the same room, as a store on a disk does. */
function narrowStore(): ByteStore {
  const { keep, read } = memoryStore();
  const room = new Uint8Array(1 << 16);
  return {
    keep,
    read(...given) {
      const bytes = read(...given);
      room.fill(0xff).set(bytes);
      return room.subarray(0, bytes.length);
    },
  };
}

test('packed postings are those that were put in, in any order of documents', () => {
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.nat()), (parts, numbers) => {
      const kept = new KeptPostings(narrowStore());
      for (const part of parts) kept.add(postingsOf(part), (id) => id);
      const all = parts.flat();
      expect(read(kept)).toEqual(all);
      const order = Uint32Array.from(all.keys());
      const ranks = all.map(() => numbers.next().value as number);
      order.sort((a, b) => ranks[a]! - ranks[b]! || a - b);
      kept.inOrder(order);
      const ordered = Array.from(order, (document) => all[document]!);
      expect(read(kept)).toEqual(ordered);
      expect(read(postingSource(kept.unpacked()))).toEqual(ordered);
    }),
  );
});

test('items have the ids that they are given', () => {
  const kept = new KeptPostings(memoryStore());
  kept.add(postingsOf([{ size: 9, items: [[0, 2]] }]), (id) => id + 300);
  expect(read(kept)).toEqual([{ size: 9, items: [[300, 2]] }]);
});

test('totals over the documents do not depend on where the postings are', () => {
  const document = fc
    .uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 })
    .chain((items) => fc.tuple(...items.map((item) => fc.tuple(fc.constant(item), fc.integer({ min: 1, max: 9 })))))
    .map((items) => ({ size: items.reduce((sum, [, count]) => sum + count, 1), items }));
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6 }), (documents) => {
      const kept = new KeptPostings(narrowStore());
      kept.add(postingsOf(documents), (id) => id);
      const { evennessOf, ...totals } = itemSpread(kept, 6);
      const expected = itemSpread(postingSource(postingsOf(documents)), 6);
      for (const name of ['tokens', 'frequency', 'documents', 'dpNorm'] as const) {
        expect(totals[name]).toEqual(expected[name]);
      }
      for (let item = 0; item < 6; item++) expect(evennessOf(item)).toEqual(expected.evennessOf(item));
    }),
  );
});
