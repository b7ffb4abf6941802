/**
 * `npm run bench:reuse -- DIR`: how the cost of finding shared passages grows. The documents of a folder are repeated 1, 2 and
 * 4 times, and time, passages and memory are printed: once each copy with other characters in one place of about twenty
 * (seeded), with titles of its own; once all copies as versions of one title; once with other characters throughout (as a
 * cipher), so that the corpus grows by texts that share as much among themselves, and nothing with the rest.
 */
import { type ComparedDocument, findReuse } from '../src/compare/reuse/find-reuse.ts';
import { median } from './median.ts';
import { readReuseCorpus, reuseDefaults } from './reuse-corpus.ts';

const share = 0.05;
const rounds = 3;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run bench:reuse -- DIR\n');
  process.exit(2);
}
const corpus = await readReuseCorpus(folder);
const base = corpus.map(({ compared }) => compared);
const letters = base.flatMap(({ units }) => [...units.subarray(0, 200)]);
const settings = reuseDefaults();
const kinds = ['copies with titles of their own', 'versions of one title', 'texts of their own'] as const;
for (const kind of kinds) {
  process.stdout.write(`${kind}\n`);
  for (const times of [1, 2, 4]) {
    const random = generator(times);
    const texts = Array.from({ length: times }, (_, copy) =>
      base.map((text) => copied(text, copy, kind, random)),
    ).flat();
    const characters = texts.reduce((sum, { units }) => sum + units.length, 0);
    const seconds: number[] = [];
    let passages = 0;
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      passages = findReuse(texts, settings).length;
      seconds.push((performance.now() - begun) / 1000);
    }
    const time = median(seconds);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stdout.write(
      `${times}x  ${characters} characters  ${passages} passages  ${time.toFixed(2)} s  ${((1e6 * time) / characters).toFixed(2)} s a million  ${memory} MB\n`,
    );
  }
}

function copied(
  { units, offsets, titles }: ComparedDocument,
  copy: number,
  kind: (typeof kinds)[number],
  random: () => number,
): ComparedDocument {
  if (copy === 0) return { units, offsets, titles };
  // Han characters moved by a number of places: copies have no stretch in common, and each has what the first one has.
  if (kind === 'texts of their own')
    return { units: units.map((unit) => unit + 97 * copy), offsets, titles: suffixed() };
  const varied = units.slice();
  for (let i = 0; i < varied.length; i++) {
    if (random() < share) varied[i] = letters[Math.floor(random() * letters.length)]!;
  }
  return { units: varied, offsets, titles: kind === 'versions of one title' ? titles : suffixed() };

  function suffixed(): string[] {
    return titles.map((title) => `${title} ${copy}`);
  }
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
