import type { CleanDocument, SegmentedDocument, TaggedDocument } from '../src/model/document.ts';
import type { Layer } from '../src/model/layer.ts';
import type { PageLayout } from '../src/model/page-layout.ts';
import { isSpace } from '../src/text/characters.ts';
import { type OffsetMap, toSource } from '../src/text/offset-map.ts';

/** Throws with the first law that a document of any stage breaks; later columns are checked where they are there. */
export function checkDocument(doc: CleanDocument | SegmentedDocument | TaggedDocument): void {
  const law = (holds: boolean, name: string, ...facts: unknown[]) => {
    if (!holds) throw new Error(`${doc.id}: ${name} ${facts.map((fact) => JSON.stringify(fact)).join(' ')}`);
  };
  checkMap(doc.map, doc.raw.length, doc.text.length, law);
  if (doc.layout !== undefined) checkLayout(doc.layout, doc.raw.length, law);
  checkBlocks(doc, law);
  checkLayer('removed', doc.removed, doc.raw.length, law);
  checkLayer('citations', doc.citations, doc.text.length, law);
  checkAccounts(doc, law);
  for (const decision of doc.decisions) {
    law(decision.confidence >= 0.5 && decision.confidence <= 1, 'confidence is 0.5 to 1', decision);
    law(decision.offset >= 0 && decision.offset <= doc.raw.length, 'a decision lies in the raw text', decision);
  }
  for (const { span, rule } of doc.messages) {
    if (span === undefined) continue;
    law(
      0 <= span.start && span.start <= span.end && span.end <= doc.raw.length,
      'a message lies in the raw text',
      rule,
    );
  }
  if ('tokens' in doc) {
    checkTokens(doc, law);
    checkSentences(doc, law);
  }
  if ('terms' in doc) {
    checkLayer('terms', doc.terms, doc.text.length, law);
    checkLayer('mentions', doc.mentions, doc.text.length, law);
    law(doc.nested.length === doc.terms.start.length, 'nested has one element an occurrence');
  }
}

type Law = (holds: boolean, name: string, ...facts: unknown[]) => void;

function checkMap(map: OffsetMap, rawLength: number, textLength: number, law: Law): void {
  const { source, target, kept, moved } = map;
  law(source.length === target.length && source.length === kept.length + 1, 'the map has one more cut than sections');
  law(source[0] === 0 && target[0] === 0, 'the map begins at 0');
  law(
    source.at(-1) === rawLength && target.at(-1) === textLength,
    'the map ends at the lengths',
    source.at(-1),
    rawLength,
  );
  for (let i = 0; i < kept.length; i++) {
    const width = source[i + 1]! - source[i]!;
    const made = target[i + 1]! - target[i]!;
    const jumps = moved === true && made === 0 && width !== 0;
    law(jumps || (width >= 0 && made >= 0 && width + made > 0), 'cuts of the map rise', i);
    law(kept[i] === 0 || width === made, 'a kept section has one length on both sides', i);
  }
}

function checkLayout(layout: PageLayout, rawLength: number, law: Law): void {
  const { pages, start, page, column, x, y, width, height, turn, from, to } = layout;
  law(from.length === rawLength && to.length === rawLength, 'the layout has two elements a unit');
  for (const values of [page, column, x, y, width, height, turn])
    law(values.length === start.length, 'columns of the layout have one length');
  for (let i = 0; i < start.length; i++) {
    law(start[i]! < rawLength && (i === 0 || start[i - 1]! < start[i]!), 'strips rise', i);
    law(page[i]! >= 1 && page[i]! <= pages, 'a strip lies on a page', i, page[i]);
    law(i === 0 || (page[i - 1]! <= page[i]! && column[i - 1]! <= column[i]!), 'pages and columns rise', i);
    law(width[i]! > 0 && height[i]! > 0 && Number.isFinite(x[i]! + y[i]!), 'a strip has a box', i);
  }
  for (let i = 0; i < rawLength; i++) law(from[i]! <= to[i]!, 'a character ends after it begins', i);
}

