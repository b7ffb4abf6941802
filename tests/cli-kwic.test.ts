import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { cewen } from './command.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

beforeAll(ensureBuilt, 180_000);

const folder = temporaryFolder();
const texts = {
  'texts/2020.txt': '关于改革的意见\n必须深化科技体制改革。鼓励企业创新。\n',
  'texts/2021.txt': '工作报告\n深化国有企业改革，必须依法办理。\n\n不得擅自改变。\n',
  'texts/metadata.csv': 'document,year\n2020.txt,2020\n2021.txt,2021\n',
};

interface Found {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly matches: number;
}

function kwic(...args: string[]): { found: Found; stderr: string; code: number | null } {
  const { stdout, stderr, code } = cewen(['kwic', ...args, '--json'], { cwd: folder.path });
  return { found: JSON.parse(stdout) as Found, stderr, code };
}

describe('cewen kwic', () => {
  test('shows each match with its context and its place, and offsets that find it again', () => {
    writeFiles(folder.path, texts);
    const { found, stderr, code } = kwic(
      '[word="深化"] []{0,3} [word=".*改革"]',
      'texts',
      '--by',
      'year',
      '--context',
      '4',
    );
    expect(code).toBe(0);
    expect(stderr).toContain('2 matches in 2 of 2 documents');
    expect(found.rows).toMatchObject([
      { document: '2020.txt', group: '2020', left: '必须', match: '深化科技体制改革', right: '。鼓励企', line: 2 },
      { document: '2021.txt', group: '2021', left: '', match: '深化国有企业改革', right: '，必须依', line: 2 },
    ]);
    for (const { document, raw_start, raw_end, match } of found.rows) {
      const raw = [...texts[`texts/${document}` as keyof typeof texts]];
      expect(raw.slice(Number(raw_start), Number(raw_end)).join('')).toBe(match);
    }
  });

  test('sorts, draws and counts', () => {
    writeFiles(folder.path, texts);
    const { found } = kwic('必须', 'texts', '--sort', 'right');
    expect(found.rows.map(({ right }) => String(right).slice(0, 2))).toEqual(['依法', '深化']);
    expect(kwic('/改./', 'texts', '--sample', '2', '--seed', '3').found.rows).toHaveLength(2);
    expect(kwic('/改./', 'texts', '--sample', '2').found.matches).toBe(4);
    const { stdout } = cewen(['kwic', '/改./', 'texts', '--count', 'form', '--json'], { cwd: folder.path });
    expect((JSON.parse(stdout) as Found).rows).toMatchObject([
      { form: '改革', frequency: 3, documents: 2 },
      { form: '改变', frequency: 1, documents: 1 },
    ]);
  });

  test('prints lines whose matches begin in one column', () => {
    writeFiles(folder.path, texts);
    const { stdout } = cewen(['kwic', '必须', 'texts', '--context', '6'], { cwd: folder.path });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '            [必须]深化科技体制      2020.txt:2 @8  关于改革的意见',
      '有企业改革，[必须]依法办理。        2021.txt:2 @14  工作报告',
    ]);
  });

  test('leaves out what is no word, and says so', () => {
    writeFiles(folder.path, { 'a.txt': '这些发展中国家的经验很重要。\n' });
    const { found, stderr } = kwic('中国', 'a.txt');
    expect(found.rows).toEqual([]);
    expect(stderr).toContain('1 more place has the same characters');
    expect(kwic('中国', 'a.txt', '--boundary', 'any').found.matches).toBe(1);
  });

  test('writes all columns to a file, and replaces no other one', () => {
    writeFiles(folder.path, texts);
    expect(cewen(['kwic', '必须', 'texts', '--out', 'k.csv'], { cwd: folder.path }).code).toBe(0);
    const lines = readFileSync(join(folder.path, 'k.csv'), 'utf8').split('\n');
    expect(lines[0]).toMatch(/^document,title,group,form,block,sentence,start,end,/);
    expect(lines).toHaveLength(4);
    writeFiles(folder.path, { 'k.csv': 'my,notes\n' });
    expect(cewen(['kwic', '必须', 'texts', '--out', 'k.csv'], { cwd: folder.path }).code).toBe(5);
  });

  test('reads the texts of a result again, with its settings', () => {
    writeFiles(folder.path, texts);
    const run = ['run', 'texts', '--out', 'out', '--count-kinds', 'heading,title', '--tables', 'documents'];
    expect(cewen(run, { cwd: folder.path }).code).toBe(0);
    expect(kwic('改革', 'out').found.rows.map(({ document }) => document)).toEqual(['2020.txt']);
    const refused = cewen(['kwic', '改革', 'out', '--engine', 'jieba'], { cwd: folder.path });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('engine')]);
  });

  test('tells every fault of a query and its options at once, with its place', () => {
    writeFiles(folder.path, texts);
    const wrong = cewen(['kwic', '[word="深化"', 'texts'], { cwd: folder.path });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('character 11: [ of character 1 is open; expected ]');
    const options = cewen(['kwic', '深化', 'texts', '--sort', 'lft', '--sample', 'x', '--count', 'forms'], {
      cwd: folder.path,
    });
    expect(options.code).toBe(2);
    expect(options.stderr.match(/--(?:sort|sample|count)/g)).toEqual(['--count', '--sort', '--sample']);
  });
});

