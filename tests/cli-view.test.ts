import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen, startCewen } from './command.ts';
import { temporaryFolder, writeFiles } from './folders.ts';
import { chromiumPath, startBrowser } from './report/browser.ts';

const folder = temporaryFolder();
let port = 0;
let server: ReturnType<typeof startCewen>;

beforeAll(ensureBuilt, 180_000);
beforeEach(async () => {
  writeFiles(folder.path, {
    'texts/甲/通知.txt': '关于科技创新的通知\n\n坚持改革开放，推进科技创新。<b>企业</b>是创新主体。\n',
    'secret.txt': 'nobody may see this',
  });
  const { code, stderr } = cewen(['run', 'texts', '--out', 'out', '--formats', 'parquet'], { cwd: folder.path });
  expect(code, stderr).toBe(0);
  writeFiles(folder.path, { 'out/left-behind.txt': 'not of the result' });
  server = startCewen(['view', 'out', '--lang', 'en'], folder.path);
  port = await new Promise<number>((resolve, reject) => {
    server.stdout!.on('data', (text: Buffer) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(String(text))?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    server.stderr!.on('data', (text: Buffer) => reject(new Error(String(text))));
  });
}, 60_000);
afterEach(() => server.kill('SIGKILL'));

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly policy: string;
}

function ask(path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host }, setHost: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const policy = String(response.headers['content-security-policy']);
        resolve({ status: response.statusCode!, text: Buffer.concat(parts).toString(), policy });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('cewen view', () => {
  test('serves the report, the tables and the texts of a result', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<a class="report" href="/report.html">');
    expect((await ask('/terms.csv')).text).toMatch(/^term,category,frequency/);
    expect((await ask(`/text/${encodeURIComponent('甲')}/${encodeURIComponent('通知.txt')}.txt`)).text).toContain(
      '科技创新',
    );
    expect((await ask(`/document?name=${encodeURIComponent('甲/通知.txt')}`)).text).toContain('科技创新');
    expect((await ask('/report.html')).policy).toContain("default-src 'none'");
    expect(await ask('/report.html', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  }, 30_000);

  test('searches the tables: words are data and never a query', async () => {
    const found = async (query: string) => JSON.parse((await ask(`/search?${query}`)).text);
    const terms = await found(new URLSearchParams({ table: 'terms', q: '创新', column: 'term' }).toString());
    const at = terms.columns.indexOf('term');
    expect(terms.rows.map((row: string[]) => row[at])).toContain('科技创新');
    for (const [, term] of terms.rows.map((row: string[]) => [0, row[at]])) expect(term).toContain('创新');
    for (const q of ["' OR 1=1 --", '"; DROP TABLE x', '%', '\\']) {
      expect((await found(new URLSearchParams({ table: 'terms', q }).toString())).rows).toEqual([]);
    }
    for (const other of [{ table: 'nothing' }, { table: '../secret' }, { table: 'terms', column: '1; DROP' }]) {
      expect((await ask(`/search?${new URLSearchParams(other)}`)).status).toBe(404);
    }
  }, 30_000);

  test('serves nothing that is not of the result, whatever the path', async () => {
    symlinkSync(join(folder.path, 'secret.txt'), join(folder.path, 'out', 'link.txt'));
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/text/../../secret.txt',
      '/..%5csecret.txt',
      '/link.txt',
      '/left-behind.txt',
      '//etc/passwd',
      '/%',
      '/%00',
      '/document?name=../../secret',
    ]) {
      const { status, text } = await ask(path);
      expect(status, path).toBe(404);
      expect(text, path).not.toMatch(/nobody|root:|left/);
    }
  }, 30_000);

  test('refuses other hosts, and all but reading', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, '']) {
      expect((await ask('/terms.csv', { host })).status, host).toBeGreaterThanOrEqual(400);
    }
    expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await ask('/terms.csv', { method })).status, method).toBe(405);
    }
  }, 30_000);

  test('tells a port in use, a wrong one and a folder that is no result; Ctrl-C ends it with 0', async () => {
    const say = (...args: string[]) => cewen(['view', ...args, '--lang', 'en'], { cwd: folder.path });
    expect(say('out', '--port', String(port))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another program uses this port'),
    });
    expect(say('out', '--port', '70000').stderr).toContain('expected a number from 0 to 65535');
    expect(say('texts').stderr).toContain('manifest.json');
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGINT');
    expect(await ended).toBe(0);
  }, 30_000);

  test.skipIf(chromiumPath === undefined)(
    'the page searches as one types, and markup in a text stays text (needs chromium)',
    async () => {
      const browser = await startBrowser();
      try {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await page.goto(`http://127.0.0.1:${port}/?table=blocks&q=企业`);
        await page.waitForSelector('#rows td');
        expect(await page.textContent('#rows')).toContain('<b>企业</b>');
        expect(await page.locator('#rows b').count()).toBe(0);
        await page.fill('input[name=q]', '没有这样的词');
        await page.click('button');
        await page.locator('#status', { hasText: 'Nothing found.' }).waitFor();
        expect(errors).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});
