import type { BlockKind, CleanDocument } from '../model/document.ts';
import { pad } from './display-width.ts';
import { Places } from './places.ts';
import { type Language, say } from './wording.ts';

/** A line of the source, the block that it belongs to, and what was decided at its end. */
export interface ExplainedLine {
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** 1-based number of the block that holds the line's first visible character; null for an empty line. */
  readonly block: number | null;
  readonly kind: BlockKind | null;
  readonly level: number | null;
  /** null at the last line, and where there was nothing to decide. */
  readonly break: { readonly join: boolean; readonly rule: string; readonly confidence: number } | null;
}

/** Every line of the source of a repaired document with the decision at its end. */
export function explainLines(document: CleanDocument): ExplainedLine[] {
  const { raw, blocks } = document;
  const places = new Places(document);
  const decisions = new Map(document.decisions.map((decision) => [decision.line, decision]));
  const inOrder = blocks
    .map((block, i) => ({ block, number: i + 1 }))
    .sort((a, b) => a.block.rawStart - b.block.rawStart || a.block.rawEnd - b.block.rawEnd);
  const lines: ExplainedLine[] = [];
  let next = 0;
  for (let line = 1; line <= places.lineCount; line++) {
    const { start, end } = places.lineSpan(line, raw.length);
    const text = raw.slice(start, end).replace(/[\r\n\f\u0085\u2028\u2029]+$/, '');
    if (line === places.lineCount && start === raw.length) break;
    const first = start + text.search(/\S/);
    while (next < inOrder.length && inOrder[next]!.block.rawEnd <= first) next++;
    // Blocks of furniture may lie inside a paragraph that runs across pages.
    const here =
      first < start
        ? undefined
        : inOrder
            .slice(next, next + 8)
            .filter(({ block }) => block.rawStart <= first && first < block.rawEnd)
            .at(-1);
    const decision = decisions.get(line);
    lines.push({
      line,
      page: places.page(start),
      text,
      block: here?.number ?? null,
      kind: here?.block.kind ?? null,
      level: here?.block.level ?? null,
      break: decision ? { join: decision.join, rule: decision.rule, confidence: decision.confidence } : null,
    });
  }
  return lines;
}

/** The lines as a table for a terminal: kind of block where one begins, line, decision, confidence, rule, text. */
export function showLines(document: CleanDocument, language: Language): string {
  const lines = explainLines(document);
  const rules = lines.map((line) => line.break?.rule ?? '');
  const ruleWidth = Math.max(4, ...rules.map((rule) => rule.length));
  const words = {
    join: say(language, 'explain/join'),
    break: say(language, 'explain/break'),
  };
  const shown = lines.map((line, i) => {
    const begins = line.block !== null && line.block !== (lines[i - 1]?.block ?? null);
    const level = line.kind === 'heading' ? ` ${line.level}` : '';
    const kind = line.kind === 'furniture' || begins ? `${line.kind}${level}` : '';
    const decision = line.break === null ? '' : line.break.join ? words.join : words.break;
    return [
      pad(kind, 11),
      String(line.line).padStart(5),
      pad(decision, 6),
      pad(line.break?.confidence.toFixed(2) ?? '', 4),
      pad(line.break?.rule ?? '', ruleWidth),
      line.text,
    ]
      .join('  ')
      .trimEnd();
  });
  const head = say(language, 'explain/head', {
    document: document.id,
    encoding: document.encoding,
    lines: lines.length,
    blocks: document.blocks.length,
    joined: lines.filter((line) => line.break?.join === true).length,
  });
  return `${head}\n${shown.join('\n')}\n`;
}
