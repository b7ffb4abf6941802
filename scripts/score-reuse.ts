/**
 * `npm run score:reuse -- DIR`: in a folder with several versions of some laws (law(2018).md, law(2023).md), how many of the
 * articles that stand unchanged in two versions are found as shared text. An article counts as found where passages of these
 * two documents cover the whole of it on both sides; its number (第三条), which may change, is no part of it. Prints the
 * recall of each pair, the worst first, and of all.
 */
import { findReuse, type ReusedPassage } from '../src/compare/reuse/find-reuse.ts';
import { type ReuseDocument, readReuseCorpus, reuseDefaults } from './reuse-corpus.ts';

interface Article {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run score:reuse -- DIR\n');
  process.exit(2);
}
const documents = await readReuseCorpus(folder);
const byPair = new Map<string, ReusedPassage[]>();
for (const passage of findReuse(
  documents.map(({ compared }) => compared),
  reuseDefaults(),
)) {
  const key = `${passage.a} ${passage.b}`;
  byPair.set(key, [...(byPair.get(key) ?? []), passage]);
}
const articles = documents.map(articlesOf);
const pairs: { readonly name: string; readonly all: number; readonly found: number; readonly missed: string[] }[] = [];
for (let a = 0; a < documents.length; a++) {
  for (let b = a + 1; b < documents.length; b++) {
    if (documents[a]!.compared.titles[0] !== documents[b]!.compared.titles[0]) continue;
    pairs.push(score(a, b));
  }
}
pairs.sort((x, y) => x.found / x.all - y.found / y.all);
for (const { name, all, found, missed } of pairs) {
  process.stdout.write(`${found} of ${all}  ${name}\n${missed.map((text) => `    ${text}\n`).join('')}`);
}
const all = pairs.reduce((sum, pair) => sum + pair.all, 0);
const found = pairs.reduce((sum, pair) => sum + pair.found, 0);
process.stdout.write(
  `recall ${(found / all).toFixed(4)} (${found} of ${all} unchanged articles, ${pairs.length} pairs)\n`,
);

function score(a: number, b: number): (typeof pairs)[number] {
  const others = new Map<string, Article[]>();
  for (const article of articles[b]!) others.set(article.text, [...(others.get(article.text) ?? []), article]);
  const passages = byPair.get(`${a} ${b}`) ?? [];
  const unchanged = articles[a]!.filter(({ text }) => others.has(text));
  const missed = unchanged.filter(
    (article) =>
      !covers(
        passages.map(({ startA, endA }) => ({ start: startA, end: endA })),
        article,
      ) ||
      !others.get(article.text)!.some((other) =>
        covers(
          passages.map(({ startB, endB }) => ({ start: startB, end: endB })),
          other,
        ),
      ),
  );
  return {
    name: `${documents[a]!.id} | ${documents[b]!.id}`,
    all: unchanged.length,
    found: unchanged.length - missed.length,
    missed: missed.map(({ text }) => text.slice(0, 60)),
  };
}

function covers(spans: readonly { start: number; end: number }[], article: Article): boolean {
  let at = article.start;
  for (const span of [...spans].sort((x, y) => x.start - y.start)) {
    if (span.start <= at && span.end > at) at = span.end;
  }
  return at >= article.end;
}

/** Articles by the compared text: from after 第…条 to the next heading or article. */
function articlesOf({ clean, compared }: ReuseDocument): Article[] {
  const { units, offsets } = compared;
  const found: Article[] = [];
  let unit = 0;
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0 && end > start) {
      found.push({ start, end, text: String.fromCharCode(...units.subarray(start, end)) });
    }
    start = -1;
  };
  for (const block of clean.blocks) {
    while (unit < offsets.length && offsets[unit]! < block.start) unit++;
    const number = /^第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?/.exec(
      clean.text.slice(block.start, Math.min(block.end, block.start + 30)),
    );
    if (number !== null || block.kind === 'heading' || block.kind === 'title') close(unit);
    if (number === null) continue;
    start = unit;
    while (start < offsets.length && offsets[start]! < block.start + number[0].length) start++;
  }
  close(units.length);
  return found;
}
