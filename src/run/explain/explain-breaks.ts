import type { Block, BlockKind, CleanDocument } from '../../model/document.ts';
import { displayWidth, pad } from '../command/display-width.ts';
import { type Box, Boxes } from '../result/boxes.ts';
import { Places } from '../result/places.ts';
import { type Language, say } from '../wording/wording.ts';
import { showRemoved } from './explain-removed.ts';

/** A line of the source, the block that it belongs to, and what was decided at its end. */
export interface ExplainedLine {
  readonly line: number;
  readonly page: number | null;
  /** Around its text; null where it has none, and where the source does not say where its text stands. */
  readonly box: Box | null;
  readonly text: string;
  /** 1-based number of the first block on the line; null for a line without a block. */
  readonly block: number | null;
  readonly kind: BlockKind | null;
  readonly level: number | null;
  /** The parts of the line that belong to each block on it: one, or more where a block begins inside the line. */
  readonly parts: readonly LinePart[];
  /** null at the last line, and where there was nothing to decide. */
  readonly break: { readonly join: boolean; readonly rule: string; readonly confidence: number } | null;
}

export interface LinePart {
  readonly block: number;
  readonly kind: BlockKind;
  readonly level: number;
  /** Whether the block begins here. */
  readonly begins: boolean;
  readonly text: string;
}

interface NumberedBlock {
  readonly block: Block;
  readonly number: number;
}

/** Every line of the source of a repaired document with the decision at its end. */
export function explainLines(document: CleanDocument): ExplainedLine[] {
  const { raw, blocks } = document;
  const places = new Places(document);
  const boxes = new Boxes(document);
  const decisions = new Map(document.decisions.map((decision) => [decision.line, decision]));
  const inOrder: NumberedBlock[] = blocks
    .map((block, i) => ({ block, number: i + 1 }))
    .sort((a, b) => a.block.rawStart - b.block.rawStart || b.block.rawEnd - a.block.rawEnd);
  const lines: ExplainedLine[] = [];
  let next = 0;
  let open: NumberedBlock[] = [];
  for (let line = 1; line <= places.lineCount; line++) {
    const { start, end } = places.lineSpan(line, raw.length);
    if (line === places.lineCount && start === raw.length) break;
    const text = raw.slice(start, end).replace(/[\r\n\f\u0085\u2028\u2029]+$/, '');
    open = open.filter(({ block }) => block.rawEnd > start);
    const begun: NumberedBlock[] = [];
    while (next < inOrder.length && inOrder[next]!.block.rawStart < end) begun.push(inOrder[next++]!);
    const parts = lineParts(text, start, open, begun);
    open.push(...begun);
    const decision = decisions.get(line);
    lines.push({
      line,
      page: places.page(start),
      box: boxes.ofSpan(start + text.length - text.trimStart().length, start + text.trimEnd().length),
      text,
      block: parts[0]?.block ?? null,
      kind: parts[0]?.kind ?? null,
      level: parts[0]?.level ?? null,
      parts,
      break: decision ? { join: decision.join, rule: decision.rule, confidence: decision.confidence } : null,
    });
  }
  return lines;
}

/** The parts of the line at `start`. Of the blocks open before it the innermost goes on: furniture may lie inside a paragraph. */
function lineParts(
  text: string,
  start: number,
  open: readonly NumberedBlock[],
  begun: readonly NumberedBlock[],
): LinePart[] {
  const first = start + text.search(/\S/);
  if (first < start) return [];
  const part = ({ block, number }: NumberedBlock, begins: boolean, from: number, to: number): LinePart => ({
    block: number,
    kind: block.kind,
    level: block.level,
    begins,
    text: text.slice(from - start, to - start),
  });
  const end = start + text.length;
  const parts = begun.map((here, i) =>
    part(here, true, i === 0 ? start : here.block.rawStart, begun[i + 1]?.block.rawStart ?? end),
  );
  const goesOn = open.filter(({ block }) => block.rawEnd > first).at(-1);
  const before = begun[0]?.block.rawStart ?? end;
  if (goesOn === undefined || before <= first) return parts;
  return [
    part(goesOn, false, start, before),
    ...(begun.length === 0 ? [] : [part(begun[0]!, true, before, begun[1]?.block.rawStart ?? end), ...parts.slice(1)]),
  ];
}

/**
 * The lines as a table for a terminal: kind of block where one begins, line, place on the page if known, decision, confidence, rule, text; a row more
 * for each block that begins inside a line. Below it, what was taken out of the text and why.
 */
export function showLines(document: CleanDocument, language: Language): string {
  const lines = explainLines(document);
  const ruleWidth = Math.max(4, ...lines.map((line) => line.break?.rule.length ?? 0));
  const words = {
    join: say(language, 'explain/join'),
    break: say(language, 'explain/break'),
  };
  const placeOf = ({ page, box }: ExplainedLine) =>
    box === null ? '' : say(language, 'explain/line-box', { page: page ?? '', ...box });
  const placeWidth = Math.max(0, ...lines.map((line) => displayWidth(placeOf(line))));
  const shown = lines.flatMap((line) => {
    const parts: readonly (LinePart | undefined)[] = line.parts.length === 0 ? [undefined] : line.parts;
    return parts.map((part, i) => {
      const decision = i < parts.length - 1 || line.break === null ? undefined : line.break;
      const join = decision === undefined ? '' : decision.join ? words.join : words.break;
      return [
        pad(part?.begins ? kindOf(part) : '', 11),
        (i === 0 ? String(line.line) : '').padStart(5),
        ...(placeWidth > 0 ? [pad(i === 0 ? placeOf(line) : '', placeWidth)] : []),
        pad(join, 6),
        pad(decision?.confidence.toFixed(2) ?? '', 4),
        pad(decision?.rule ?? '', ruleWidth),
        part?.text ?? line.text,
      ]
        .join('  ')
        .trimEnd();
    });
  });
  const head = say(language, 'explain/head', {
    document: document.id,
    encoding: document.encoding || document.format,
    lines: lines.length,
    blocks: document.blocks.length,
    joined: lines.filter((line) => line.break?.join === true).length,
  });
  return `${[head, ...shown, ...showRemoved(document, language)].join('\n')}\n`;
}

function kindOf({ kind, level }: LinePart): string {
  return kind === 'heading' ? `${kind} ${level}` : kind;
}
