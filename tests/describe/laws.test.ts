import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockPlaces } from '../../src/describe/block-places.ts';
import { outline } from '../../src/describe/outline.ts';
import { describeWithData } from '../shared-data.ts';
import { cleanText, describeText } from './describe-text.ts';

/** Every seventh law, so that the test is quick. */
const every = 7;

describeWithData('real laws', (data) => {
  const folder = join(data, 'laws');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const laws = names.filter((_, i) => i % every === 0).map((name) => readFileSync(join(folder, name), 'utf8'));

  test('have a place for every article that begins a line, each its own', () => {
    for (const raw of laws) {
      const written =
        raw.match(/^第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?(?=[ \u3000])/gm) ?? [];
      const clean = cleanText(raw, 'markdown');
      const places = blockPlaces(clean, outline(clean)).filter(({ division }) => division === '条');
      expect(places.map(({ path }) => path.split('/').at(-1))).toEqual(written);
      expect(new Set(places.map(({ path }) => path)).size).toBe(written.length);
    }
  });

  test('have the last day of the lines under the title that is no day of coming into force', () => {
    for (const raw of laws) {
      const head = raw.slice(0, Math.max(0, raw.indexOf('INFO END')));
      const days = [...head.matchAll(/(?<!自)(\d{4})年(\d{1,2})月(\d{1,2})日(?!\s*起?施行)/g)].map(([, y, m, d]) =>
        [y, m!.padStart(2, '0'), d!.padStart(2, '0')].join('-'),
      );
      if (days.length === 0) continue;
      expect(describeText(raw, 'markdown').date).toBe(days.sort().at(-1));
    }
  });
});
