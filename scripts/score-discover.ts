import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { parseTermList } from '../src/tag/term-list.ts';

/**
 * How many of the built-in terms a list of candidates finds that was made without them: `cewen discover TEXTS --terms none
 * --words --fragments --top 0 --out candidates.csv`, and `cewen run TEXTS --out result` for what there was to find.
 */
const [candidates, result, least = '5'] = process.argv.slice(2);
if (candidates === undefined || result === undefined) {
  process.stderr.write('score-discover CANDIDATES.csv RESULT [LEAST]\n');
  process.exit(2);
}
const listed = parseTermList(readFileSync(candidates, 'utf8'), 'candidates.csv').terms.map(({ term }) => term);
const builtin = parseTermList(
  readFileSync(join(findPackageRoot().folder, 'lexicon', 'policy-terms.csv'), 'utf8'),
  'policy-terms.csv',
);
const rows = readFileSync(join(result, 'terms.csv'), 'utf8').split('\n');
const head = rows[0]!.replace(/^\ufeff/, '').split(',');
const frequent = new Set(
  rows
    .slice(1)
    .map((row) => row.split(','))
    .filter((cells) => Number(cells[head.indexOf('frequency')]) >= Number(least))
    .map((cells) => cells[head.indexOf('term')]!),
);
const sought = builtin.terms.map(({ term }) => term).filter((term) => frequent.has(term));
for (const [name, kept] of [
  ['all', sought],
  ['four characters and more', sought.filter((term) => term.length >= 4)],
] as const) {
  for (const top of [500, 1000, 2000, 5000, listed.length]) {
    const first = new Set(listed.slice(0, top));
    const found = kept.filter((term) => first.has(term)).length;
    process.stdout.write(`${name}: ${found} of ${kept.length} in the first ${Math.min(top, listed.length)}\n`);
  }
}