function checkBlocks(doc: CleanDocument, law: Law): void {
  const parts: string[] = [];
  let last = -1;
  for (const block of doc.blocks) {
    law(
      0 <= block.rawStart && block.rawStart <= block.rawEnd && block.rawEnd <= doc.raw.length,
      'raw span inside',
      block,
    );
    if (block.kind === 'furniture') {
      law(block.start === block.end, 'furniture has no place in the text', block);
      continue;
    }
    law(block.start > last && block.end > block.start && block.end <= doc.text.length, 'blocks are disjoint', block);
    last = block.end;
    const text = doc.text.slice(block.start, block.end);
    law(!text.includes('\n'), 'a block has no line feed', block, text);
    const source = toSource(doc.map, block);
    law(
      source.start >= block.rawStart && source.end <= block.rawEnd,
      'the raw span holds what the map says',
      block,
      source,
    );
    parts.push(text);
  }
  law(parts.join('\n') === doc.text, 'blocks joined by line feeds are the text');
}

/** Every raw unit is in exactly one of: the text of a block, the raw span of furniture, a removed stretch. */
function checkAccounts(doc: CleanDocument, law: Law): void {
  const inText = new Uint8Array(doc.text.length);
  for (const block of doc.blocks) inText.fill(1, block.start, block.end);
  const told = new Uint8Array(doc.raw.length);
  const tell = (start: number, end: number, by: string) => {
    for (let i = start; i < end; i++) {
      law(told[i] === 0, `a raw unit is told twice, the second time by ${by}`, i, doc.raw.slice(start, end));
      told[i] = 1;
    }
  };
  for (const block of doc.blocks) if (block.kind === 'furniture') tell(block.rawStart, block.rawEnd, 'furniture');
  const { start, end, label, labels } = doc.removed;
  for (let i = 0; i < start.length; i++) tell(start[i]!, end[i]!, `removed as ${labels[label[i]!]}`);
  const { source, target, kept } = doc.map;
  const kepts = new Uint8Array(doc.raw.length);
  const replaced = new Uint8Array(doc.raw.length);
  for (let i = 0; i < kept.length; i++) {
    const shift = target[i]! - source[i]!;
    if (kept[i] === 0) {
      if (inText.subarray(target[i]!, target[i + 1]!).includes(1)) replaced.fill(1, source[i]!, source[i + 1]!);
      continue;
    }
    for (let at = source[i]!; at < source[i + 1]!; at++) {
      if (inText[at + shift] !== 1) continue;
      law(kepts[at] === 0, 'a raw unit is in two blocks', at, doc.raw.slice(at, at + 10));
      kepts[at] = 1;
    }
  }
  for (let at = 0; at < doc.raw.length; at++) {
    const around = () => doc.raw.slice(Math.max(0, at - 10), at + 10);
    law(kepts[at] === 1 || replaced[at] === 1 || told[at] === 1, 'a raw unit is told nowhere', at, around());
    // A replaced section may have grown, by composition, over units that a rewrite removed: only kept ones can clash.
    law(kepts[at] === 0 || told[at] === 0, 'a raw unit is in a block and also told', at, around());
  }
}

function checkLayer(name: string, layer: Layer, length: number, law: Law): void {
  const { start, end, label, labels } = layer;
  law(start.length === end.length && start.length === label.length, `${name}: columns of one length`);
  for (let i = 0; i < start.length; i++) {
    law(start[i]! <= end[i]! && end[i]! <= length, `${name}: spans inside`, i, start[i], end[i]);
    law(labels.length === 0 || label[i]! < labels.length, `${name}: labels are listed`, i, label[i]);
    if (i === 0) continue;
    const sorted = start[i]! > start[i - 1]! || (start[i] === start[i - 1] && end[i]! <= end[i - 1]!);
    law(sorted, `${name}: sorted by start, then longest first`, i);
  }
}

