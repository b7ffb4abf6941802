import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, BlockKind } from '../../../src/model/document.ts';
import { layerOf } from '../../../src/model/layer.ts';
import { DocumentIndex } from '../../../src/run/result/document-index.ts';

const blockOf = (kind: BlockKind, start: number, end: number): Block => {
  return { kind, level: 0, start, end, rawStart: start, rawEnd: end, page: undefined, line: 1 };
};

// Furniture has a number among the blocks, but no place; each block of the text is a sentence here.
const lengths = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });

test('offsets find their block and sentence in whatever order they are asked for', () => {
  fc.assert(
    fc.property(lengths, fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 30 }), (lengths, asked) => {
      const blocks: Block[] = [];
      let at = 0;
      for (const length of lengths) {
        blocks.push(length === 0 ? blockOf('furniture', at, at) : blockOf('paragraph', at, at + length));
        if (length > 0) at += length + 1;
      }
      const inText = blocks.filter(({ kind }) => kind !== 'furniture');
      const spans = inText.map(({ start, end }) => ({ start, end, label: 0 }));
      const index = new DocumentIndex({ blocks, sentences: layerOf(spans, ['']) });
      for (const offset of asked) {
        const block = inText.findLast(({ start }) => start <= offset);
        expect(index.block(offset)).toBe(block === undefined ? 0 : blocks.indexOf(block) + 1);
        expect(index.sentence(offset)).toBe(inText.filter(({ start }) => start <= offset).length);
      }
    }),
  );
});
