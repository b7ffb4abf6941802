import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/run/command/audit-command.ts';
import { checkSettings } from '../../../src/run/command/options.ts';
import { Interrupted } from '../../../src/run/interrupted.ts';
import type { SettingsInput } from '../../../src/run/settings.ts';
import { temporaryFolder, writeFiles } from '../../folders.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const live = new AbortController().signal;

interface Row {
  finding: string;
  term: string;
  detail: string;
  count: string;
  document: string;
  line: string;
}

/** The findings of an audit of these texts and this list. */
async function audit(texts: Record<string, string | Buffer>, list: string, given: SettingsInput = {}) {
  writeFiles(folder.path, texts);
  writeFiles(folder.path, { 'terms.csv': list });
  const paths = Object.keys(texts).map(at);
  const settings = checkSettings({ paths, terms: [at('terms.csv')], engine: 'jieba', ...given });
  const hooks = {
    out: at('audit.csv'),
    json: false,
    held: new Map(),
    language: 'en',
    signal: live,
    progress: () => {},
  } as const;
  const audited = await auditCommand(settings, hooks);
  const rows: Row[] = parse(readFileSync(at('audit.csv'), 'utf8'), { columns: true });
  const of = (finding: string) =>
    rows
      .filter((row) => row.finding === finding)
      .map(({ term, detail, count, document, line }) => {
        return [term, detail, count, document && `${document}:${line}`].filter((cell) => cell !== '').join('; ');
      });
  return { ...audited, rows, of };
}

describe('an audit of terms over a corpus', () => {
  test('tells what is never seen, and what only in blocks that are not counted', async () => {
    const text = '关于改革的通知\n\n坚持改革。\n\n参考文献\n[1] 李明. 论数字乡村[J]. 农村经济, 2020(3): 1-5.\n';
    const list = 'term\n改革\n数字乡村\n自立自强\n';
    const { of, text: told } = await audit({ 'a.txt': text }, list);
    expect(of('never_seen')).toEqual(['数字乡村; reference 1; 0; a.txt:6', '自立自强; 0']);
    expect(told).toContain('1 document, ');
    expect(told).toContain('3 terms, 1 seen, 2 occurrences');
  });

  test('tells what is seen only inside longer terms', async () => {
    const list = 'term\n举国体制\n新型举国体制\n自立自强\n科技自立自强\n';
    const text = '健全新型举国体制。\n健全新型举国体制。\n\n科技自立自强。坚持自立自强。\n';
    expect((await audit({ 'a.txt': text }, list)).of('only_nested')).toEqual(['举国体制; 新型举国体制 2; 2; a.txt:1']);
  });

  test('tells how the segmenter cuts a term or merges it', async () => {
    const list = 'term\n对外开放\n人民\n人民政府机关\n统筹、协调\n';
    const text = '对外\n\n坚持对[1]外开放，人民政府为人民。人民政府机关。统筹、协调。\n';
    const { of } = await audit({ 'a.txt': text }, list);
    // In 人民政府机关, a listed term, 人民 is no matter of the segmenter.
    expect(of('cut')).toEqual(['人民; 人民政府; 1; a.txt:3', '统筹、协调; 统筹|、|协调; 1; a.txt:3']);
  });

  test('tells what the boundary rule refuses, with an example', async () => {
    const list = 'term\n中国\n法治\n';
    const texts = { 'a.txt': '中国是发展中国家。\n', 'b.txt': '依法治国，发展中国家，法治。\n' };
    const { of } = await audit(texts, list);
    expect(of('straddles_word')).toEqual([
      '中国; 中|国家 …中国是发展<中国>家。…; 2; a.txt:1',
      '法治; 依法治国 …依<法治>国，发展中国家，…; 1; b.txt:1',
    ]);
    const { of: free } = await audit(texts, list, { boundary: 'any' });
    expect(free('straddles_word')).toEqual([]);
  });

  test('leaves out a document that cannot be read and tells it', async () => {
    const broken = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    const { failed, warnings } = await audit({ 'a.txt': '改革。\n', 'b.txt': broken }, 'term\n改革\n');
    expect(failed).toBe(1);
    expect(warnings.join('\n')).toMatch(/b\.txt error input\/binary-file/);
  });
});

describe('an audit of a list', () => {
  test('tells forms that may be the same thing, with their line', async () => {
    const list = 'term,category,variants\n政府债务,财政,地方政府债务\n地方政府性债务,财政,\n八五计划,,\n九五计划,,\n';
    expect((await audit({ 'a.txt': '改革。\n' }, list)).of('near_duplicate')).toEqual([
      '政府债务; 地方政府债务 ≈ 地方政府性债务 0.971; terms.csv:2',
    ]);
  });

  test('tells variants that are another term or a part of one', async () => {
    const list = 'term,variants\n自由贸易试验区,自贸区|自贸试验区\n自贸区建设,\n自贸试验区,\n5G,\n5G网络,第五代网络\n';
    expect((await audit({ 'a.txt': '改革。\n' }, list)).of('variant_overlap')).toEqual([
      '自由贸易试验区; 自贸区 ⊂ 自贸区建设; terms.csv:2',
      '自由贸易试验区; 自贸试验区 = 自贸试验区; terms.csv:2',
    ]);
  });

  test('tells forms that opencc would change, and where a run does not', async () => {
    const list = 'term,variants,not_in\n數字經濟,数字经济,\n乾县,,\n改革,,改革開放\n';
    expect((await audit({ 'a.txt': '改革。\n' }, list)).of('opencc_change')).toEqual([
      '乾县; 乾县 → 干县 ≠ 乾县; terms.csv:3',
      '改革; 改革開放 → 改革开放; terms.csv:4',
      '數字經濟; 數字經濟 → 数字经济; terms.csv:2',
    ]);
  });

  test('has nothing to tell where all is well', async () => {
    const { rows, text } = await audit({ 'a.txt': '坚持改革。\n' }, 'term\n改革\n');
    expect(rows).toEqual([]);
    expect(text).toContain('Nothing to tell.');
  });
});

describe('the file of an audit', () => {
  const settings = () => {
    writeFiles(folder.path, { 'a.txt': '坚持改革。\n', 'terms.csv': 'term\n开放\n' });
    return checkSettings({ paths: [at('a.txt')], terms: [at('terms.csv')], engine: 'jieba' });
  };
  const hooks = { json: false, held: new Map(), language: 'zh', signal: live, progress: () => {} } as const;

  test('goes into a folder, which is made', async () => {
    const { text } = await auditCommand(settings(), { ...hooks, out: at('found') });
    expect(text).toContain(`全部结果：${at('found/audit.csv')}`);
    expect(readFileSync(at('found/audit.csv'), 'utf8')).toBe(
      'finding,term,category,detail,count,document,line\nnever_seen,开放,,,0,,\n',
    );
  });

  test('never takes the place of another file', async () => {
    const given = settings();
    await expect(auditCommand(given, { ...hooks, out: at('terms.csv') })).rejects.toThrow('output/other-file');
    await expect(auditCommand(given, { ...hooks, out: at('no/such') })).rejects.toThrow('output/no-parent');
    await expect(auditCommand(given, { ...hooks, out: at('a.txt') })).rejects.toThrow('output/not-a-folder');
    expect(readFileSync(at('terms.csv'), 'utf8')).toBe('term\n开放\n');
  });

  test('is not written where the audit is interrupted', async () => {
    const signal = AbortSignal.abort('SIGINT');
    await expect(auditCommand(settings(), { ...hooks, signal, out: at('found.csv') })).rejects.toThrow(Interrupted);
    expect(existsSync(at('found.csv'))).toBe(false);
  });
});
