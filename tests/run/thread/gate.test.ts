import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate } from '../../../src/run/thread/gate.ts';

test('work that is alone has nothing beside it, and all work is done', async () => {
  const piece = fc.record({ alone: fc.boolean(), turns: fc.nat(5), fails: fc.boolean(), before: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const gate = new Gate();
      let inside = 0;
      let isAlone = false;
      const turns = async (count: number) => {
        for (let i = 0; i < count; i++) await Promise.resolve();
      };
      const work = async ({ alone, turns: count, fails, before }: (typeof pieces)[number]) => {
        await turns(before);
        await gate[alone ? 'alone' : 'together'](async () => {
          expect(isAlone).toBe(false);
          if (alone) expect(inside).toBe(0);
          inside++;
          isAlone = alone;
          await turns(count);
          isAlone = false;
          inside--;
          if (fails) throw new Error('failed');
        });
      };
      const results = await Promise.allSettled(pieces.map(work));
      expect(results.map(({ status }) => status === 'rejected')).toEqual(pieces.map(({ fails }) => fails));
      expect(results.every((r) => r.status === 'fulfilled' || r.reason.message === 'failed')).toBe(true);
    }),
  );
});

test('work begins at once where nothing is alone', () => {
  let begun = 0;
  const gate = new Gate();
  for (let i = 0; i < 3; i++) {
    gate.together(async () => {
      begun++;
    });
  }
  expect(begun).toBe(3);
});
