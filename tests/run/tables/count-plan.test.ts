import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DescribedDocument } from '../../../src/model/document.ts';
import type { Cell } from '../../../src/model/table.ts';
import { defaultSettings, settingsSchema } from '../../../src/run/settings.ts';
import { Stopwatch } from '../../../src/run/stopwatch.ts';
import { CountPlan } from '../../../src/run/tables/count-plan.ts';
import { packTotal } from '../../../src/run/thread/pack-total.ts';
import { repairText } from '../../repair-text.ts';
import { tagForReal } from '../../tag/real-stages.ts';

const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
const forms = ['创新', '科技', '企业', '发展', '改革', '政府'];
const terms = forms.map((term, i) => ({ term, category: i < 3 ? '甲' : '乙', variants: [], notIn: [], note: '' }));

const documents: DescribedDocument[] = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .slice(0, 8)
  .map((id, i) => {
    const tagged = tagForReal(repairText(readFileSync(join(corpus, id), 'utf8')), forms);
    return { ...tagged, id, meta: { year: `${2000 + (i % 4)}` }, description: {}, places: [] };
  });

const settings = [
  settingsSchema.parse({ tables: ['all'], by: 'year', dispersion: { parts: 'year' } }),
  settingsSchema.parse({ tables: ['all'], cooccurrence: { of: 'words', units: ['sentence', 'window', 'span'] } }),
  { ...defaultSettings(), stem_latin: true },
];

function planOf(which: number): CountPlan {
  const coding = {
    rules: { codes: [], references: new Map(), order: [] },
    grades: [],
    normalise: (form: string) => form,
  };
  const lists = { terms, stopWords: new Set(['的']), coding, reference: undefined };
  return new CountPlan(settings[which]!, lists, new Stopwatch());
}

function count(plan: CountPlan, places: readonly number[]): void {
  for (const place of places) plan.add(documents[place]!, place, () => {});
}

function rowsOf(plan: CountPlan): readonly unknown[] {
  const rows: [string, readonly Cell[]][] = [];
  plan.finish((table, cells) => rows.push([table, [...cells]]));
  return [rows, plan.messages, plan.topTerms, plan.topPairs];
}

test('the tables are the same whoever counted which documents, and in whatever order the totals came together', () => {
  const whole = settings.map((_, which) => {
    const plan = planOf(which);
    count(plan, [...documents.keys()]);
    return rowsOf(plan);
  });
  expect((whole[0]![0] as unknown[]).length).toBeGreaterThan(1000);
  const places = fc.shuffledSubarray([...documents.keys()], { minLength: documents.length });
  const cuts = fc.array(fc.nat(documents.length), { maxLength: 3 });
  fc.assert(
    fc.property(places, cuts, fc.nat(settings.length - 1), (order, ends, which) => {
      const thread = planOf(which);
      const plan = planOf(which);
      const sorted = [0, ...ends.sort((a, b) => a - b), documents.length];
      for (const [i, end] of sorted.entries()) {
        count(thread, order.slice(sorted[i - 1] ?? 0, end));
        const total = thread.take();
        const transfer = packTotal(total);
        plan.merge(structuredClone(total, { transfer }));
      }
      expect(rowsOf(plan)).toEqual(whole[which]);
    }),
    { numRuns: 12, seed: 3 },
  );
}, 60_000);
