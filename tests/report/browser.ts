import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [process.env.CEWEN_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The browser that tests may drive; undefined where there is none. */
export const chromiumPath: string | undefined = places.find((path) => path !== '' && existsSync(path));

/** Starts it. Root has no sandbox. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu'] });
}
