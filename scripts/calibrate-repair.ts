/** Prints how often the decisions at line breaks are right, by band of confidence: `calibrate-repair [--torn] DIR...`, each
 * with `name.truth.json` (a list of { kind, text }) beside `name.txt` and `name.lines.txt`. With `--torn` the lines are not
 * those of the pages: a few blocks of the truth at a time are cut into short lines of any length, as from a chat. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRepair } from '../src/repair/repair.ts';
import { isSpace } from '../src/text/characters.ts';

const bands = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001];

interface Band {
  count: number;
  right: number;
  confidence: number;
}

/** Without white space, in one form for each character: what both sides agree on where a text was only broken. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

interface Truth {
  readonly blocks: readonly string[];
  /** The folded texts one after another, and the places where one ends. */
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

function truthOf(blocks: readonly string[]): Truth {
  const ends = new Set<number>();
  let text = '';
  for (const block of blocks) {
    text += fold(block);
    ends.add(text.length);
  }
  return { blocks, text, ends };
}

function readTruth(path: string): Truth {
  return truthOf((JSON.parse(readFileSync(path, 'utf8')) as { text: string }[]).map((block) => block.text));
}

function judge(id: string, raw: string, truth: Truth, result: Band[]): void {
  const source = { id, meta: {}, format: 'text', encoding: 'utf-8', bytes: 0, sha256: '', messages: [] };
  const document = createRepair().run({ ...source, raw });
  let at = 0;
  let start = 0;
  for (const decision of document.decisions) {
    const line = fold(raw.slice(start, decision.offset));
    start = decision.offset;
    while (start < raw.length && isSpace(raw.charCodeAt(start))) start++;
    if (decision.rule === 'repair/furniture' || decision.rule === 'repair/contents') continue;
    // Lines that the truth has elsewhere (a page's foot, an order of reading of its own) are passed over.
    const found = truth.text.indexOf(line, at);
    if (found === -1 || found > at + 200) continue;
    at = found + line.length;
    const right = truth.ends.has(at) !== decision.join;
    const band = result[bands.findIndex((_, i) => decision.confidence < bands[i + 1]!)]!;
    band.count++;
    band.confidence += decision.confidence;
    if (right) band.right++;
  }
}

/** Blocks that are cut at a time, and the lengths of the lines. */
const tornBlocks = 4;
const shortestLine = 4;
const longestLine = 22;

/** Judges a few blocks at a time, cut into lines of lengths that a fixed sequence of numbers gives. */
function judgeTorn(id: string, truth: Truth, result: Band[]): void {
  let seed = 1;
  const length = () => {
    // Numerical Recipes, 2nd ed., ch. 7.1: a quick generator that gives the same numbers everywhere.
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return shortestLine + Math.floor((seed / 2 ** 32) * (longestLine - shortestLine));
  };
  for (let from = 0; from + tornBlocks <= truth.blocks.length; from += tornBlocks) {
    const blocks = truth.blocks.slice(from, from + tornBlocks);
    const lines: string[] = [];
    for (const block of blocks) {
      let rest = block;
      while (rest.length > longestLine) {
        const cut = length();
        lines.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      lines.push(rest);
    }
    judge(id, lines.join('\n'), truthOf(blocks), result);
  }
}

const torn = process.argv.includes('--torn');
const folders = process.argv.slice(2).filter((argument) => argument !== '--torn');
if (folders.length === 0) {
  process.stderr.write('usage: calibrate-repair [--torn] DIR...\n');
  process.exit(2);
}
const result: Band[] = bands.slice(1).map(() => ({ count: 0, right: 0, confidence: 0 }));
for (const folder of folders) {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.truth.json')) continue;
    const truth = readTruth(join(folder, name));
    if (torn) {
      judgeTorn(name, truth, result);
      continue;
    }
    const stem = name.slice(0, -'.truth.json'.length);
    for (const suffix of ['.txt', '.lines.txt']) {
      const file = join(folder, stem + suffix);
      if (existsSync(file)) judge(basename(file), readFileSync(file, 'utf8'), truth, result);
    }
  }
}
const rows = result.map((band, i) => ({
  confidence: `${bands[i]!.toFixed(2)}–${Math.min(1, bands[i + 1]!).toFixed(2)}`,
  breaks: band.count,
  'mean confidence': band.count === 0 ? '' : (band.confidence / band.count).toFixed(3),
  'share right': band.count === 0 ? '' : (band.right / band.count).toFixed(3),
}));
process.stdout.write('confidence\tbreaks\tmean confidence\tshare right\n');
for (const row of rows) process.stdout.write(`${Object.values(row).join('\t')}\n`);
const all = result.reduce((sum, band) => ({ count: sum.count + band.count, right: sum.right + band.right }), {
  count: 0,
  right: 0,
});
process.stdout.write(`all\t${all.count}\t\t${(all.right / Math.max(1, all.count)).toFixed(4)}\n`);