describe('coding rules and graded lexicons of a run', () => {
  const rules = '供给:\n  改革: {sequence: [深化, 改革], gap: 3}\n约束: {word: 必须|不得}\n';
  const run = ['run', 'texts', '--out', 'out', '--rules', 'rules.yaml', '--grades', 'builtin'];

  test('make tables whose sums agree, and whose places find the text', () => {
    writeFiles(folder.path, { ...texts, 'rules.yaml': rules });
    expect(cewen(run, { cwd: folder.path }).code).toBe(0);
    const table = (name: string) =>
      readFileSync(join(folder.path, 'out', `${name}.csv`), 'utf8')
        .trim()
        .split('\n');
    expect(table('codes').slice(1)).toEqual([
      expect.stringMatching(/^约束,,3,2,/),
      expect.stringMatching(/^改革,供给,2,2,/),
    ]);
    const text = (document: string) => [...readFileSync(join(folder.path, 'out', 'text', `${document}.txt`), 'utf8')];
    const places = table('code_occurrences')
      .slice(1)
      .map((line) => line.split(','));
    expect(places).toHaveLength(5);
    for (const cells of places) {
      const [document, , , form, , , start, end] = cells;
      expect(text(document!).slice(Number(start), Number(end)).join('')).toBe(form);
    }
    const sums = new Map<string, number>();
    for (const line of table('score_occurrences').slice(1)) {
      const [document, dimension, , , , , score] = line.split(',');
      const key = `${document},${dimension}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(score));
    }
    expect(sums.get('2021.txt,约束力')).toBe(10);
    for (const line of table('scores').slice(1)) {
      const [document, dimension, , sum] = line.split(',');
      expect(Number(sum)).toBeCloseTo(sums.get(`${document},${dimension}`) ?? 0, 9);
    }
  });

  test('are named by verify where they changed', () => {
    writeFiles(folder.path, { ...texts, 'rules.yaml': rules });
    cewen(run, { cwd: folder.path });
    expect(cewen(['verify', 'out'], { cwd: folder.path }).code).toBe(0);
    writeFiles(folder.path, { 'rules.yaml': rules.replace('不得', '严禁') });
    const { code, stdout } = cewen(['verify', 'out'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, expect.stringContaining('rules.yaml')]);
  });

  test('stop the run with every fault at its line', () => {
    writeFiles(folder.path, { ...texts, 'rules.yaml': 'a: {near: [x]}\nb: "[word=x]"\nc: {code: d}\n' });
    const { code, stderr } = cewen(run, { cwd: folder.path });
    expect(code).toBe(4);
    expect(stderr).toContain('rules.yaml:1: near: expected a list of at least 2');
    expect(stderr).toContain('rules.yaml:2: "[word=x]" cannot be used: query, character 7: expected a value in quotes');
  });
});
