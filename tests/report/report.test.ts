import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/run/run.ts';
import { ensureReportBuilt } from '../built.ts';
import { chromiumPath, startBrowser } from './browser.ts';
import { type OpenReport, openReport, viewNames } from './open-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, 'output', 'screenshots');

describe.skipIf(chromiumPath === undefined)('the report of the sample corpus (skipped without chromium)', () => {
  let out: string;
  let path: string;
  let browser: Browser;
  let report: OpenReport;

  beforeAll(async () => {
    ensureReportBuilt();
    out = mkdtempSync(join(tmpdir(), 'cewen-report-'));
    path = join(out, 'report.html');
    const tables = ['default', 'similarity', 'coordinates'] as const;
    await run({ paths: [join(root, 'corpus')], out, by: 'year', tables: [...tables], workers: 0 });
    browser = await startBrowser();
    report = await openReport(browser, path);
    mkdirSync(pictures, { recursive: true });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  test('is one file of the result, small enough to send, and known to the manifest', () => {
    expect(statSync(path).size).toBeLessThan(3_000_000);
    const { outputs } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(outputs.map((output: { path: string }) => output.path)).toContain('report.html');
  });

  test('shows every view wide and narrow, light and dark, without a fault, and no page is wider than the window', async () => {
    for (const [width, colorScheme, locale] of [
      [1280, 'light', 'zh-CN'],
      [390, 'dark', 'en-GB'],
    ] as const) {
      const { page, faults, choose } = await openReport(browser, path, { width, colorScheme, locale });
      for (const view of viewNames) {
        await choose(view);
        expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), view).toBeLessThan(1);
        expect(await page.locator('main h2').innerText()).not.toBe('');
        await page.screenshot({ path: join(pictures, `${view}-${width}.png`) });
      }
      expect(faults).toEqual([]);
      await page.context().close();
    }
  }, 60_000);

  test('sorts, searches and filters the terms', async () => {
    const { page, choose } = report;
    await choose('terms');
    const table = page.locator('.table').first();
    const column = (number: number) => table.locator(`tbody tr td:nth-child(${number})`).allInnerTexts();
    await table.locator('th[data-column=frequency] button').click();
    const falling = (await column(3)).map(Number);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await table.locator('th[data-column=frequency] button').click();
    expect(await table.locator('th[data-column=frequency]').getAttribute('aria-sort')).toBe('ascending');
    expect(new Set(await column(3))).toEqual(new Set(['1']));
    await table.locator('input[type=search]').fill('举国体制');
    expect((await column(1)).sort()).toEqual(['举国体制', '新型举国体制']);
    await table.locator('input[type=search]').fill('');
    await page.selectOption('main select', '产业政策');
    expect(new Set(await column(2))).toEqual(new Set(['产业政策']));
  });

  test('shows all places of a term, sorted by what stands beside it, and leads to the line of the document', async () => {
    const { page, choose } = report;
    await choose('concordance');
    await page.fill('input[name=term]', '举国体制');
    await page.keyboard.press('Enter');
    await page.locator('input[name=term]').blur();
    await page.waitForFunction("document.querySelector('.kwic mark')?.textContent === '举国体制'");
    const rows = readFileSync(join(out, 'occurrences.csv'), 'utf8').split('\n');
    const counted = rows.filter((row) => row.split(',')[1] === '举国体制').length;
    expect(await page.locator('.kwic li').count()).toBe(counted);
    await page.selectOption('main select', 'right');
    const right = await page.locator('.kwic .right').allTextContents();
    expect(right).toEqual([...right].sort());
    await page.locator('.kwic .place button').first().click();
    await page.waitForSelector('main[data-view=document] .wanted');
  });

  test('finds any text in the documents', async () => {
    const { page, choose } = report;
    await choose('concordance');
    await page.fill('input[name=term]', '放宽市场准入');
    await page.locator('input[name=term]').blur();
    await page.waitForFunction("document.querySelector('.kwic mark')?.textContent === '放宽市场准入'");
    expect(await page.locator('.kwic li').count()).toBeGreaterThan(0);
  });

  test('draws fewer lines of the network as the slider goes up, and saves the picture', async () => {
    const { page, choose } = report;
    await choose('network');
    const lines = async () =>
      Number(/^(\d+)/.exec(await page.locator('figure + p[role=status]').first().innerText())![1]);
    const all = await lines();
    await page.locator('input[name=threshold]').focus();
    await page.keyboard.press('End');
    expect(await lines()).toBeLessThan(all);
    for (const [number, ending] of [
      [0, 'png'],
      [1, 'svg'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.locator('.save').first().locator('button').nth(number).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(`network.${ending}`);
      const bytes = readFileSync(await saved.path());
      expect(bytes.subarray(0, 4).toString('latin1')).toBe(ending === 'png' ? '\x89PNG' : '<svg');
    }
  });

  test('compares another group, and draws another trend', async () => {
    const { page, choose } = report;
    await choose('comparison');
    await page.locator('main select').first().selectOption('2018');
    expect(await page.locator('main select').first().inputValue()).toBe('2018');
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0);
    await choose('trends');
    const boxes = page.locator('main input[type=checkbox]:checked');
    const before = await boxes.count();
    await page.locator('main input[type=checkbox]:not(:checked)').first().click();
    expect(await boxes.count()).toBe(before + 1);
  });

  test('puts each line of the source beside its block, with the decision at its break', async () => {
    const { page, choose } = report;
    await choose('document');
    const document = await page.locator('main select').inputValue();
    const source = readFileSync(join(root, 'corpus', document), 'utf8').split('\n');
    const shown = await page.locator('.line').count();
    expect(shown).toBe(source.length - (source.at(-1) === '' ? 1 : 0));
    const text = readFileSync(join(out, 'text', `${document}.txt`), 'utf8')
      .trim()
      .split('\n');
    expect(await page.locator('.repaired').count()).toBe(text.length);
    for (const [i, block] of text.slice(0, 8).entries()) {
      expect(await page.locator('.repaired').nth(i).innerText()).toContain(block);
    }
    expect(await page.locator('.decision').first().getAttribute('aria-label')).toMatch(/\d+ %/);
    expect(await page.locator('mark.term').count()).toBeGreaterThan(5);
  });

  test('speaks the other language, is led by the keyboard, and has had no fault', async () => {
    const { page, faults, choose } = report;
    await choose('overview');
    expect(await page.locator('main h2').innerText()).toBe('Overview');
    await page.locator('[data-switch=language]').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('main h2').innerText()).toBe('概览');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.locator('[data-tab=terms]').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('main h2').innerText()).toBe('术语');
    expect(await page.evaluate('document.activeElement.dataset.tab')).toBe('terms');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });
});
