import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../../src/run/run.ts';
import type { SettingsInput } from '../../../src/run/settings.ts';
import { writeFiles } from '../../folders.ts';

const reports: Readonly<Record<string, string>> = {
  '2016/甲省.txt':
    '关于健全新型举国体制的通知\n\n　　坚持科技自立自强，健全新型举国体制。\n　　企业是创新主体，科技创新要靠企业。\n',
  '2017/甲省.txt': '关于科技创新的意见\n\n　　科技创新要自立自强，企业要加快创新。人民政府支持企业。\n',
  '2017/乙市.txt': '关于乡村振兴的意见\n\n　　推进乡村振兴，人民政府要支持农村改革和企业创新。\n',
  '2020/乙市.txt': '关于改革开放的决定\n\n　　深化改革，扩大开放，企业和人民政府都要创新。改革要靠创新。\n',
};
// What a reader could stumble over: signs of markup, quotes, formulas, tabs, characters beyond 16 bits, marks from right to left.
const nasty =
  '关于“创新”的说明\n\n　　=SUM(A1)开头的一段，企业写作<b>企业</b>&amp;"科技", 𫜰地创新。\n　　-1表示创新\t不变，\u202e企业\u202c；_x0041_是原文。\n';

/** Texts of four years and two places, with a metadata table and a list of terms that has signs of markup. */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(reports).map(([name, text]) => [`texts/${name}`, text])),
  'texts/2020/丙\'s "乡".txt': nasty,
  'texts/metadata.csv':
    'document,year,place,note\n2016/甲省.txt,2016,甲省,\n2017/甲省.txt,2017,甲省,"=1+1"\n2017/乙市.txt,2017,乙市,"a ""b"", c"\n2020/乙市.txt,2020,乙市,\'=guarded\n',
  'terms.csv':
    'term,category\n新型举国体制,体制\n举国体制,体制\n自立自强,科技\n创新,科技\n科技,科技\n企业,主体\n人民政府,主体\n改革,改革\n<b>企业</b>,<主体>\n',
};

export const allTableFormats = ['csv', 'parquet', 'xlsx', 'gexf', 'graphml', 'vosviewer', 'gephi'] as const;

/** One run for all tests of a file: `result.path` is its folder. */
export function formattedResult(more: SettingsInput = {}): { readonly path: string; readonly root: string } {
  const result = { path: '', root: '' };
  beforeAll(async () => {
    result.root = mkdtempSync(join(tmpdir(), 'cewen-formats-'));
    result.path = join(result.root, 'out');
    writeFiles(result.root, texts);
    await run({
      paths: [join(result.root, 'texts')],
      out: result.path,
      terms: [join(result.root, 'terms.csv')],
      formats: [...allTableFormats],
      by: 'year',
      workers: 0,
      network: { min_joint: 1 },
      ...more,
    });
  }, 60_000);
  afterAll(() => rmSync(result.root, { recursive: true, force: true }));
  return result;
}

/** Whether a program that is not part of the project can be run here. */
export function canRun(command: string, ...args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 });
  return error === undefined && status === 0;
}

/** What a program prints; its errors are the failure of the test. */
export function output(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', input, timeout: 120_000 });
  if (error !== undefined || status !== 0) throw new Error(`${command} ended with ${status}: ${error ?? stderr}`);
  return stdout;
}
