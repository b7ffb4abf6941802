import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/run/run.ts';
import { ensureReportBuilt } from '../built.ts';
import { chromiumPath, startBrowser } from './browser.ts';
import { openReport, viewNames } from './open-report.ts';

const attack = '</script><img src=x onerror=alert(1)><!--<script>alert(2)\u2028//-->"\'';

describe.skipIf(chromiumPath === undefined)('markup in a corpus (skipped without chromium)', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    ensureReportBuilt();
    folder = mkdtempSync(join(tmpdir(), 'cewen-safety-'));
    const texts = join(folder, 'texts');
    mkdirSync(texts);
    const names = ['<img src=x onerror=alert(3)>.txt', 'b.txt', 'c.txt'];
    for (const name of names) {
      const text = `关于改革的通知${attack}\n\n　　坚持改革，推动发展，${attack}健全举国体制。改革发展${attack}改革发展。\n`;
      writeFileSync(join(texts, name), text);
    }
    const metadata = names.map((name, i) => [name, `${attack}${i}`, 2020 + i, attack]);
    writeFileSync(join(texts, 'metadata.csv'), stringify([['document', 'title', 'year', attack], ...metadata]));
    const terms = join(folder, 'terms.csv');
    const listed = [
      ['term', 'category'],
      ['改革', attack],
      ['发展', `甲/${attack}`],
      ['<img src=x onerror=alert(1)>', '乙'],
    ];
    writeFileSync(terms, stringify(listed));
    const tables = ['default', 'similarity', 'coordinates'] as const;
    const settings = { paths: [texts], out: join(folder, 'out'), terms: [terms], boundary: 'any' } as const;
    await run({
      ...settings,
      paths: [texts],
      terms: [terms],
      by: 'year',
      tables: [...tables],
      workers: 0,
      comparison: { min_frequency: 1 },
    });
    browser = await startBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is shown as text in every view and runs nowhere', async () => {
    const { page, faults, choose } = await openReport(browser, join(folder, 'out', 'report.html'));
    for (const view of viewNames) {
      await choose(view);
      expect(await page.locator('img').count(), view).toBe(0);
      expect(await page.locator('script').count(), view).toBeLessThanOrEqual(3);
      await page.mouse.move(640, 400);
    }
    expect(await page.locator('.line-text').first().innerText()).toContain('</script><img src=x onerror=alert(1)>');
    await choose('concordance');
    await page.fill('input[name=term]', '<img src=x');
    await page.locator('input[name=term]').blur();
    await page.waitForFunction("document.querySelector('.kwic mark')?.textContent.startsWith('<img')");
    expect(faults).toEqual([]);
  }, 60_000);

  test('stands in the file only where it cannot end an element', () => {
    const html = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u2028//');
    expect(html.match(/<\/script/gi)).toHaveLength(3);
    expect(html.match(/<!--/g)).toBeNull();
  });

  test('would be stopped by the policy of the page, which lets nothing in from anywhere', async () => {
    const html = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    const changed = join(folder, 'changed.html');
    writeFileSync(
      changed,
      html.replace('</body>', () => '<script>window.taken = 1</script><img src="https://example.org/x"></body>'),
    );
    const { page, faults } = await openReport(browser, changed);
    expect(await page.evaluate('window.taken')).toBeUndefined();
    const refused = faults.filter((fault) => fault.includes('Content Security Policy'));
    expect(refused.some((fault) => fault.includes('https://example.org/x'))).toBe(true);
    expect(refused.some((fault) => /inline script/.test(fault))).toBe(true);
  });
});
