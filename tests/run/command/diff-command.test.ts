import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DiffRequest } from '../../../src/run/command/diff-arguments.ts';
import { diffCommand } from '../../../src/run/command/diff-command.ts';
import { loadSettings } from '../../../src/run/command/run-settings.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const older =
  '第一条　为了管理<b>数据</b>，制定本办法。\n\n第二条　企业应当报告。\n\n第三条　本办法自公布之日起施行。\n';
const newer =
  '第一条　为了管理<b>数据</b>，制定本办法。\n\n第二条　企业应当及时报告<script>alert(1)</script>。\n\n第三条　本办法自公布之日起施行。\n';

beforeEach(() => writeFiles(folder.path, { 'old.txt': older, 'new.txt': newer, 'other.html': '<p>mine</p>' }));

const at = (name: string) => join(folder.path, name);

async function diff(more: Partial<DiffRequest> = {}, language: 'en' | 'zh' = 'en', colour = false) {
  const request: DiffRequest = {
    older: at('old.txt'),
    newer: at('new.txt'),
    config: undefined,
    options: new Map(),
    out: undefined,
    html: undefined,
    json: false,
    full: false,
    exitCode: false,
    faults: [],
    ...more,
  };
  const { settings } = loadSettings([request.older, request.newer], undefined, new Map());
  return diffCommand(request, settings, { language, colour, signal: new AbortController().signal });
}

describe('cewen diff', () => {
  test('prints a summary and what was changed, with marks where there are no colours', async () => {
    const { text, warnings, differs } = await diff();
    expect(text).toContain('Articles: 2 unchanged, 1 changed\n');
    expect(text).toContain('第二条  changed  line 3\n  企业应当{+及时+}报告{+<script>alert(1)</script>+}。');
    expect(text).toContain('(1 unchanged: 第一条)');
    expect(text).not.toContain('\u001b');
    expect({ warnings, differs }).toEqual({ warnings: [], differs: true });
  });

  test('prints colours where they are wanted, and Chinese', async () => {
    const { text } = await diff({}, 'zh', true);
    expect(text).toContain('条文：未改 2，修改 1');
    expect(text).toContain('\u001b[32;4m及时\u001b[0m报告');
    expect(text).not.toContain('{+');
  });

  test('--full prints unchanged articles, too', async () => {
    expect((await diff({ full: true })).text).toContain('本办法自公布之日起施行。');
  });

  test('of a document with another name and the same bytes says so', async () => {
    writeFiles(folder.path, { 'new.txt': older });
    const { text, differs } = await diff();
    expect(text).toContain('The files are the same byte for byte.');
    expect(differs).toBe(false);
  });

  test('--json has the summary and the rows of the table', async () => {
    const found = JSON.parse((await diff({ json: true })).text);
    expect(found.units.article).toMatchObject({ unchanged: 2, changed: 1 });
    expect(found.rows[1]).toMatchObject({
      status: 'changed',
      change: 'words',
      number_a: '第二条',
      line_b: 3,
      words_deleted: 0,
    });
  });

  test('--out writes the table, places by code points of the repaired text', async () => {
    await diff({ out: at('found') });
    const [head, ...rows] = readFileSync(at('found/diff.csv'), 'utf8').trim().split('\n');
    expect(head).toMatch(/^status,move,change,kind,number_a,number_b,/);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('企业应当{+及时+}报告');
    // An earlier table is replaced, another file never.
    await diff({ out: at('found') });
    await expect(diff({ out: at('old.txt') })).rejects.toMatchObject({ code: 'output/not-a-folder' });
  });

  test('--html writes a page in which nothing of the documents is markup', async () => {
    await diff({ html: at('page.html') });
    const page = readFileSync(at('page.html'), 'utf8');
    expect(page).toContain('<ins>及时</ins>');
    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain("default-src 'none'");
    await diff({ html: at('page.html') });
    await expect(diff({ html: at('other.html') })).rejects.toMatchObject({ code: 'output/other-page' });
    await expect(diff({ html: at('no/page.html') })).rejects.toMatchObject({ code: 'output/no-parent' });
    expect(readFileSync(at('other.html'), 'utf8')).toBe('<p>mine</p>');
  });

  test('tells of documents that have nothing to do with each other or no text', async () => {
    writeFiles(folder.path, { 'new.txt': '春天到了，花园里的花都开了，蜜蜂飞来飞去。\n' });
    expect((await diff()).warnings.join('\n')).toContain('hardly anything in common');
    writeFileSync(at('new.txt'), '');
    expect((await diff()).warnings.join('\n')).toContain('no text to compare');
  });

  test('refuses a document and itself, and what is not there, before anything is written', async () => {
    await expect(diff({ newer: at('old.txt'), out: at('found') })).rejects.toMatchObject({
      code: 'input/same-document',
    });
    await expect(diff({ newer: at('none.txt'), out: at('found') })).rejects.toMatchObject({ kind: 'input' });
    await expect(diff({ newer: folder.path })).rejects.toMatchObject({ code: 'input/several-documents' });
    expect(existsSync(at('found'))).toBe(false);
  });

  test('compares rows of a table', async () => {
    writeFiles(folder.path, { 'laws.csv': 'title,text\na,第一条　企业应当报告。\nb,第一条　企业应当及时报告。\n' });
    const { text } = await diff({ older: at('laws.csv#1'), newer: at('laws.csv#2') });
    expect(text).toContain('企业应当{+及时+}报告。');
  });
});
