import type { Block, BlockKind, CleanDocument } from '../src/model/document.ts';
import { layerOf } from '../src/model/layer.ts';
import { identityMap, type Span } from '../src/text/offset-map.ts';

/**
 * A clean document as repair would give it for a raw text of one good line a block, for tests of later stages. A part is
 * the text of a paragraph, or a kind with its text; `«` and `»` around a stretch make it a citation mark.
 */
export function cleanDocument(...parts: readonly (string | { kind: BlockKind; text: string })[]): CleanDocument {
  const blocks: Block[] = [];
  const citations: Span[] = [];
  const breaks: Span[] = [];
  let text = '';
  for (const part of parts) {
    const { kind, text: marked } = typeof part === 'string' ? { kind: 'paragraph' as const, text: part } : part;
    if (text !== '') {
      breaks.push({ start: text.length, end: text.length + 1 });
      text += '\n';
    }
    const start = text.length;
    let opened = start;
    for (const unit of marked.split('')) {
      if (unit === '«') opened = text.length;
      else if (unit === '»') citations.push({ start: opened, end: text.length });
      else text += unit;
    }
    const end = text.length;
    const line = breaks.length + 1;
    blocks.push({ kind, level: 0, start, end, rawStart: start, rawEnd: end, page: undefined, line });
  }
  return {
    id: 'test.txt',
    meta: {},
    format: 'text',
    encoding: 'utf-8',
    bytes: text.length,
    sha256: '',
    raw: text,
    messages: [],
    text,
    map: identityMap(text.length),
    blocks,
    removed: layerOf(
      breaks.map((span) => ({ ...span, label: 0 })),
      ['line_break'],
    ),
    citations: layerOf(
      citations.map((span) => ({ ...span, label: 0 })),
      ['citation'],
    ),
    decisions: [],
  };
}
