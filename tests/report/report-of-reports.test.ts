import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/run/run.ts';
import { ensureReportBuilt } from '../built.ts';
import { describeWithData } from '../shared-data.ts';
import { chromiumPath, startBrowser } from './browser.ts';
import { openReport, viewNames } from './open-report.ts';

describeWithData('the report of 31 work reports', (data) => {
  test.skipIf(chromiumPath === undefined)(
    'is at most 15 MB and shows every view without a fault (skipped without chromium)',
    async () => {
      ensureReportBuilt();
      const out = mkdtempSync(join(tmpdir(), 'cewen-reports-'));
      const browser = await startBrowser();
      try {
        await run({ paths: [join(data, 'reports', 'provincial2026')], out, workers: 0 });
        const path = join(out, 'report.html');
        expect(statSync(path).size).toBeLessThan(15_000_000);
        const { page, faults, choose } = await openReport(browser, path);
        for (const view of viewNames) await choose(view);
        expect(await page.locator('main select option').count()).toBe(31);
        await choose('network');
        expect(await page.locator('figure + p[role=status]').first().innerText()).toMatch(/^300 of \d+ lines/);
        expect(faults).toEqual([]);
      } finally {
        await browser.close();
        rmSync(out, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
