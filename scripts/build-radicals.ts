/**
 * Writes src/repair/characters/radicals.ts from Unicode's EquivalentUnifiedIdeograph.txt (Debian package `unicode-data`).
 * Use: node .build/scripts/build-radicals.js PATH/TO/EquivalentUnifiedIdeograph.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2];
if (path === undefined) throw new Error('expected the path of EquivalentUnifiedIdeograph.txt');
const table = readFileSync(path, 'utf8');
const version = /^# EquivalentUnifiedIdeograph-([\d.]+)\.txt/.exec(table)?.[1];
if (version === undefined) throw new Error('expected a first line with the version of the file');

const ideographs = new Map<number, number>();
for (const line of table.split('\n')) {
  const entry = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)/.exec(line);
  if (entry === null) continue;
  const first = Number.parseInt(entry[1]!, 16);
  const last = Number.parseInt(entry[2] ?? entry[1]!, 16);
  for (let radical = first; radical <= last; radical++) ideographs.set(radical, Number.parseInt(entry[3]!, 16));
}

const runs: { first: number; ideographs: string }[] = [];
let end = -1;
for (const [radical, ideograph] of [...ideographs].sort(([a], [b]) => a - b)) {
  if (radical !== end) runs.push({ first: radical, ideographs: '' });
  runs.at(-1)!.ideographs += String.fromCodePoint(ideograph);
  end = radical + 1;
}

const rows = runs.map(({ first, ideographs }) => `  [0x${first.toString(16)}, '${ideographs}'],`);
writeFileSync(
  new URL('../../src/repair/characters/radicals.ts', import.meta.url),
  `// Made by scripts/build-radicals.ts from Unicode's EquivalentUnifiedIdeograph.txt, version ${version}.
// © Unicode, Inc. Terms of use and licence: https://www.unicode.org/terms_of_use.html and NOTICE.

/** Runs of radicals and strokes: the first code point, and the unified ideograph of it and of each one after it. */
export const radicals: readonly (readonly [first: number, ideographs: string])[] = [
${rows.join('\n')}
];
`,
);
