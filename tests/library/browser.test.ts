import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { createAnnotator } from '../../src/run/annotator.ts';
import { chromiumPath, startBrowser } from '../report/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const raw = '各级人民政府要健全新型舉國\n體制，實現科技自立自強。\n\n到2035年，研发投入超过3.5%。';
const forms = ['新型举国体制', '自立自强', '人民政府'];

// Runs in the page: everything from the bytes of the dictionary to the tags, and a measure.
const program = `
import * as cewen from './core.ts';
import { association } from './measure/index.ts';
window.annotate = async (bytes, raw, forms) => {
  const engine = cewen.createLatticeEngine(cewen.decodeDictionary(await (await fetch(bytes)).arrayBuffer()), forms);
  const terms = forms.map((term) => ({ term, category: '', variants: [], notIn: [], note: '' }));
  const stages = [
    cewen.createRepair(),
    cewen.createNormalise({ variant: 'auto', widths: true, punctuation: true }),
    cewen.createSegment(engine, { policyTokens: true, units: 'apart', listed: forms }),
    cewen.createTag(terms, { boundary: 'word', ignoreCase: false }),
    cewen.createDescribe(),
  ];
  const given = { id: 'a', meta: {}, format: 'text', encoding: '', bytes: 0, sha256: '', raw, messages: [] };
  const { text, tokens, terms: found } = stages.reduce((document, stage) => stage.run(document), given);
  return {
    text,
    words: Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i])),
    terms: Array.from(found.start, (start, i) => text.slice(start, found.end[i])),
    g2: association({ o11: 10, o12: 20, o21: 30, o22: 1000 }).g2,
  };
};`;

test.skipIf(chromiumPath === undefined)(
  'the core segments and tags in Chromium as it does in Node (needs chromium)',
  async () => {
    const { outputFiles } = buildSync({
      stdin: { contents: program, resolveDir: join(root, 'src'), loader: 'ts' },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
    });
    const script = outputFiles[0]!.text;
    const lexicon = brotliDecompressSync(readFileSync(join(root, 'lexicon/jieba.bin.br')));
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      await page.route('http://cewen.test/**', (route) =>
        route.request().url().endsWith('.bin')
          ? route.fulfill({ body: lexicon, contentType: 'application/octet-stream' })
          : route.fulfill({ body: '<!doctype html><meta charset="utf-8">', contentType: 'text/html' }),
      );
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto('http://cewen.test/');
      await page.addScriptTag({ content: script });
      expect(errors).toEqual([]);
      const found = await page.evaluate(
        ([raw, forms]) => (globalThis as never as Annotating).annotate('/jieba.bin', raw, forms),
        [raw, forms] as const,
      );
      const { annotate } = createAnnotator({ terms: ['none'], boundary: 'word' });
      const { text, tokens } = await annotate(raw);
      expect(found.text).toBe(text);
      expect(found.terms).toEqual(['人民政府', '新型举国体制', '自立自强']);
      // Without the terms as words, Node has the same text and the same number of characters in words.
      expect(found.words.join('')).toBe(
        Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i])).join(''),
      );
      expect(found.g2).toBeCloseTo(31.16733497360895, 10);
    } finally {
      await browser.close();
    }
  },
  60_000,
);

interface Annotating {
  annotate(
    bytes: string,
    raw: string,
    forms: readonly string[],
  ): Promise<{ text: string; words: string[]; terms: string[]; g2: number }>;
}
