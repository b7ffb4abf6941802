import type { Block, CleanDocument } from '../model/document.ts';
import type { Layer } from '../model/layer.ts';
import type { Message } from '../model/message.ts';
import type { Stage } from '../model/stage.ts';
import { compose, type OffsetMap, type Span, toSource, toTarget } from '../text/offset-map.ts';
import type { Rewrite } from '../text/rewrite.ts';
import { chooseVariant } from './choose-variant.ts';
import { unifyPunctuation } from './punctuation.ts';
import { scriptShare } from './script-share.ts';
import type { TraditionalVariant } from './variant-chains.ts';
import { type AmbiguousConversion, simplify } from './variants.ts';
import { foldWidths } from './widths.ts';

/** What is made alike; what is switched off stays as it was written. */
export interface NormaliseSettings {
  /** The kind of Traditional text that is put into Simplified; `auto` decides for each document, `none` leaves all as it is. */
  readonly variant: 'auto' | 'none' | TraditionalVariant;
  readonly widths: boolean;
  readonly punctuation: boolean;
}

const defaultNormaliseSettings: NormaliseSettings = { variant: 'auto', widths: true, punctuation: true };

/** Ambiguous characters told one by one; the rest are told as a number. */
const mostAmbiguous = 20;

/** One form for letters, digits, marks and characters. What changes keeps its way back to the raw text. */
export function createNormalise(settings: Partial<NormaliseSettings> = {}): Stage<CleanDocument, CleanDocument> {
  const all = { ...defaultNormaliseSettings, ...settings };
  return { name: 'normalise', settings: all, run: (document) => normalise(document, all) };
}

function normalise(document: CleanDocument, settings: NormaliseSettings): CleanDocument {
  const messages: Message[] = [];
  let text = document.text;
  let map: OffsetMap | undefined;
  const apply = (rewrite: Rewrite | undefined) => {
    if (rewrite === undefined) return;
    text = rewrite.text;
    map = map === undefined ? rewrite.map : compose(map, rewrite.map);
  };
  const raw = (span: Span) => toSource(document.map, map === undefined ? span : toSource(map, span));

  if (settings.widths) apply(foldWidths(text));
  const variant = settings.variant === 'auto' ? decide(text, messages) : settings.variant;
  if (variant !== 'none') {
    const { rewrite, ambiguous } = simplify(text, variant);
    messages.push(...tell(ambiguous, raw));
    apply(rewrite);
  }
  if (settings.punctuation) apply(unifyPunctuation(text, references(document.blocks, map)));

  if (map === undefined && messages.length === 0) return document;
  const told = { ...document, messages: [...document.messages, ...messages] };
  if (map === undefined) return told;
  return {
    ...told,
    text,
    map: compose(document.map, map),
    blocks: movedBlocks(document.blocks, map),
    citations: movedLayer(document.citations, map),
  };
}

function decide(text: string, messages: Message[]): TraditionalVariant | 'none' {
  const share = scriptShare(text);
  const variant = chooseVariant(text, share) ?? 'none';
  if (share.traditional > 0) {
    const values = variant === 'none' ? share : { variant, ...share };
    messages.push({ severity: 'info', rule: 'normalise/variant', values: { ...values } });
  }
  return variant;
}

function tell(ambiguous: readonly AmbiguousConversion[], raw: (span: Span) => Span): Message[] {
  const messages: Message[] = ambiguous
    .slice(0, mostAmbiguous)
    .map(({ character, result, alternatives, count, first }) => ({
      severity: 'info',
      rule: 'normalise/ambiguous-conversion',
      values: { character, count, result, alternatives: alternatives.join(' ') },
      span: raw(first),
    }));
  const rest = ambiguous.slice(mostAmbiguous);
  if (rest.length > 0) {
    const count = rest.reduce((sum, { count }) => sum + count, 0);
    const rule = 'normalise/ambiguous-conversion-more';
    messages.push({ severity: 'info', rule, values: { characters: rest.length, count }, span: raw(rest[0]!.first) });
  }
  return messages;
}

/** Where the references stand: their ASCII marks are those of GB/T 7714 ([J], 2015(3): 12-15) and stay. */
function references(blocks: readonly Block[], map: OffsetMap | undefined): Span[] {
  const spans = blocks.filter((block) => block.kind === 'reference' && block.end > block.start);
  return map === undefined ? spans : spans.map((block) => toTarget(map, block));
}

/** No rewrite reaches across a line break, so that the ends of blocks are ends of sections and move exactly. */
function movedBlocks(blocks: readonly Block[], map: OffsetMap): Block[] {
  return blocks.map((block) => ({ ...block, ...toTarget(map, block) }));
}

function movedLayer(layer: Layer, map: OffsetMap): Layer {
  const start = new Uint32Array(layer.start.length);
  const end = new Uint32Array(layer.end.length);
  for (let i = 0; i < start.length; i++) {
    const span = toTarget(map, { start: layer.start[i]!, end: layer.end[i]! });
    start[i] = span.start;
    end[i] = span.end;
  }
  return { ...layer, start, end };
}
