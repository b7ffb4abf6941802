/**
 * `npm run score:pages -- DIR SUFFIX`: reads and repairs every NAME+SUFFIX (`.pdf`, `.txt`, `.lines.txt`) of a folder that has
 * a NAME.truth.json (a list of { kind, text }) beside it, and prints precision, recall and F1 of its blocks by their exact
 * text, of headings and titles, and page furniture that came through as text: for each document, the worst first, and in all.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf } from '../src/ingest/file-format.ts';
import { readDocument } from '../src/ingest/read-document.ts';
import { createRepair } from '../src/repair/repair.ts';
import { addScores, type BlockScore, f1, precision, recall, type ScoredBlock, scoreDocument } from './block-score.ts';

const truthEnding = '.truth.json';

const [folder, suffix] = process.argv.slice(2);
if (folder === undefined || suffix === undefined) {
  process.stderr.write('usage: npm run score:pages -- DIR SUFFIX    (for example: pages .pdf)\n');
  process.exit(2);
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith(truthEnding))
  .map((name) => name.slice(0, -truthEnding.length))
  .filter((name) => existsSync(join(folder, name + suffix)))
  .sort();
if (names.length === 0) {
  process.stderr.write(`no NAME${suffix} with a NAME${truthEnding} beside it in ${folder}\n`);
  process.exit(3);
}

const repair = createRepair();
const scores: { readonly name: string; readonly score: BlockScore }[] = [];
for (const name of names) {
  const truth = JSON.parse(readFileSync(join(folder, name + truthEnding), 'utf8')) as ScoredBlock[];
  scores.push({ name, score: scoreDocument({ truth, found: await blocksOf(join(folder, name + suffix)) }) });
}
scores.sort((a, b) => f1(a.score.blocks) - f1(b.score.blocks));

const width = Math.max(...names.map((name) => columns(name)));
for (const { name, score } of scores) {
  process.stdout.write(`${name}${' '.repeat(width - columns(name))}  ${figures(score)}\n`);
}
process.stdout.write(`${figures(addScores(scores.map(({ score }) => score)))} documents ${scores.length}\n`);

async function blocksOf(path: string): Promise<ScoredBlock[]> {
  const raw = await readDocument({ id: path, path, format: formatOf(path) ?? 'text' }, {});
  const { blocks, text } = repair.run(raw);
  return blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}

function figures({ blocks, headings, leaks }: BlockScore): string {
  const line = (of: typeof blocks) =>
    `P ${precision(of).toFixed(4)} R ${recall(of).toFixed(4)} F1 ${f1(of).toFixed(4)}`;
  return `block ${line(blocks)} headings ${line(headings)} leaks ${leaks}`;
}

/** Columns of a terminal: a Han character takes two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character >= '\u2e80' ? 2 : 1), 0);
}