const unreadable = /[(（]cid[:：]\d+[)）]/gi;

function checkTokens(doc: SegmentedDocument, law: Law): void {
  const { start, end, type, types, tag, tags } = doc.tokens;
  law(start.length === end.length && start.length === type.length, 'token columns have one length');
  law(tag.length === types.length && new Set(types).size === types.length, 'types are distinct and have one tag each');
  law(
    tag.every((index) => index < tags.length),
    'tags are listed',
  );
  for (const form of types) law(/[\p{L}\p{N}]/u.test(form), 'a type is a word', form);
  const used = new Uint8Array(types.length);
  const plain = withoutMarks(doc);
  const ends = doc.fineEnds;
  for (let i = 0; i < ends.length; i++) {
    law(ends[i]! <= doc.text.length && (i === 0 || ends[i]! > ends[i - 1]!), 'fine ends rise', i, ends[i]);
  }
  const boundary = new Set(ends);
  let at = 0;
  const gap = (to: number) => {
    const between = plain(at, to).replace(unreadable, '');
    law(!/[\p{L}\p{Nd}]/u.test(between), 'what is between tokens holds no word', at, between);
  };
  const blocks = doc.blocks.filter(({ kind }) => kind !== 'furniture');
  let block = 0;
  for (let i = 0; i < start.length; i++) {
    const from = start[i]!;
    const to = end[i]!;
    law(from >= at && to > from && to <= doc.text.length, 'tokens rise and are disjoint', i, from, to);
    law(type[i]! < types.length, 'types are listed', i, type[i]);
    used[type[i]!] = 1;
    law(
      plain(from, to) === types[type[i]!],
      'a form is the slice without citation marks',
      plain(from, to),
      types[type[i]!],
    );
    while (block < blocks.length && blocks[block]!.end < to) block++;
    law(block < blocks.length && from >= blocks[block]!.start, 'a token lies in one block', from, to);
    law(boundary.has(from) && boundary.has(to), 'both ends of a token are fine ends', from, to);
    gap(from);
    at = to;
  }
  gap(doc.text.length);
  law(
    used.every((flag) => flag === 1),
    'every type occurs',
  );
}

/** Slices of the text without citation marks. */
function withoutMarks(doc: CleanDocument): (start: number, end: number) => string {
  const mark = new Uint8Array(doc.text.length);
  const { start, end } = doc.citations;
  for (let i = 0; i < start.length; i++) mark.fill(1, start[i]!, end[i]!);
  return (from, to) => {
    let plain = '';
    for (let i = from; i < to; i++) if (mark[i] === 0) plain += doc.text[i];
    return plain;
  };
}

function checkSentences(doc: SegmentedDocument, law: Law): void {
  checkLayer('sentences', doc.sentences, doc.text.length, law);
  const { start, end } = doc.sentences;
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (!isSpace(doc.text.charCodeAt(at))) return false;
    return true;
  };
  let i = 0;
  for (const block of doc.blocks) {
    if (block.kind === 'furniture') continue;
    let at = block.start;
    for (; i < start.length && start[i]! < block.end; i++) {
      const sentence = doc.text.slice(start[i]!, end[i]!);
      law(start[i]! >= at && end[i]! <= block.end, 'sentences are disjoint and lie in one block', sentence);
      law(
        sentence !== '' && !isSpace(doc.text.charCodeAt(start[i]!)) && !isSpace(doc.text.charCodeAt(end[i]! - 1)),
        'a sentence has no white space around it',
        sentence,
      );
      law(blank(at, start[i]!), 'only white space is outside sentences', at, start[i]);
      at = end[i]!;
    }
    law(blank(at, block.end), 'only white space is outside sentences', at, block.end);
  }
  law(i === start.length, 'every sentence lies in a block', i, start.length);
}
