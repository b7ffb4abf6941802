// Makes the pictures of the README from the report of corpus/: node .build/scripts/report-pictures.js (npm run pictures).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findPackageRoot } from '../src/run/resource/package-root.ts';
import { run } from '../src/run/run.ts';

const root = findPackageRoot().folder;
const folder = join(root, 'docs', 'pictures');
const shown = [
  { view: 'network', locale: 'zh-CN', height: 860 },
  { view: 'document', locale: 'zh-CN', height: 720 },
  { view: 'terms', locale: 'en-GB', height: 620 },
];

const out = mkdtempSync(join(tmpdir(), 'cewen-pictures-'));
await run({ paths: [join(root, 'corpus')], out, by: 'year', workers: 0 });
mkdirSync(folder, { recursive: true });
const executablePath = process.env.CEWEN_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { view, locale, height } of shown) {
  const context = await browser.newContext({ viewport: { width: 1080, height }, locale, offline: true });
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(join(out, 'report.html')).href}#${view}`);
  await page.waitForSelector(`main[data-view=${view}]`);
  if (view === 'document') await page.selectOption('main select', '2016/plan-transport.txt');
  await page.screenshot({ path: join(folder, `report-${view}.png`) });
  await context.close();
}
await browser.close();
rmSync(out, { recursive: true, force: true });
