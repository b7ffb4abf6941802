import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** A report in a browser without network, with all that should never happen. */
export interface OpenReport {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, dialogs, and requests for anything but the file. */
  readonly faults: string[];
  choose(view: string): Promise<void>;
}

/** Opens report.html as a double click would. */
export async function openReport(
  browser: Browser,
  path: string,
  { width = 1280, locale = 'en-GB', colorScheme = 'light' as 'light' | 'dark' } = {},
): Promise<OpenReport> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale, offline: true, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const url = pathToFileURL(path).href;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (asked.split('#')[0] !== url && !/^(?:data|blob):/.test(asked)) faults.push(`request: ${asked}`);
  });
  await page.goto(url);
  const choose = async (view: string) => {
    await page.click(`[data-tab=${view}]`);
    await page.waitForSelector(`main[data-view=${view}]`);
  };
  return { page, faults, choose };
}

export const viewNames = [
  'overview',
  'terms',
  'concordance',
  'dispersion',
  'network',
  'comparison',
  'trends',
  'similarity',
  'document',
] as const;
