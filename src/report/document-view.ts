import type { Block, TaggedDocument } from '../model/document.ts';
import type { Term } from '../model/term.ts';
import { lineStarts } from '../text/lines.ts';
import type { DocumentView, ViewBlock, ViewLine } from './report-data.ts';

/** Lines of one document that the report shows: about a hundred pages. */
const mostLines = 4000;
/** Units of one line: a web page may have its whole text on one. */
const longestLine = 20_000;

/** A document for the report: its blocks with their terms, beside the lines of its source with the decision at each break. */
export function documentView(document: TaggedDocument, terms: readonly Term[]): DocumentView {
  const { id, raw, blocks } = document;
  const starts = lineStarts(raw);
  const rules: string[] = [];
  const ruleNumbers = new Map<string, number>();
  const decisions = new Map(document.decisions.map((decision) => [decision.line, decision]));
  const blockOf = blockFinder(blocks);
  const count = Math.min(starts.length, mostLines);
  const lines: ViewLine[] = [];
  let page = document.layout !== undefined || raw.includes('\f') ? 1 : 0;
  for (let line = 1; line <= count; line++) {
    const start = starts[line - 1]!;
    const end = starts[line] ?? raw.length;
    if (line === starts.length && start === raw.length) break;
    const whole = raw.slice(start, end);
    if (page > 0 && whole.charCodeAt(0) === formFeed) page++;
    const text = whole.replace(/[\r\n\f\u0085\u2028\u2029]+$/, '');
    const decision = decisions.get(line);
    let rule = 0;
    if (decision !== undefined) {
      rule = ruleNumbers.get(decision.rule) ?? ruleNumbers.size;
      if (rule === ruleNumbers.size) {
        ruleNumbers.set(decision.rule, rule);
        rules.push(decision.rule);
      }
    }
    const joined = decision === undefined ? -1 : decision.join ? 1 : 0;
    const confidence = Math.round((decision?.confidence ?? 0) * 100);
    lines.push([text.slice(0, longestLine), blockOf(start, text), page, joined, rule, confidence]);
    if (page > 0) for (let at = whole.indexOf('\f', 1); at >= 0; at = whole.indexOf('\f', at + 1)) page++;
  }
  const end = starts[count] ?? raw.length;
  const shown = blocks.filter(({ rawStart }) => rawStart < end || end === raw.length);
  return { id, lines, rules, ...viewBlocks(document, shown, terms), cut: count < starts.length };
}

const formFeed = 0x0c;

function viewBlocks(
  document: TaggedDocument,
  blocks: readonly Block[],
  terms: readonly Term[],
): Pick<DocumentView, 'blocks' | 'terms'> {
  const { text, terms: layer, nested } = document;
  const numbers = new Map<number, number>();
  const names: (readonly [string, string])[] = [];
  let t = 0;
  const shown = blocks.map((block): ViewBlock => {
    const inside: number[] = [];
    if (block.kind === 'furniture') return [block.kind, 0, '', inside];
    while (t < layer.start.length && layer.start[t]! < block.start) t++;
    for (; t < layer.start.length && layer.start[t]! < block.end; t++) {
      const label = layer.label[t]!;
      let number = numbers.get(label);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(label, number);
        names.push([terms[label]!.term, terms[label]!.category]);
      }
      inside.push(layer.start[t]! - block.start, layer.end[t]! - block.start, number, nested[t]!);
    }
    return [block.kind, block.level, text.slice(block.start, block.end), inside];
  });
  return { blocks: shown, terms: names };
}

/** Gives the number of the innermost block that holds the first character of a line, or that begins in the line; 0 for none. */
function blockFinder(blocks: readonly Block[]): (start: number, text: string) => number {
  const inOrder = blocks
    .map((block, i) => ({ block, number: i + 1 }))
    .sort((a, b) => a.block.rawStart - b.block.rawStart || b.block.rawEnd - a.block.rawEnd);
  let next = 0;
  let open: typeof inOrder = [];
  return (start, text) => {
    const lead = text.search(/\S/);
    if (lead < 0) return 0;
    const first = start + lead;
    while (next < inOrder.length && inOrder[next]!.block.rawStart <= first) open.push(inOrder[next++]!);
    open = open.filter(({ block }) => block.rawEnd > first);
    const holding = open.at(-1);
    if (holding !== undefined) return holding.number;
    const after = inOrder[next];
    return after !== undefined && after.block.rawStart < start + text.length ? after.number : 0;
  };
}
