import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addScores,
  f1,
  recall,
  type ScoredBlock,
  type ScoredDocument,
  scoreDocument,
} from '../../scripts/block-score.ts';
import { decode } from '../../src/ingest/encoding/decode.ts';
import { blockTexts, repairText } from '../repair-text.ts';
import { describeWithData } from '../shared-data.ts';

function truthOf(path: string): ScoredBlock[] {
  return JSON.parse(readFileSync(path, 'utf8')) as ScoredBlock[];
}

function scoreBlocks(documents: readonly ScoredDocument[]) {
  const { blocks, headings } = addScores(documents.map(scoreDocument));
  return { f1: f1(blocks), headingF1: f1(headings), headingRecall: recall(headings) };
}

/** Repairs every STEM+suffix of a folder that has a truth. */
function folder(path: string, suffix: string) {
  return readdirSync(path)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => name.slice(0, -'.truth.json'.length))
    .filter((stem) => existsSync(join(path, stem + suffix)))
    .map((stem) => ({
      stem,
      truth: truthOf(join(path, `${stem}.truth.json`)),
      found: blockTexts(repairText(readFileSync(join(path, stem + suffix), 'utf8'))),
    }));
}

describe('the sample corpus', () => {
  const root = new URL('../..', import.meta.url).pathname;
  const files = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' });
  const cases = readdirSync(join(root, 'tests/golden')).filter((name) => name.startsWith('corpus-'));
  const documents = cases.map((name) => {
    const stem = name.slice('corpus-'.length);
    const file = files.find((path) => basename(path) === `${stem}.txt`);
    if (file === undefined) throw new Error(`corpus has no ${stem}.txt`);
    const { text } = decode(readFileSync(join(root, 'corpus', file)));
    return {
      stem,
      truth: truthOf(join(root, 'tests/golden', name, 'truth.json')),
      found: blockTexts(repairText(text)),
    };
  });

  it('comes out block for block', () => {
    const score = scoreBlocks(documents);
    process.stdout.write(`corpus: block F1 ${score.f1.toFixed(3)}, headings ${score.headingF1.toFixed(3)}\n`);
    expect(score.f1).toBeGreaterThanOrEqual(0.99);
    expect(score.headingF1).toBeGreaterThanOrEqual(0.96);
  });
});

describeWithData('real pages with known blocks', (data) => {
  it.each([
    ['typeset', '.lines.txt', 0.97, 0.9],
    ['typeset', '.txt', 0.95, 0.9],
    ['laws_pdf', '.txt', 0.94, 0],
  ])('%s *%s', (name, suffix, least, leastHeadings) => {
    const score = scoreBlocks(
      folder(join(data, name), suffix).filter((d) => suffix !== '.txt' || !d.stem.endsWith('.lines')),
    );
    process.stdout.write(
      `${name}/*${suffix}: block F1 ${score.f1.toFixed(3)}, headings F1 ${score.headingF1.toFixed(3)} recall ${score.headingRecall.toFixed(3)}\n`,
    );
    expect(score.f1).toBeGreaterThanOrEqual(least);
    expect(score.headingF1).toBeGreaterThanOrEqual(leastHeadings);
  });

  it('laws: headings, but for the one law whose truth takes 86 of its chapters for paragraphs', () => {
    const score = scoreBlocks(folder(join(data, 'laws_pdf'), '.txt').filter((d) => d.stem !== '民法典'));
    expect(score.headingF1).toBeGreaterThanOrEqual(0.95);
  });

  it('the article: 36 blocks, 14 headings, 25 citation marks, and the terms that broken lines hide', () => {
    const file = readdirSync(join(data, 'article'))[0]!;
    const document = repairText(readFileSync(join(data, 'article', file), 'utf8'));
    expect(document.blocks).toHaveLength(36);
    expect(document.blocks.filter((block) => block.kind === 'heading')).toHaveLength(14);
    expect(document.citations.start).toHaveLength(25);
    const found = (term: string) => document.text.split(term).length - 1;
    expect(['举国体制', '新型举国体制', '自立自强', '关键核心技术'].map(found)).toEqual([61, 40, 11, 55]);
  });

  it('good text stays as it is: no line of 351 laws in Markdown is joined to another', () => {
    const names = readdirSync(join(data, 'laws')).filter((name) => name.endsWith('.md'));
    for (const name of names) {
      const document = repairText(readFileSync(join(data, 'laws', name), 'utf8'), 'markdown');
      expect(document.decisions.filter((decision) => decision.join)).toEqual([]);
    }
  });
});
